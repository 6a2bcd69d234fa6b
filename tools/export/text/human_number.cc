#include "tools/export/text/human_number.h"

#include <cmath>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tools/export/text/plain_text.h"

namespace norn::tools {
namespace {

struct Scale {
  double size;
  const char* word;
};
constexpr Scale kScales[] = {{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}};

// Beyond it a double does not hold every whole number.
constexpr double kMostExact = 9007199254740992.0;

// "12.50" as "12.5", "3.00" as "3".
std::string Trimmed(double number) {
  const std::string text = absl::StrFormat("%.2f", number);
  size_t end = text.find_last_not_of('0');
  if (text[end] == '.') --end;
  return text.substr(0, end + 1);
}

std::string Grouped(int64_t number) {
  const std::string digits = absl::StrCat(number);
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i) {
    const size_t left = digits.size() - i;
    if (i > 0 && left % 3 == 0 && digits[i - 1] != '-') out.push_back(',');
    out.push_back(digits[i]);
  }
  return out;
}

}  // namespace

std::string HumanNumber(double number) {
  if (!std::isfinite(number) || std::abs(number) >= kMostExact) {
    return absl::StrFormat("%g", number);
  }
  for (const Scale& scale : kScales) {
    if (std::abs(number) < scale.size) continue;
    const double scaled = number / scale.size;
    // 1,234,567 would not be 1.23 million.
    if (std::abs(std::round(scaled * 100) / 100 * scale.size - number) > 0.5) break;
    return absl::StrCat(Trimmed(scaled), " ", scale.word);
  }
  if (number == std::floor(number)) return Grouped(static_cast<int64_t>(number));
  return Trimmed(number);
}

std::string HumanNumber(const graph::Value& value) {
  if (const double* real = value.As<double>()) return HumanNumber(*real);
  if (const int64_t* whole = value.As<int64_t>()) {
    return std::abs(static_cast<double>(*whole)) < kMostExact
               ? HumanNumber(static_cast<double>(*whole))
               : Grouped(*whole);
  }
  return PlainText(value);
}

}  // namespace norn::tools
