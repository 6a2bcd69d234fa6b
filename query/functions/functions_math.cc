// Functions on numbers.
#include <cmath>
#include <numbers>

#include "absl/strings/str_cat.h"
#include "query/functions/functions.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

template <double (*F)(double)>
Value Real(const FunctionCall& call) {
  return Value::Float(F(call[0].number()));
}

Value Abs(const FunctionCall& call) {
  if (call[0].is(Kind::kFloat)) return Value::Float(std::fabs(call[0].real()));
  if (call[0].integer() == INT64_MIN) {
    return call.Fail(ErrorCode::kArithmetic, "the result does not fit into 64 bits");
  }
  return Value::Int(std::abs(call[0].integer()));
}

Value Sign(const FunctionCall& call) {
  double v = call[0].number();
  return Value::Int(v > 0 ? 1 : (v < 0 ? -1 : 0));
}

// Halves go up; with a precision, away from zero.
Value Round(const FunctionCall& call) {
  double v = call[0].number();
  if (call.size() == 1) return Value::Float(std::floor(v + 0.5));
  if (call[1].integer() < 0 || call[1].integer() > 300) {
    return call.Fail(ErrorCode::kNumberOutOfRange, "round() takes a precision from 0 to 300");
  }
  double scale = std::pow(10.0, static_cast<double>(call[1].integer()));
  double scaled = v * scale;
  return Value::Float(std::isfinite(scaled) ? std::round(scaled) / scale : v);
}

Value Rand(const FunctionCall& call) { return Value::Float(call.execution.Random()); }
Value E(const FunctionCall&) { return Value::Float(std::numbers::e); }
Value Pi(const FunctionCall&) { return Value::Float(std::numbers::pi); }

Value Atan2(const FunctionCall& call) {
  return Value::Float(std::atan2(call[0].number(), call[1].number()));
}

Value IsNan(const FunctionCall& call) { return Value::Bool(std::isnan(call[0].number())); }

double Cot(double v) { return 1 / std::tan(v); }
double Degrees(double v) { return v * 180 / std::numbers::pi; }
double Radians(double v) { return v * std::numbers::pi / 180; }
double Haversin(double v) { return (1 - std::cos(v)) / 2; }

constexpr KindMask N = kNumberKinds;
constexpr KindMask F = kFloatKind;

constexpr FunctionInfo kFunctions[] = {
    {"abs", 1, 1, {N}, N, Abs},
    {"sign", 1, 1, {N}, kIntegerKind, Sign},
    {"round", 1, 2, {N, kIntegerKind}, F, Round},
    {"rand", 0, 0, {}, F, Rand},
    {"e", 0, 0, {}, F, E},
    {"pi", 0, 0, {}, F, Pi},
    {"ceil", 1, 1, {N}, F, Real<std::ceil>},
    {"floor", 1, 1, {N}, F, Real<std::floor>},
    {"sqrt", 1, 1, {N}, F, Real<std::sqrt>},
    {"exp", 1, 1, {N}, F, Real<std::exp>},
    {"log", 1, 1, {N}, F, Real<std::log>},
    {"log10", 1, 1, {N}, F, Real<std::log10>},
    {"sin", 1, 1, {N}, F, Real<std::sin>},
    {"cos", 1, 1, {N}, F, Real<std::cos>},
    {"tan", 1, 1, {N}, F, Real<std::tan>},
    {"cot", 1, 1, {N}, F, Real<Cot>},
    {"asin", 1, 1, {N}, F, Real<std::asin>},
    {"acos", 1, 1, {N}, F, Real<std::acos>},
    {"atan", 1, 1, {N}, F, Real<std::atan>},
    {"atan2", 2, 2, {N, N}, F, Atan2},
    {"degrees", 1, 1, {N}, F, Real<Degrees>},
    {"radians", 1, 1, {N}, F, Real<Radians>},
    {"haversin", 1, 1, {N}, F, Real<Haversin>},
    {"isNaN", 1, 1, {N}, kBoolKind, IsNan},
};

}  // namespace

absl::Span<const FunctionInfo> MathFunctions() { return kFunctions; }

}  // namespace norn::query
