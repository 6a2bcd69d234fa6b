// The functions of the language: what they are called, what they take, what they do.
//
//   const FunctionInfo* info = FindFunction("toupper");   // names are found in any case
//
// Families (functions_text.cc, functions_math.cc, …) each give a table. The checker reads a
// table's row before anything runs; the evaluator checks the kinds of what comes in, so that bodies
// may rely on them.
#ifndef NORN_QUERY_FUNCTIONS_FUNCTIONS_H_
#define NORN_QUERY_FUNCTIONS_FUNCTIONS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "query/runtime/execution.h"
#include "query/values/type_set.h"
#include "query/values/value.h"

namespace norn::query {

struct FunctionCall {
  Execution& execution;
  Span span;
  absl::string_view name;
  absl::Span<const Value> args;

  size_t size() const { return args.size(); }
  const Value& operator[](size_t i) const { return args[i]; }
  Value Fail(ErrorCode code, std::string message) const {
    return execution.Fail(code, span, std::move(message));
  }
};

using FunctionBody = Value (*)(const FunctionCall& call);

struct FunctionInfo {
  const char* name;  // as it is documented
  int min_args;
  int max_args;      // -1: any number
  KindMask args[3];  // accepted kinds; of further arguments the last one's
  KindMask result;   // kinds that it gives
  FunctionBody body;
  bool takes_null = false;      // otherwise null in gives null out, without a call
  bool result_of_args = false;  // gives one of its arguments, or an item of the first (head)
};

const FunctionInfo* FindFunction(absl::string_view name);
std::vector<std::string> FunctionNames();

// Calls it: null in, null out; then the kinds of the arguments are checked.
Value CallFunction(const FunctionInfo& info, const FunctionCall& call);

// The families' tables.
absl::Span<const FunctionInfo> TextFunctions();
absl::Span<const FunctionInfo> TrimFunctions();
absl::Span<const FunctionInfo> MathFunctions();
absl::Span<const FunctionInfo> ListFunctions();
absl::Span<const FunctionInfo> CollectionFunctions();
absl::Span<const FunctionInfo> GraphFunctions();
absl::Span<const FunctionInfo> ConversionFunctions();
absl::Span<const FunctionInfo> TemporalFunctions();

}  // namespace norn::query

#endif  // NORN_QUERY_FUNCTIONS_FUNCTIONS_H_
