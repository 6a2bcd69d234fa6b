// Runs a checked query that only reads.
#ifndef NORN_QUERY_PLAN_RUNNER_H_
#define NORN_QUERY_PLAN_RUNNER_H_

#include "query/plan/planner.h"
#include "query/runtime/execution.h"
#include "query/runtime/graph_access.h"
#include "query/runtime/options.h"
#include "query/runtime/result.h"
#include "query/syntax/ast.h"

namespace norn::query {

// `sink` may be null: rows are kept in the result then.
Outcome<Result> RunReading(const Query& query, const GraphAccess& graph,
                           const QueryOptions& options, const RowSink* sink);

// Runs a plan that is made, in an execution whose frame has been set up, and hands on its rows.
// Adds the plan's sinks. What it gives lacks steps and plan text.
Result RunPlan(Plan& plan, Execution& execution, const RowSink* sink);

const ProcedureRegistry& ProceduresOf(const QueryOptions& options);

}  // namespace norn::query

#endif  // NORN_QUERY_PLAN_RUNNER_H_
