#include "base/partial_date.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"

namespace norn::base {
namespace {

int Number(absl::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

}  // namespace

bool HasDateShape(absl::string_view text) {
  constexpr absl::string_view kShape = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (kShape[i] == '-' ? text[i] != '-' : !absl::ascii_isdigit(text[i])) return false;
  }
  return true;
}

std::optional<PartialDate> ParsePartialDate(absl::string_view text) {
  if (!HasDateShape(text)) return std::nullopt;
  PartialDate date = {Number(text.substr(0, 4))};
  if (text.size() > 4) {
    date.month = Number(text.substr(5, 2));
    if (date.month < 1 || date.month > 12) return std::nullopt;
  }
  if (text.size() > 7) {
    date.day = Number(text.substr(8, 2));
    if (date.day < 1 || date.day > 31) return std::nullopt;
  }
  return date;
}

bool IsInCalendar(const PartialDate& date) {
  // CivilDay brings impossible days to possible ones: then it was none.
  return date.day == 0 || absl::CivilDay(date.year, date.month, date.day).day() == date.day;
}

std::string ToText(const PartialDate& date) {
  if (date.month == 0) return absl::StrFormat("%04d", date.year);
  if (date.day == 0) return absl::StrFormat("%04d-%02d", date.year, date.month);
  return absl::StrFormat("%04d-%02d-%02d", date.year, date.month, date.day);
}

}  // namespace norn::base
