#include "graph/model/date_key.h"

#include <optional>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "base/partial_date.h"

namespace norn::graph {
namespace {

DateKey MakeKey(int64_t year, int month, int day) {
  return static_cast<DateKey>(year * 10000 + month * 100 + day);
}

DateKey KeyOfText(absl::string_view text) {
  const std::optional<base::PartialDate> date = base::ParsePartialDate(text);
  return date.has_value() ? MakeKey(date->year, date->month, date->day) : kNoDateKey;
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
  return base::ToText({year, month, day});
}

}  // namespace norn::graph
