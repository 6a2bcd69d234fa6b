// The procedures that every graph has: db.labels(), norn.find(), algo.pagerank(), …
#ifndef NORN_QUERY_PROCEDURES_BUILTIN_PROCEDURES_H_
#define NORN_QUERY_PROCEDURES_BUILTIN_PROCEDURES_H_

#include "query/procedures/procedures.h"

namespace norn::query {

const ProcedureRegistry& BuiltInProcedures();

// The families.
void AddSchemaProcedures(ProcedureRegistry& registry);
void AddSearchProcedures(ProcedureRegistry& registry);
void AddAlgorithmProcedures(ProcedureRegistry& registry);

}  // namespace norn::query

#endif  // NORN_QUERY_PROCEDURES_BUILTIN_PROCEDURES_H_
