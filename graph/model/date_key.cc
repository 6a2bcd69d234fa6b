#include "graph/model/date_key.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

namespace norn::graph {
namespace {

DateKey MakeKey(int64_t year, int month, int day) {
  return static_cast<DateKey>(year * 10000 + month * 100 + day);
}

// `count` digits at `pos` as a number; -1 if they are not all digits.
int Digits(absl::string_view text, size_t pos, size_t count) {
  int number = 0;
  for (char c : text.substr(pos, count)) {
    if (!absl::ascii_isdigit(c)) return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

DateKey KeyOfText(absl::string_view text) {
  const size_t size = text.size();
  if (size != 4 && size != 7 && size != 10) return kNoDateKey;
  const int year = Digits(text, 0, 4);
  if (year < 0) return kNoDateKey;
  if (size == 4) return MakeKey(year, 0, 0);
  const int month = Digits(text, 5, 2);
  if (text[4] != '-' || month < 1 || month > 12) return kNoDateKey;
  if (size == 7) return MakeKey(year, month, 0);
  const int day = Digits(text, 8, 2);
  if (text[7] != '-' || day < 1 || day > 31) return kNoDateKey;
  return MakeKey(year, month, day);
}

}  // namespace

DateKey DateKeyOf(const Value& value) {
  if (const auto* text = value.As<std::string>()) return KeyOfText(*text);
  if (const auto* date = value.As<Date>()) {
    const absl::CivilDay day = absl::CivilDay(1970, 1, 1) + date->days;
    if (day.year() >= 0 && day.year() <= 9999) return MakeKey(day.year(), day.month(), day.day());
  }
  return kNoDateKey;
}

std::string DateText(DateKey key) {
  const int year = key / 10000;
  const int month = key / 100 % 100;
  const int day = key % 100;
  if (key < 0 || year > 9999 || month > 12 || day > 31 || (month == 0 && day != 0)) return "";
  if (month == 0) return absl::StrFormat("%04d", year);
  if (day == 0) return absl::StrFormat("%04d-%02d", year, month);
  return absl::StrFormat("%04d-%02d-%02d", year, month, day);
}

}  // namespace norn::graph
