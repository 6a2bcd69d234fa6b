// Plans one WITH or RETURN: expressions, grouping, DISTINCT, ORDER BY, SKIP, LIMIT, WHERE.
#ifndef NORN_QUERY_PLAN_PROJECTION_PLANNER_H_
#define NORN_QUERY_PLAN_PROJECTION_PLANNER_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "query/execute/operator.h"
#include "query/execute/runs.h"
#include "query/plan/compile.h"
#include "query/plan/planner.h"
#include "query/syntax/ast.h"

namespace norn::query {

class ProjectionPlanner {
 public:
  ProjectionPlanner(Planner& planner, Pipeline& pipeline, Flow& flow)
      : planner_(planner), pipeline_(pipeline), flow_(flow) {}

  // Replaces the flow's scope by the clause's columns.
  void Plan(const ProjectionClause& clause);

 private:
  void ExpandStar(const ProjectionClause& clause);
  void PlanPlain();
  void PlanGrouped(const ProjectionClause& clause);
  void CollectAggregates(const Expr& expr);
  // What the items tell apart, if the rows come in runs; asked before they are planned.
  std::optional<Runs> RunsOfItems() const;
  void PlanOrder(const ProjectionClause& clause, const Scope& scope);
  void PlanPage(const ProjectionClause& clause);
  EvaluatorPtr CompileConstant(const Box<Expr>& expr);

  Planner& planner_;
  Pipeline& pipeline_;
  Flow& flow_;
  std::vector<ProjectionItem> items_;
  std::vector<uint32_t> outputs_;                      // a slot for each item
  std::vector<std::pair<Expr, uint32_t>> ready_;       // for ORDER BY after grouping or DISTINCT
  std::vector<std::pair<Expr, uint32_t>> aggregates_;  // each distinct call, and its slot
};

}  // namespace norn::query

#endif  // NORN_QUERY_PLAN_PROJECTION_PLANNER_H_
