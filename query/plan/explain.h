// A plan as text: an operator a line, with the rows that were expected and, of PROFILE, those that
// came and the time that the operator took, measured with a clock's readings about each row.
#ifndef NORN_QUERY_PLAN_EXPLAIN_H_
#define NORN_QUERY_PLAN_EXPLAIN_H_

#include <string>

#include "query/plan/planner.h"

namespace norn::query {

std::string ExplainPlan(const Plan& plan, bool with_counts);

}  // namespace norn::query

#endif  // NORN_QUERY_PLAN_EXPLAIN_H_
