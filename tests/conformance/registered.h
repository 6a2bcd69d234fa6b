// Procedures that a scenario describes by their signature and a table of what they yield.
#ifndef NORN_TESTS_CONFORMANCE_REGISTERED_H_
#define NORN_TESTS_CONFORMANCE_REGISTERED_H_

#include <string>

#include "nlohmann/json.hpp"
#include "query/procedures/procedures.h"

namespace norn::conformance {

// Why it could not be, or an empty text.
std::string Register(const nlohmann::json& procedures, query::ProcedureRegistry& registry);

}  // namespace norn::conformance

#endif  // NORN_TESTS_CONFORMANCE_REGISTERED_H_
