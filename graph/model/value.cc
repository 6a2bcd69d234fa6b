#include "graph/model/value.h"

#include <cmath>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/time/civil_time.h"

namespace norn::graph {
namespace {

constexpr int64_t kSecondsPerDay = 86400;
constexpr int64_t kNanosPerSecond = 1000000000;

std::string DayText(int64_t days) {
  const absl::CivilDay day = absl::CivilDay(1970, 1, 1) + days;
  return absl::StrFormat("%04d-%02d-%02d", day.year(), day.month(), day.day());
}

// ".5" for half a second, "" for none.
std::string FractionText(int64_t nanoseconds) {
  if (nanoseconds == 0) return "";
  std::string digits = absl::StrFormat(".%09d", nanoseconds);
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

std::string ClockText(int64_t second_of_day, int64_t nanoseconds) {
  return absl::StrFormat("%02d:%02d:%02d%s", second_of_day / 3600, second_of_day / 60 % 60,
                         second_of_day % 60, FractionText(nanoseconds));
}

std::string OffsetText(int32_t offset_seconds) {
  if (offset_seconds == 0) return "Z";
  const int64_t size = std::abs(static_cast<int64_t>(offset_seconds));
  std::string text =
      absl::StrFormat("%c%02d:%02d", offset_seconds < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0) absl::StrAppendFormat(&text, ":%02d", size % 60);
  return text;
}

std::string DateTimeText(int64_t seconds, int64_t nanoseconds) {
  int64_t days = seconds / kSecondsPerDay;
  int64_t second_of_day = seconds % kSecondsPerDay;
  if (second_of_day < 0) {
    second_of_day += kSecondsPerDay;
    --days;
  }
  return absl::StrCat(DayText(days), "T", ClockText(second_of_day, nanoseconds));
}

// One overload for each alternative of Value::Variant.
struct Printer {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool v) const { return v ? "true" : "false"; }
  std::string operator()(int64_t v) const { return absl::StrCat(v); }
  std::string operator()(double v) const {
    // Always tells a real from an integer, and always reads back as the same number.
    std::string text = absl::StrFormat("%.17g", v);
    for (int digits = 1; digits < 17; ++digits) {
      std::string shorter = absl::StrFormat("%.*g", digits, v);
      if (std::strtod(shorter.c_str(), nullptr) == v) {
        text = std::move(shorter);
        break;
      }
    }
    if (std::isfinite(v) && text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
  }
  std::string operator()(const std::string& v) const {
    return absl::StrCat("\"", absl::Utf8SafeCEscape(v), "\"");
  }
  std::string operator()(const Value::List& list) const {
    return absl::StrCat("[",
                        absl::StrJoin(list, ", ",
                                      [](std::string* out, const Value& item) {
                                        absl::StrAppend(out, ToString(item));
                                      }),
                        "]");
  }
  std::string operator()(Date v) const { return DayText(v.days); }
  std::string operator()(LocalTime v) const {
    return ClockText(v.nanoseconds / kNanosPerSecond, v.nanoseconds % kNanosPerSecond);
  }
  std::string operator()(ZonedTime v) const {
    return absl::StrCat((*this)(LocalTime{v.nanoseconds}), OffsetText(v.offset_seconds));
  }
  std::string operator()(LocalDateTime v) const { return DateTimeText(v.seconds, v.nanoseconds); }
  std::string operator()(const ZonedDateTime& v) const {
    int64_t local = 0;
    if (__builtin_add_overflow(v.seconds, v.offset_seconds, &local)) local = v.seconds;
    std::string text =
        absl::StrCat(DateTimeText(local, v.nanoseconds), OffsetText(v.offset_seconds));
    if (!v.zone.empty()) absl::StrAppend(&text, "[", v.zone, "]");
    return text;
  }
  std::string operator()(const Duration& v) const {
    return absl::StrFormat("P%dM%dDT%dS%s", v.months, v.days, v.seconds,
                           v.nanoseconds == 0 ? "" : absl::StrCat("+", v.nanoseconds, "ns"));
  }
};

}  // namespace

std::string ToString(const Value& value) { return std::visit(Printer(), value.data()); }

}  // namespace norn::graph
