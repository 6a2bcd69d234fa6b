// Functions on lists and maps.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "query/functions/functions.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

Value Head(const FunctionCall& call) {
  return call[0].list().empty() ? Value() : call[0].list().front();
}

Value Last(const FunctionCall& call) {
  return call[0].list().empty() ? Value() : call[0].list().back();
}

Value Tail(const FunctionCall& call) {
  const Value::Items& items = call[0].list();
  return Value::List(items.empty() ? Value::Items() : Value::Items(items.begin() + 1, items.end()));
}

// range(first, last[, step]): last is in it.
Value Range(const FunctionCall& call) {
  for (const Value& arg : call.args) {
    if (!arg.is(Kind::kInteger)) {
      return call.Fail(ErrorCode::kArgumentTypeAtRuntime,
                       absl::StrCat("range() takes INTEGER, not ", KindName(arg.kind())));
    }
  }
  int64_t step = call.size() > 2 ? call[2].integer() : 1;
  if (step == 0) return call.Fail(ErrorCode::kNumberOutOfRange, "range() takes no step of zero");
  __int128 first = call[0].integer();
  __int128 last = call[1].integer();
  __int128 count = step > 0 ? (last - first) / step + 1 : (first - last) / -__int128{step} + 1;
  if ((step > 0 && first > last) || (step < 0 && first < last)) count = 0;
  constexpr __int128 kMost = INT64_MAX / 64;
  int64_t bytes =
      static_cast<int64_t>(std::min(count, kMost)) * static_cast<int64_t>(sizeof(Value));
  if (!call.execution.MayAllocate(bytes)) return Value();
  Value::Items items;
  items.reserve(static_cast<size_t>(count));
  for (__int128 i = 0; i < count; ++i) {
    items.push_back(Value::Int(static_cast<int64_t>(first + i * step)));
  }
  call.execution.Step(static_cast<uint64_t>(count));
  return Value::List(std::move(items));
}

Value Coalesce(const FunctionCall& call) {
  for (const Value& arg : call.args) {
    if (!arg.is_null()) return arg;
  }
  return Value();
}

constexpr KindMask L = kListKind;

constexpr FunctionInfo kFunctions[] = {
    {"head", 1, 1, {L}, kAnyKind, Head, false, true},
    {"last", 1, 1, {L}, kAnyKind, Last, false, true},
    {"tail", 1, 1, {L}, L, Tail},
    {"range", 2, 3, {kAnyKind, kAnyKind, kAnyKind}, L, Range},
    {"coalesce", 1, -1, {kAnyKind, kAnyKind, kAnyKind}, kAnyKind, Coalesce, true},
};

}  // namespace

absl::Span<const FunctionInfo> ListFunctions() { return kFunctions; }

}  // namespace norn::query
