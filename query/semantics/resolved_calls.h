// Which functions and aggregates a query's calls are. The names are looked up once, before the
// check; whoever comes after asks the tree.
//
//   ResolveCalls(query);
//   if (IsAggregate(expr)) …
//   if (IsCallOf(expr, "relationships")) …   // however the query spells it
#ifndef NORN_QUERY_SEMANTICS_RESOLVED_CALLS_H_
#define NORN_QUERY_SEMANTICS_RESOLVED_CALLS_H_

#include "absl/strings/string_view.h"
#include "query/syntax/ast.h"

namespace norn::query {

// Sets `function` or `aggregate` of every call, also in sub-queries and patterns; neither, where
// there is none of the name.
void ResolveCalls(Query& query);

// count(*), sum(…): an aggregate itself, and one anywhere within (not within sub-queries).
bool IsAggregate(const Expr& expr);
bool HasAggregate(const Expr& expr);

// Whether it calls the function or aggregate that is documented by the name.
bool IsCallOf(const Expr& expr, absl::string_view name);

}  // namespace norn::query

#endif  // NORN_QUERY_SEMANTICS_RESOLVED_CALLS_H_
