// Shortest paths: which conditions take part in the choice, and how.
#include <algorithm>
#include <memory>
#include <utility>

#include "query/evaluate/evaluators.h"
#include "query/plan/match_planner.h"
#include "query/runtime/truth.h"
#include "query/semantics/resolved_calls.h"
#include "query/syntax/ast_walk.h"
#include "query/traverse/operators_shortest.h"

namespace norn::query {

namespace {

// relationships(path), or the variable of the relationships itself.
bool AreRelationshipsOf(const Expr& list, const std::string& edges, const std::string& path) {
  if (list.kind == ExprKind::kVariable) return list.text == edges;
  return (IsCallOf(list, "relationships") || IsCallOf(list, "rels")) && !path.empty() &&
         list.children[0].kind == ExprKind::kVariable && list.children[0].text == path;
}

EvaluatorPtr EvalAll(std::vector<EvaluatorPtr> filters) {
  if (filters.empty()) return nullptr;
  if (filters.size() == 1) return std::move(filters[0]);
  return MakeEvaluator([filters = std::move(filters)](Execution& execution) {
    return Value::Bool(std::all_of(
        filters.begin(), filters.end(),
        [&execution](const EvaluatorPtr& filter) { return filter->Eval(execution).is_true(); }));
  });
}

}  // namespace

// The conditions that mention the path or its relationships, and nothing that is not bound yet.
// Behind SHORTEST they look at what was chosen; behind shortestPath(…) they take part in the
// choice.
std::vector<Expr> MatchPlanner::TakeConditionsOn(const EdgeInfo& edge, const std::string& path) {
  std::vector<Expr> taken;
  if (edge.path->where) SplitConjuncts(*edge.path->where, taken);
  if (edge.path->chosen_first) return taken;
  for (Condition& condition : conditions_) {
    const bool mentions = condition.names.contains(edge.name) || condition.names.contains(path);
    const bool is_ready =
        std::all_of(condition.names.begin(), condition.names.end(), [&](const std::string& name) {
          return name == edge.name || name == path || bound_names_.contains(name);
        });
    if (condition.planned || !mentions || !is_ready) continue;
    condition.planned = true;
    taken.push_back(condition.expr);
  }
  return taken;
}

// all(r IN relationships(p) WHERE …) and none(…) narrow each step, which is far cheaper than to
// look at whole paths. True if the condition is that and was added to `filters`, for the
// relationship in `slot`.
bool MatchPlanner::NarrowsEach(const Expr& condition, const EdgeInfo& edge, const std::string& path,
                               uint32_t slot, std::vector<EvaluatorPtr>& filters) {
  const bool all = condition.kind == ExprKind::kAll;
  if (!all && condition.kind != ExprKind::kNone) return false;
  if (!AreRelationshipsOf(condition.children[0], edge.name, path)) return false;
  std::set<std::string> names;
  CollectNames(condition.children[1], names);
  if (names.contains(edge.name) || names.contains(path)) return false;
  Scope inner = scope_;
  inner.slots[condition.text] = slot;
  EvaluatorPtr each = planner_.Compile(condition.children[1], inner);
  if (!all) each = EvalUnary(ExprKind::kNot, std::move(each), condition.span);
  filters.push_back(std::move(each));
  return true;
}

ShortestChoice MatchPlanner::ChoiceOf(
    const EdgeInfo& edge, const std::function<bool(const Expr&, const std::string&)>& narrows) {
  const auto holds = [this, &edge](const PathInfo& path) {
    return std::any_of(path.edges.begin(), path.edges.end(),
                       [this, &edge](size_t i) { return &edges_[i] == &edge; });
  };
  const auto path = std::find_if(paths_.begin(), paths_.end(), holds);
  const std::string path_name = path == paths_.end() ? "" : path->name;
  ShortestChoice choice;
  choice.all = edge.mode == PathMode::kAllShortest;
  choice.count = edge.path->count;
  std::vector<EvaluatorPtr> conditions;
  for (const Expr& condition : TakeConditionsOn(edge, path_name)) {
    if (narrows && narrows(condition, path_name)) continue;
    conditions.push_back(planner_.Compile(condition, scope_));
  }
  if (!conditions.empty() && !path_name.empty()) {
    choice.before.emplace_back(EvalPath(nodes_[edge.from].slot, {edge.slot}),
                               scope_.slots.at(path_name));
  }
  choice.condition = EvalAll(std::move(conditions));
  return choice;
}

Operator* MatchPlanner::PlanShortest(EdgeInfo& edge, ExpandSpec spec) {
  const uint32_t slot = planner_.layout().Add();
  std::vector<EvaluatorPtr> filters;
  if (edge.each.has_value()) {
    Scope inner = scope_;
    inner.slots[edge.name] = slot;
    filters.push_back(planner_.Compile(*edge.each, inner));
  }
  ShortestChoice choice = ChoiceOf(edge, [&](const Expr& condition, const std::string& path_name) {
    return NarrowsEach(condition, edge, path_name, slot, filters);
  });
  return pipeline_.Add(std::make_unique<ShortestPath>(std::move(spec), LengthsOf(*edge.pattern),
                                                      std::move(choice), slot,
                                                      EvalAll(std::move(filters))));
}

}  // namespace norn::query
