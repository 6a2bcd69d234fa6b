#include "query/procedures/procedures.h"

#include <utility>

#include "absl/strings/ascii.h"

namespace norn::query {

void ProcedureRegistry::Add(Procedure procedure) {
  std::string key = absl::AsciiStrToLower(procedure.name);
  procedures_[std::move(key)] = std::move(procedure);
}

const Procedure* ProcedureRegistry::Find(absl::string_view name) const {
  auto it = procedures_.find(absl::AsciiStrToLower(name));
  return it == procedures_.end() ? nullptr : &it->second;
}

std::vector<std::string> ProcedureRegistry::Names() const {
  std::vector<std::string> names;
  for (const auto& entry : procedures_) names.push_back(entry.second.name);
  return names;
}

}  // namespace norn::query
