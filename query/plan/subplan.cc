// Expressions that match patterns: EXISTS { }, pattern predicates and comprehensions, shortestPath.
#include <memory>
#include <utility>

#include "query/execute/evaluators.h"
#include "query/execute/operators_scan.h"
#include "query/plan/match_planner.h"
#include "query/plan/planner.h"

namespace norn::query {

namespace {

// Whether any of the pipelines lets a row through.
class EvalExists : public Evaluator {
 public:
  Pipeline& AddPipeline() {
    pipelines_.push_back(std::make_unique<Pipeline>());
    return *pipelines_.back();
  }
  void Seal() {
    for (auto& pipeline : pipelines_) {
      pipeline->Add(std::make_unique<Sink>("Found", [this](Execution&) {
        found_ = true;
        return false;
      }));
    }
  }
  Value Eval(Execution& execution) const override {
    for (const auto& pipeline : pipelines_) {
      found_ = false;
      pipeline->Run(execution);
      if (found_) return Value::Bool(true);
    }
    return Value::Bool(false);
  }

 private:
  std::vector<std::unique_ptr<Pipeline>> pipelines_;
  mutable bool found_ = false;
};

// The list of what an expression gives for each row that the pipeline lets through; or the first.
class EvalCollect : public Evaluator {
 public:
  explicit EvalCollect(bool first_only) : first_only_(first_only) {}
  Pipeline& pipeline() { return *pipeline_; }
  void Seal(EvaluatorPtr item) {
    item_ = std::move(item);
    pipeline_->Add(std::make_unique<Sink>("Collect", [this](Execution& execution) {
      items_.push_back(item_->Eval(execution));
      return !first_only_ && !execution.failed();
    }));
  }
  Value Eval(Execution& execution) const override {
    items_.clear();
    pipeline_->Run(execution);
    if (first_only_) return items_.empty() ? Value() : items_[0];
    return Value::List(std::move(items_));
  }

 private:
  bool first_only_;
  std::unique_ptr<Pipeline> pipeline_ = std::make_unique<Pipeline>();
  EvaluatorPtr item_;
  mutable Value::Items items_;
};

}  // namespace

EvaluatorPtr Planner::CompileExists(const Query& query, const Scope& scope) {
  auto exists = std::make_unique<EvalExists>();
  for (const SingleQuery& part : query.parts) {
    Flow flow;
    flow.scope = scope;
    Pipeline& pipeline = exists->AddPipeline();
    pipeline.Add(std::make_unique<Begin>());
    PlanClauses(part, 0, part.clauses.size(), pipeline, flow);
  }
  exists->Seal();
  return exists;
}

EvaluatorPtr Planner::CompilePattern(const Expr& expr, const Scope& scope) {
  Scope inner = scope;
  if (expr.kind == ExprKind::kPatternPredicate) {
    auto exists = std::make_unique<EvalExists>();
    Pipeline& pipeline = exists->AddPipeline();
    pipeline.Add(std::make_unique<Begin>());
    MatchPlanner(*this, inner, pipeline, true).Plan({*expr.pattern}, nullptr);
    exists->Seal();
    return exists;
  }
  bool shortest = expr.kind == ExprKind::kShortestPath;
  auto collect =
      std::make_unique<EvalCollect>(shortest && expr.pattern->mode == PathMode::kShortest);
  collect->pipeline().Add(std::make_unique<Begin>());
  PathPattern path = *expr.pattern;
  if (shortest && path.variable.empty()) path.variable = FreshName();
  const Expr* where = !shortest && expr.has_subject ? &expr.children[0] : nullptr;
  // A path's slot is wanted after planning, when its internal name is gone: ask for it by index.
  MatchPlanner planner(*this, inner, collect->pipeline(), false);
  planner.Plan({path}, where);
  collect->Seal(shortest ? EvalSlot(planner.new_slots().back()) : Compile(expr.children[1], inner));
  return collect;
}

EvaluatorPtr Planner::CompileSubplan(const Expr& expr, const Scope& scope) {
  return expr.kind == ExprKind::kExists ? CompileExists(*expr.query, scope)
                                        : CompilePattern(expr, scope);
}

}  // namespace norn::query
