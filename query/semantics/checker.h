// What can be said of a query before it runs: names in scope, kinds of values, the rules of
// aggregation, which clauses may follow which.
#ifndef NORN_QUERY_SEMANTICS_CHECKER_H_
#define NORN_QUERY_SEMANTICS_CHECKER_H_

#include <string>
#include <vector>

#include "query/diagnostics/diagnostic.h"
#include "query/procedures/procedures.h"
#include "query/runtime/graph_access.h"
#include "query/runtime/options.h"
#include "query/syntax/ast.h"

namespace norn::query {

struct CheckResult {
  std::vector<Diagnostic> warnings;  // labels, types and properties that the graph does not have
};

// Says in the tree what each call calls (resolved_calls.h): planning asks for no name again.
Outcome<CheckResult> CheckTree(Query& query, const GraphAccess& graph,
                               const ProcedureRegistry& procedures, const QueryOptions& options);

}  // namespace norn::query

#endif  // NORN_QUERY_SEMANTICS_CHECKER_H_
