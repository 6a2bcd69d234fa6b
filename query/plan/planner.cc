#include "query/plan/planner.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "query/evaluate/evaluators.h"
#include "query/execute/operators_call.h"
#include "query/execute/operators_row.h"
#include "query/execute/operators_scan.h"
#include "query/plan/match_planner.h"
#include "query/plan/projection_planner.h"
#include "query/printer/printer.h"
#include "query/semantics/resolved_calls.h"
#include "query/syntax/ast_walk.h"

namespace norn::query {

namespace {

// min(x), max(x) and DISTINCT ones: they do not care how often a row comes.
bool IgnoresRepetition(const Expr& expr) {
  if (IsAggregate(expr)) {
    return expr.kind == ExprKind::kFunction &&
           (expr.boolean || IsCallOf(expr, "min") || IsCallOf(expr, "max"));
  }
  return std::all_of(expr.children.begin(), expr.children.end(), IgnoresRepetition);
}

// Whether it makes no difference to the result how often a row comes out of clause `at`. `exists`:
// it is only asked whether there is a result.
bool RepetitionIsLost(const SingleQuery& query, size_t at, bool exists) {
  for (size_t i = at + 1; i < query.clauses.size(); ++i) {
    const auto& body = query.clauses[i].body;
    if (std::holds_alternative<MatchClause>(body) || std::holds_alternative<UnwindClause>(body)) {
      continue;
    }
    const auto* projection = std::get_if<ProjectionClause>(&body);
    if (projection == nullptr) return false;
    bool grouped = false;
    bool ignores = true;
    for (const ProjectionItem& item : projection->items) {
      grouped |= HasAggregate(item.expr);
      ignores &= IgnoresRepetition(item.expr);
    }
    for (const SortItem& item : projection->order) ignores &= IgnoresRepetition(item.expr);
    if (grouped) return ignores;
    if (projection->distinct) return true;
    if (projection->skip || projection->limit) return false;
  }
  return exists;
}

// What the clauses behind `at` mention up to the one that merges rows; all, where there is a *.
UsedNames UsedBehind(const SingleQuery& query, size_t at) {
  std::set<std::string> names;
  for (size_t i = at + 1; i < query.clauses.size(); ++i) {
    CollectNames(query.clauses[i], names);
    const auto* projection = std::get_if<ProjectionClause>(&query.clauses[i].body);
    if (projection == nullptr) continue;
    if (projection->star) return std::nullopt;
    const bool is_grouped =
        std::any_of(projection->items.begin(), projection->items.end(),
                    [](const ProjectionItem& item) { return HasAggregate(item.expr); });
    if (is_grouped || projection->distinct) break;
  }
  return names;
}

// Whether a path's name stands in an expression as min(length(name)) only.
bool OnlyLeastLengthIsAsked(const Expr& expr, const std::string& path) {
  if (IsCallOf(expr, "min") && IsCallOf(expr.children[0], "length") &&
      expr.children[0].children[0].kind == ExprKind::kVariable) {
    return true;
  }
  if (expr.kind == ExprKind::kVariable) return expr.text != path;
  if (expr.pattern || expr.query) {
    std::set<std::string> names;
    CollectNames(expr, names);
    return !names.contains(path);
  }
  return std::all_of(expr.children.begin(), expr.children.end(),
                     [&path](const Expr& child) { return OnlyLeastLengthIsAsked(child, path); });
}

// Whether the MATCH at `at` is one trail of which the clause behind it only asks the least length,
// so that a shortest one to each end is enough.
bool ShortestIsEnough(const SingleQuery& query, size_t at) {
  const auto& match = std::get<MatchClause>(query.clauses[at].body);
  if (match.paths.size() != 1 || at + 1 == query.clauses.size()) return false;
  const PathPattern& path = match.paths[0];
  if (path.variable.empty() || path.mode != PathMode::kAll || path.relationships.size() != 1 ||
      path.restrictor != PathRestrictor::kTrail) {
    return false;
  }
  const RelationshipPattern& step = path.relationships[0];
  const bool has_name = !step.variable.empty() && step.variable[0] != '\x01';
  if (!step.variable_length || step.group || has_name || step.min.value_or(1) > 1) return false;
  const auto* next = std::get_if<ProjectionClause>(&query.clauses[at + 1].body);
  if (next == nullptr || next->star) return false;
  bool is_grouped = false;
  bool is_enough = !match.where || OnlyLeastLengthIsAsked(*match.where, path.variable);
  for (const ProjectionItem& item : next->items) {
    is_grouped |= HasAggregate(item.expr);
    is_enough &= OnlyLeastLengthIsAsked(item.expr, path.variable);
  }
  for (const SortItem& item : next->order) {
    is_enough &= OnlyLeastLengthIsAsked(item.expr, path.variable);
  }
  return is_grouped && is_enough && RepetitionIsLost(query, at, false);
}

}  // namespace

Planner::Planner(const GraphAccess& graph, const QueryOptions& options,
                 const ProcedureRegistry& procedures)
    : graph_(graph),
      options_(options),
      procedures_(procedures),
      compiler_(graph, options, layout_, *this) {}

void Planner::PlanMatchClause(const MatchClause& match, Asked asked, UsedNames used,
                              Pipeline& pipeline, Scope& scope) {
  const Expr* where = match.where ? &*match.where : nullptr;
  if (!match.optional) {
    MatchPlanner(*this, scope, pipeline, asked, std::move(used)).Plan(match.paths, where);
    return;
  }
  Pipeline inner;
  inner.Add(std::make_unique<Begin>());
  MatchPlanner planner(*this, scope, inner, asked, std::move(used));
  planner.Plan(match.paths, where);
  auto optional = std::make_unique<Optional>(planner.new_slots());
  optional->inner() = std::move(inner);
  optional->Seal();
  pipeline.Add(std::move(optional));
}

void Planner::PlanCall(const CallClause& call, bool standalone, Pipeline& pipeline, Flow& flow) {
  const Procedure* procedure = procedures_.Find(call.procedure);
  std::vector<EvaluatorPtr> args;
  for (const Expr& arg : call.arguments) args.push_back(Compile(arg, flow.scope));
  if (!call.has_arguments) {
    // A call without parentheses takes its arguments from the parameters of their names.
    for (const ProcedureField& input : procedure->inputs) {
      Expr parameter;
      parameter.kind = ExprKind::kParameter;
      parameter.text = input.name;
      args.push_back(Compile(parameter, flow.scope));
    }
  }
  std::vector<YieldItem> items = call.yields;
  if (standalone && (!call.has_yield || call.yield_star)) {
    for (const ProcedureField& output : procedure->outputs) {
      items.push_back({output.name, output.name, {}});
    }
  }
  std::vector<CallProcedure::Yield> yields;
  Scope scope = flow.scope;
  flow.columns.clear();
  flow.outputs.clear();
  for (const YieldItem& item : items) {
    auto field = std::find_if(procedure->outputs.begin(), procedure->outputs.end(),
                              [&item](const auto& output) { return output.name == item.field; });
    uint32_t slot = layout_.Add();
    yields.emplace_back(static_cast<size_t>(field - procedure->outputs.begin()), slot);
    scope.slots[item.variable] = slot;
    flow.columns.push_back(item.variable);
    flow.outputs.push_back(slot);
  }
  flow.scope = std::move(scope);
  pipeline.Add(
      std::make_unique<CallProcedure>(*procedure, std::move(args), std::move(yields), Span{}));
  if (call.where) {
    pipeline.Add(std::make_unique<Filter>(Compile(*call.where, flow.scope), call.where->span,
                                          Print(*call.where)));
  }
}

void Planner::PlanClauses(const SingleQuery& query, size_t begin, size_t end, Pipeline& pipeline,
                          Flow& flow, bool exists) {
  for (size_t i = begin; i < end; ++i) {
    const auto& body = query.clauses[i].body;
    if (const auto* match = std::get_if<MatchClause>(&body)) {
      Asked asked = RepetitionIsLost(query, i, exists) ? Asked::kDistinctEnds : Asked::kAllPaths;
      if (ShortestIsEnough(query, i)) asked = Asked::kShortestPaths;
      PlanMatchClause(*match, asked, UsedBehind(query, i), pipeline, flow.scope);
    } else if (const auto* unwind = std::get_if<UnwindClause>(&body)) {
      uint32_t slot = layout_.Add();
      pipeline.Add(std::make_unique<Unwind>(Compile(unwind->list, flow.scope), slot,
                                            PrintName(unwind->variable)));
      flow.scope.slots[unwind->variable] = slot;
    } else if (const auto* projection = std::get_if<ProjectionClause>(&body)) {
      ProjectionPlanner(*this, pipeline, flow).Plan(*projection);
    } else if (const auto* call = std::get_if<CallClause>(&body)) {
      PlanCall(*call, query.clauses.size() == 1, pipeline, flow);
    } else if (const auto* subquery = std::get_if<SubqueryClause>(&body)) {
      PlanSubquery(*subquery, pipeline, flow);
    }
  }
}

Plan Planner::Make(const Query& query, PlanInput& input) {
  Plan plan;
  plan.distinct = query.parts.size() > 1 && !query.union_all;
  for (const SingleQuery& part : query.parts) {
    Plan side = MakePart(part, 0, part.clauses.size(), input);
    if (plan.branches.empty()) plan.columns = side.columns;
    plan.branches.push_back(std::move(side.branches[0]));
  }
  plan.slots = layout_.size();
  return plan;
}

Plan Planner::MakePart(const SingleQuery& query, size_t begin, size_t end, PlanInput& input,
                       std::unique_ptr<Operator> source) {
  Plan plan;
  Flow flow;
  for (size_t i = 0; i < input.names.size(); ++i) {
    if (i >= input.slots.size()) input.slots.push_back(layout_.Add());
    flow.scope.slots[input.names[i]] = input.slots[i];
  }
  plan.branches.emplace_back();
  if (source == nullptr) source = std::make_unique<Begin>();
  plan.branches[0].pipeline.Add(std::move(source));
  PlanClauses(query, begin, end, plan.branches[0].pipeline, flow);
  const auto* last =
      end > begin ? std::get_if<ProjectionClause>(&query.clauses[end - 1].body) : nullptr;
  bool returns = (last != nullptr && last->is_return) || query.clauses.size() == 1;
  if (!returns && end < query.clauses.size()) {
    // A part that something follows hands on all its variables.
    flow.columns.clear();
    flow.outputs.clear();
    for (const auto& [name, slot] : flow.scope.slots) {
      flow.columns.push_back(name);
      flow.outputs.push_back(slot);
    }
  } else if (!returns) {
    flow.columns.clear();
    flow.outputs.clear();
  }
  plan.columns = std::move(flow.columns);
  plan.branches[0].outputs = std::move(flow.outputs);
  plan.slots = layout_.size();
  return plan;
}

}  // namespace norn::query
