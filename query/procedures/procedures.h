// Procedures for CALL: what they are called, what they take, what they yield.
//
//   ProcedureRegistry registry = BuiltInProcedures();   // builtin_procedures.h
//   registry.Add({"test.double", {{"x", kIntegerKind}}, {{"y", kIntegerKind}}, body});
#ifndef NORN_QUERY_PROCEDURES_PROCEDURES_H_
#define NORN_QUERY_PROCEDURES_PROCEDURES_H_

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "query/runtime/execution.h"
#include "query/values/type_set.h"
#include "query/values/value.h"

namespace norn::query {

struct ProcedureField {
  std::string name;
  KindMask kinds = kAnyKind;
};

struct Procedure {
  // Yields rows, each as long as `outputs`, until it answers false.
  using Emit = std::function<bool(absl::Span<const Value> row)>;
  using Body = std::function<void(Execution&, Span, absl::Span<const Value> args, const Emit&)>;

  std::string name;
  std::vector<ProcedureField> inputs;
  std::vector<ProcedureField> outputs;
  Body body;
  size_t required_inputs = SIZE_MAX;  // further ones may be left out; by default all are needed
  std::string help;                   // one sentence
};

class ProcedureRegistry {
 public:
  void Add(Procedure procedure);
  const Procedure* Find(absl::string_view name) const;  // in any case
  std::vector<std::string> Names() const;
  const std::map<std::string, Procedure>& all() const { return procedures_; }

 private:
  std::map<std::string, Procedure> procedures_;  // by name in lower case
};

// Procedures that need more than their arguments give: a call's argument that was left out is null.
inline size_t RequiredInputs(const Procedure& procedure) {
  return std::min(procedure.required_inputs, procedure.inputs.size());
}

}  // namespace norn::query

#endif  // NORN_QUERY_PROCEDURES_PROCEDURES_H_
