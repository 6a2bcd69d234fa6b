// A value as the answer of a condition.
#ifndef NORN_QUERY_RUNTIME_TRUTH_H_
#define NORN_QUERY_RUNTIME_TRUTH_H_

#include "absl/strings/str_cat.h"
#include "query/runtime/execution.h"
#include "query/values/value_order.h"

namespace norn::query {

// Null is unknown; what is neither null nor a boolean fails the execution.
inline Truth TruthOf(Execution& execution, Span span, const Value& value) {
  if (value.is(Value::Kind::kBool)) return value.boolean() ? Truth::kTrue : Truth::kFalse;
  if (!value.is_null()) {
    execution.Fail(ErrorCode::kTypeMismatch, span,
                   absl::StrCat("a condition must be BOOLEAN, not ", KindName(value.kind())));
  }
  return Truth::kUnknown;
}

}  // namespace norn::query

#endif  // NORN_QUERY_RUNTIME_TRUTH_H_
