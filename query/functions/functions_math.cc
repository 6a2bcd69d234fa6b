// Functions on numbers.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
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

double HalfDown(double v) { return v < 0 ? -std::ceil(-v - 0.5) : std::ceil(v - 0.5); }

double HalfEven(double v) {
  const double floor = std::floor(v);
  if (v - floor != 0.5) return std::round(v);
  return std::fmod(floor, 2) == 0 ? floor : floor + 1;
}

struct RoundingMode {
  const char* name;
  double (*round)(double);
};

constexpr RoundingMode kModes[] = {
    {"UP", [](double v) { return v < 0 ? std::floor(v) : std::ceil(v); }},
    {"DOWN", [](double v) { return std::trunc(v); }},
    {"CEILING", [](double v) { return std::ceil(v); }},
    {"FLOOR", [](double v) { return std::floor(v); }},
    {"HALF_UP", [](double v) { return std::round(v); }},
    {"HALF_DOWN", HalfDown},
    {"HALF_EVEN", HalfEven},
};

// Halves go up; with a precision, away from zero, or as the mode says.
Value Round(const FunctionCall& call) {
  double v = call[0].number();
  if (call.size() == 1) return Value::Float(std::floor(v + 0.5));
  if (call[1].integer() < 0 || call[1].integer() > 300) {
    return call.Fail(ErrorCode::kNumberOutOfRange, "round() takes a precision from 0 to 300");
  }
  const absl::string_view name = call.size() > 2 ? call[2].text() : "HALF_UP";
  const auto* mode = std::find_if(std::begin(kModes), std::end(kModes), [name](const auto& m) {
    return absl::EqualsIgnoreCase(m.name, name);
  });
  if (mode == std::end(kModes)) {
    return call.Fail(ErrorCode::kInvalidArgumentValue,
                     absl::StrCat("round() knows UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN and "
                                  "HALF_EVEN, not ",
                                  name));
  }
  double scale = std::pow(10.0, static_cast<double>(call[1].integer()));
  double scaled = v * scale;
  return Value::Float(std::isfinite(scaled) ? mode->round(scaled) / scale : v);
}

Value Rand(const FunctionCall& call) { return Value::Float(call.execution.Random()); }
// A random UUID, version 4 of RFC 9562.
Value RandomUuid(const FunctionCall& call) {
  constexpr double kTwoTo32 = 4294967296.0;
  uint32_t words[4];
  for (uint32_t& word : words) word = static_cast<uint32_t>(call.execution.Random() * kTwoTo32);
  words[1] = (words[1] & 0xFFFF0FFFU) | 0x00004000U;
  words[2] = (words[2] & 0x3FFFFFFFU) | 0x80000000U;
  return Value::String(absl::StrFormat("%08x-%04x-%04x-%04x-%04x%08x", words[0], words[1] >> 16,
                                       words[1] & 0xFFFFU, words[2] >> 16, words[2] & 0xFFFFU,
                                       words[3]));
}

Value E(const FunctionCall&) { return Value::Float(std::numbers::e); }
Value Pi(const FunctionCall&) { return Value::Float(std::numbers::pi); }

Value Atan2(const FunctionCall& call) {
  return Value::Float(std::atan2(call[0].number(), call[1].number()));
}

Value IsNan(const FunctionCall& call) { return Value::Bool(std::isnan(call[0].number())); }

double Cot(double v) { return 1 / std::tan(v); }
double Coth(double v) { return 1 / std::tanh(v); }
double Degrees(double v) { return v * 180 / std::numbers::pi; }
double Radians(double v) { return v * std::numbers::pi / 180; }
double Haversin(double v) { return (1 - std::cos(v)) / 2; }

constexpr KindMask N = kNumberKinds;
constexpr KindMask F = kFloatKind;

constexpr FunctionInfo kFunctions[] = {
    {"abs", 1, 1, {N}, N, Abs},
    {"sign", 1, 1, {N}, kIntegerKind, Sign},
    {"round", 1, 3, {N, kIntegerKind, kStringKind}, F, Round},
    {"rand", 0, 0, {}, F, Rand},
    {"randomUUID", 0, 0, {}, kStringKind, RandomUuid},
    {"e", 0, 0, {}, F, E},
    {"pi", 0, 0, {}, F, Pi},
    {"ceil", 1, 1, {N}, F, Real<std::ceil>},
    {"ceiling", 1, 1, {N}, F, Real<std::ceil>},
    {"floor", 1, 1, {N}, F, Real<std::floor>},
    {"sqrt", 1, 1, {N}, F, Real<std::sqrt>},
    {"exp", 1, 1, {N}, F, Real<std::exp>},
    {"log", 1, 1, {N}, F, Real<std::log>},
    {"ln", 1, 1, {N}, F, Real<std::log>},
    {"log10", 1, 1, {N}, F, Real<std::log10>},
    {"sin", 1, 1, {N}, F, Real<std::sin>},
    {"cos", 1, 1, {N}, F, Real<std::cos>},
    {"tan", 1, 1, {N}, F, Real<std::tan>},
    {"cot", 1, 1, {N}, F, Real<Cot>},
    {"asin", 1, 1, {N}, F, Real<std::asin>},
    {"acos", 1, 1, {N}, F, Real<std::acos>},
    {"atan", 1, 1, {N}, F, Real<std::atan>},
    {"atan2", 2, 2, {N, N}, F, Atan2},
    {"sinh", 1, 1, {N}, F, Real<std::sinh>},
    {"cosh", 1, 1, {N}, F, Real<std::cosh>},
    {"tanh", 1, 1, {N}, F, Real<std::tanh>},
    {"coth", 1, 1, {N}, F, Real<Coth>},
    {"degrees", 1, 1, {N}, F, Real<Degrees>},
    {"radians", 1, 1, {N}, F, Real<Radians>},
    {"haversin", 1, 1, {N}, F, Real<Haversin>},
    {"isNaN", 1, 1, {N}, kBoolKind, IsNan},
};

}  // namespace

absl::Span<const FunctionInfo> MathFunctions() { return kFunctions; }

}  // namespace norn::query
