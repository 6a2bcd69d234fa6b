// Queries within queries: CALL { }, and the expressions EXISTS { }, COUNT { }, COLLECT { }, pattern
// predicates and comprehensions, shortestPath.
#include <memory>
#include <utility>

#include "query/evaluate/evaluators.h"
#include "query/execute/operators_apply.h"
#include "query/execute/operators_scan.h"
#include "query/execute/row_table.h"
#include "query/plan/match_planner.h"
#include "query/plan/planner.h"
#include "query/syntax/ast_walk.h"

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

// What all sides of a query give: how many rows, or the list of their one column.
class EvalRows : public Evaluator {
 public:
  EvalRows(bool collects, bool distinct, size_t columns)
      : collects_(collects), distinct_(distinct), seen_(columns) {}

  // Completes the pipeline, whose rows lie in `outputs`.
  void Add(std::unique_ptr<Pipeline> pipeline, std::vector<uint32_t> outputs) {
    pipelines_.push_back(std::move(pipeline));
    pipelines_.back()->Add(
        std::make_unique<Sink>(collects_ ? "Collect" : "Count",
                               [this, outputs = std::move(outputs)](Execution& execution) {
                                 return Take(execution, outputs);
                               }));
  }
  Value Eval(Execution& execution) const override {
    items_.clear();
    count_ = 0;
    seen_.Clear();
    for (const auto& pipeline : pipelines_) pipeline->Run(execution);
    return collects_ ? Value::List(std::exchange(items_, {})) : Value::Int(count_);
  }

 private:
  bool Take(Execution& execution, const std::vector<uint32_t>& outputs) const {
    if (distinct_) {
      std::vector<Value> row;
      for (const uint32_t slot : outputs) {
        if (!execution.MayWalk(execution.slot(slot))) return false;
        row.push_back(execution.slot(slot));
      }
      if (!seen_.FindOrAdd(row).second) return true;
    }
    ++count_;
    if (!collects_) return !execution.failed();
    if (items_.size() == items_.capacity() &&
        !execution.MayAllocate(static_cast<int64_t>((2 * items_.size() + 1) * sizeof(Value)))) {
      return false;
    }
    items_.push_back(execution.slot(outputs[0]));
    return !execution.failed();
  }

  bool collects_;
  bool distinct_;
  std::vector<std::unique_ptr<Pipeline>> pipelines_;
  mutable RowTable seen_;
  mutable Value::Items items_;
  mutable int64_t count_ = 0;
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

EvaluatorPtr Planner::CompileQuery(const Expr& expr, const Scope& scope) {
  const Query& query = *expr.query;
  Flow outer;
  outer.scope = scope;
  outer.constants = scope.slots;
  if (expr.kind == ExprKind::kExists) {
    auto exists = std::make_unique<EvalExists>();
    for (const SingleQuery& part : query.parts) {
      Flow flow = outer;
      Pipeline& pipeline = exists->AddPipeline();
      pipeline.Add(std::make_unique<Begin>());
      PlanClauses(part, 0, part.clauses.size(), pipeline, flow, true);
    }
    exists->Seal();
    return exists;
  }
  const bool distinct = query.parts.size() > 1 && !query.union_all;
  std::vector<Flow> flows(query.parts.size(), outer);
  std::vector<std::unique_ptr<Pipeline>> pipelines;
  for (size_t i = 0; i < query.parts.size(); ++i) {
    pipelines.push_back(std::make_unique<Pipeline>());
    pipelines.back()->Add(std::make_unique<Begin>());
    PlanClauses(query.parts[i], 0, query.parts[i].clauses.size(), *pipelines.back(), flows[i]);
  }
  auto rows = std::make_unique<EvalRows>(expr.kind == ExprKind::kCollectQuery, distinct,
                                         flows[0].outputs.size());
  for (size_t i = 0; i < pipelines.size(); ++i) {
    rows->Add(std::move(pipelines[i]), flows[i].outputs);
  }
  return rows;
}

void Planner::PlanSubquery(const SubqueryClause& call, Pipeline& pipeline, Flow& flow) {
  Flow outer;
  for (const std::string& name : call.scope) outer.scope.slots[name] = flow.scope.slots.at(name);
  if (call.scope_star) outer.scope.slots = flow.scope.slots;
  outer.constants = outer.scope.slots;
  std::vector<std::string> columns;
  std::vector<uint32_t> targets;
  std::unique_ptr<Apply> apply;
  for (const SingleQuery& part : call.query->parts) {
    Flow inner = outer;
    if (!call.has_scope && IsImportingWith(part)) inner.scope.slots = flow.scope.slots;
    Apply::Side side;
    side.pipeline = std::make_unique<Pipeline>();
    side.pipeline->Add(std::make_unique<Begin>());
    PlanClauses(part, 0, part.clauses.size(), *side.pipeline, inner);
    if (apply == nullptr) {
      columns = inner.columns;
      for (size_t i = 0; i < columns.size(); ++i) targets.push_back(layout_.Add());
      const bool distinct = call.query->parts.size() > 1 && !call.query->union_all;
      apply = std::make_unique<Apply>(targets, distinct, call.optional);
    }
    side.outputs = inner.outputs;
    apply->Add(std::move(side));
  }
  pipeline.Add(std::move(apply));
  for (size_t i = 0; i < columns.size(); ++i) flow.scope.slots[columns[i]] = targets[i];
}

EvaluatorPtr Planner::CompilePattern(const Expr& expr, const Scope& scope) {
  Scope inner = scope;
  if (expr.kind == ExprKind::kPatternPredicate) {
    auto exists = std::make_unique<EvalExists>();
    Pipeline& pipeline = exists->AddPipeline();
    pipeline.Add(std::make_unique<Begin>());
    MatchPlanner(*this, inner, pipeline, Asked::kDistinctEnds, std::set<std::string>())
        .Plan({*expr.pattern}, nullptr);
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
  MatchPlanner planner(*this, inner, collect->pipeline(), Asked::kAllPaths);
  planner.Plan({path}, where);
  collect->Seal(shortest ? EvalSlot(planner.new_slots().back()) : Compile(expr.children[1], inner));
  return collect;
}

EvaluatorPtr Planner::CompileSubplan(const Expr& expr, const Scope& scope) {
  return expr.query ? CompileQuery(expr, scope) : CompilePattern(expr, scope);
}

}  // namespace norn::query
