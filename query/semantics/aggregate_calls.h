// Which expressions are calls of aggregates.
#ifndef NORN_QUERY_SEMANTICS_AGGREGATE_CALLS_H_
#define NORN_QUERY_SEMANTICS_AGGREGATE_CALLS_H_

#include "query/syntax/ast.h"

namespace norn::query {

// count(*), sum(…): an aggregate itself, and one anywhere within (not within sub-queries).
bool IsAggregate(const Expr& expr);
bool HasAggregate(const Expr& expr);

}  // namespace norn::query

#endif  // NORN_QUERY_SEMANTICS_AGGREGATE_CALLS_H_
