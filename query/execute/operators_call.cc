#include "query/execute/operators_call.h"

#include "absl/strings/str_cat.h"

namespace norn::query {

bool CallProcedure::Process(Execution& execution) {
  std::vector<Value> args;
  for (size_t i = 0; i < args_.size(); ++i) {
    args.push_back(args_[i]->Eval(execution));
    KindMask accepted = procedure_.inputs[i].kinds;
    // A whole number serves where a float is asked for.
    if ((accepted & kFloatKind) != 0 && (accepted & kIntegerKind) == 0 &&
        args.back().is(Value::Kind::kInteger)) {
      args.back() = Value::Float(args.back().number());
    }
    if (!args.back().is_null() && (MaskOf(args.back().kind()) & accepted) == 0) {
      execution.Fail(
          ErrorCode::kTypeMismatch, span_,
          absl::StrCat(procedure_.name, " takes ", NameOf(accepted), " as `",
                       procedure_.inputs[i].name, "`, not ", KindName(args.back().kind())));
    }
  }
  if (execution.failed()) return false;
  args.resize(procedure_.inputs.size());
  bool wants_more = true;
  procedure_.body(execution, span_, args, [&](absl::Span<const Value> row) {
    for (const auto& [field, slot] : yields_) execution.slot(slot) = row[field];
    wants_more = PushOn(execution);
    return wants_more;
  });
  if (execution.failed()) return false;
  // A procedure without results lets the row pass.
  if (procedure_.outputs.empty()) return PushOn(execution);
  return wants_more;
}

}  // namespace norn::query
