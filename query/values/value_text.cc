#include "query/values/value_text.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "query/values/temporal.h"

namespace norn::query {

std::string FloatText(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  char buffer[64];
  double size = std::fabs(value);
  bool plain = size == 0 || (size >= 1e-3 && size < 1e7);
  auto result = std::to_chars(buffer, buffer + sizeof(buffer), value,
                              plain ? std::chars_format::fixed : std::chars_format::scientific);
  std::string text(buffer, result.ptr);
  if (plain) return absl::StrContains(text, '.') ? text : text + ".0";
  // 1e+07 is written 1.0E7.
  size_t e = text.find('e');
  std::string mantissa = text.substr(0, e);
  int exponent = std::atoi(text.c_str() + e + 1);
  if (!absl::StrContains(mantissa, '.')) mantissa += ".0";
  return absl::StrCat(mantissa, "E", exponent);
}

std::string TextOf(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::kString:
      return std::string(value.text());
    case Value::Kind::kInteger:
      return absl::StrCat(value.integer());
    case Value::Kind::kFloat:
      return FloatText(value.real());
    case Value::Kind::kBool:
      return value.boolean() ? "true" : "false";
    default:
      return value.is_temporal() ? TemporalText(value) : "";
  }
}

}  // namespace norn::query
