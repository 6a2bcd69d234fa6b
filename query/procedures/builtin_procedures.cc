#include "query/procedures/builtin_procedures.h"

namespace norn::query {

const ProcedureRegistry& BuiltInProcedures() {
  static const ProcedureRegistry* registry = [] {
    auto* r = new ProcedureRegistry();
    AddSchemaProcedures(*r);
    AddSearchProcedures(*r);
    AddAlgorithmProcedures(*r);
    return r;
  }();
  return *registry;
}

}  // namespace norn::query
