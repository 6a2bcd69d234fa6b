// Conversions between kinds.
#include <cmath>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "query/functions/functions.h"
#include "query/values/value_order.h"
#include "query/values/value_text.h"
#include "query/values/value_type.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

Value IntegerOf(double v) {
  constexpr double kLimit = 9223372036854775808.0;
  if (!(v >= -kLimit && v < kLimit)) return Value();
  return Value::Int(static_cast<int64_t>(v));
}

Value ToInteger(const FunctionCall& call) {
  const Value& v = call[0];
  if (v.is(Kind::kInteger)) return v;
  if (v.is(Kind::kFloat)) return IntegerOf(v.real());
  if (v.is(Kind::kBool)) return Value::Int(v.boolean() ? 1 : 0);
  absl::string_view text = absl::StripAsciiWhitespace(v.text());
  int64_t integer = 0;
  if (absl::SimpleAtoi(text, &integer)) return Value::Int(integer);
  double real = 0;
  return absl::SimpleAtod(text, &real) ? IntegerOf(real) : Value();
}

Value ToFloat(const FunctionCall& call) {
  if (call[0].is_number()) return Value::Float(call[0].number());
  double real = 0;
  absl::string_view text = absl::StripAsciiWhitespace(call[0].text());
  return absl::SimpleAtod(text, &real) ? Value::Float(real) : Value();
}

Value ToBoolean(const FunctionCall& call) {
  const Value& v = call[0];
  if (v.is(Kind::kBool)) return v;
  if (v.is(Kind::kInteger)) return Value::Bool(v.integer() != 0);
  absl::string_view text = absl::StripAsciiWhitespace(v.text());
  if (absl::EqualsIgnoreCase(text, "true")) return Value::Bool(true);
  if (absl::EqualsIgnoreCase(text, "false")) return Value::Bool(false);
  return Value();
}

Value ToString(const FunctionCall& call) {
  return call[0].is(Kind::kString) ? call[0] : Value::String(TextOf(call[0]));
}

// The same for any kind: null for what cannot be converted.
template <FunctionBody body, KindMask accepted>
Value OrNull(const FunctionCall& call) {
  return (MaskOf(call[0].kind()) & accepted) != 0 ? body(call) : Value();
}

template <FunctionBody body, KindMask accepted>
Value EachOrNull(const FunctionCall& call) {
  Value::Items items;
  for (const Value& item : call[0].list()) {
    FunctionCall inner{call.execution, call.span, call.name, absl::MakeConstSpan(&item, 1)};
    items.push_back(OrNull<body, accepted>(inner));
  }
  return Value::List(std::move(items));
}

Value NullIf(const FunctionCall& call) {
  if (!call.execution.MayWalk(call[0]) || !call.execution.MayWalk(call[1])) return Value();
  return Equals(call[0], call[1]) == Truth::kTrue ? Value() : call[0];
}

Value ValueType(const FunctionCall& call) {
  return call.execution.MayWalk(call[0]) ? Value::String(ValueTypeText(call[0])) : Value();
}

constexpr KindMask S = kStringKind;
constexpr KindMask L = kListKind;
constexpr KindMask kToInteger = kNumberKinds | S | kBoolKind;
constexpr KindMask kToFloat = kNumberKinds | S;
constexpr KindMask kToBoolean = kBoolKind | S | kIntegerKind;
constexpr KindMask kToString = kNumberKinds | S | kBoolKind | kTemporalKinds;

constexpr FunctionInfo kFunctions[] = {
    {"toInteger", 1, 1, {kToInteger}, kIntegerKind, ToInteger},
    {"toFloat", 1, 1, {kToFloat}, kFloatKind, ToFloat},
    {"toBoolean", 1, 1, {kToBoolean}, kBoolKind, ToBoolean},
    {"toString", 1, 1, {kToString}, S, ToString},
    {"toIntegerOrNull", 1, 1, {kAnyKind}, kIntegerKind, OrNull<ToInteger, kToInteger>},
    {"toFloatOrNull", 1, 1, {kAnyKind}, kFloatKind, OrNull<ToFloat, kToFloat>},
    {"toBooleanOrNull", 1, 1, {kAnyKind}, kBoolKind, OrNull<ToBoolean, kToBoolean>},
    {"toStringOrNull", 1, 1, {kAnyKind}, S, OrNull<ToString, kToString>},
    {"toIntegerList", 1, 1, {L}, L, EachOrNull<ToInteger, kToInteger>},
    {"toFloatList", 1, 1, {L}, L, EachOrNull<ToFloat, kToFloat>},
    {"toBooleanList", 1, 1, {L}, L, EachOrNull<ToBoolean, kToBoolean>},
    {"toStringList", 1, 1, {L}, L, EachOrNull<ToString, kToString>},
    {"nullIf", 2, 2, {kAnyKind, kAnyKind}, kAnyKind, NullIf, true},
    {"valueType", 1, 1, {kAnyKind}, S, ValueType, true},
};

}  // namespace

absl::Span<const FunctionInfo> ConversionFunctions() { return kFunctions; }

}  // namespace norn::query
