#include "ingest/extract/time/day_range.h"

#include <algorithm>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace norn::ingest {
namespace {

std::optional<absl::CivilDay> ParseDay(const std::string& text) {
  const std::optional<DayRange> range = ParseIsoDate(text);
  return range && range->is_day() ? range->from : std::nullopt;
}

int WeekdayOf(absl::CivilDay day) { return static_cast<int>(absl::GetWeekday(day)) + 1; }

// The only day of the weekday in the range, if there is just one.
std::optional<absl::CivilDay> OnlyDay(const DayRange& range, int weekday) {
  if (!range.from || !range.to || *range.to - *range.from > 62) return std::nullopt;
  std::optional<absl::CivilDay> only;
  for (absl::CivilDay day = *range.from; day <= *range.to; ++day) {
    if (WeekdayOf(day) != weekday) continue;
    if (only) return std::nullopt;
    only = day;
  }
  return only;
}

bool HasWeekday(const DayRange& range, int weekday) {
  if (!range.from || !range.to || *range.to - *range.from >= 6) return true;
  for (absl::CivilDay day = *range.from; day <= *range.to; ++day) {
    if (WeekdayOf(day) == weekday) return true;
  }
  return false;
}

}  // namespace

DayRange OneDay(absl::CivilDay day) { return {day, day}; }

DayRange WholeMonth(int64_t year, int month) {
  const absl::CivilMonth first(year, month);
  return {absl::CivilDay(first), absl::CivilDay(first + 1) - 1};
}

DayRange WholeYear(int64_t year) {
  return {absl::CivilDay(year, 1, 1), absl::CivilDay(year, 12, 31)};
}

std::optional<DayRange> ParseIsoDate(absl::string_view text) {
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '-');
  if (parts.size() > 3 || parts[0].size() != 4) return std::nullopt;
  int numbers[3] = {0, 1, 1};
  for (size_t i = 0; i < parts.size(); ++i) {
    const bool digits =
        std::all_of(parts[i].begin(), parts[i].end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || (i > 0 && parts[i].size() != 2) || !absl::SimpleAtoi(parts[i], &numbers[i])) {
      return std::nullopt;
    }
  }
  if (numbers[0] < 1000 || numbers[1] < 1 || numbers[1] > 12) return std::nullopt;
  if (parts.size() == 1) return WholeYear(numbers[0]);
  if (parts.size() == 2) return WholeMonth(numbers[0], numbers[1]);
  const absl::CivilDay day(numbers[0], numbers[1], numbers[2]);
  if (day.month() != numbers[1] || day.day() != numbers[2]) return std::nullopt;
  return OneDay(day);
}

std::string IsoText(const DayRange& range) {
  if (!range.from || !range.to) return "";
  const std::string from = absl::FormatCivilTime(*range.from);
  const std::string to = absl::FormatCivilTime(*range.to);
  for (const size_t length : {size_t{10}, size_t{7}, size_t{4}}) {
    if (from.substr(0, length) == to.substr(0, length)) return from.substr(0, length);
  }
  return "";
}

DayRange ToDayRange(const proto::DateRange& range) {
  return {ParseDay(range.from()), ParseDay(range.to())};
}

void SetRange(const DayRange& range, proto::DateRange& out) {
  out.set_from(range.from ? absl::FormatCivilTime(*range.from) : "");
  out.set_to(range.to ? absl::FormatCivilTime(*range.to) : "");
}

std::optional<proto::DateRange> Intersect(const proto::DateRange& a, const proto::DateRange& b) {
  DayRange both = ToDayRange(a);
  const DayRange other = ToDayRange(b);
  if (!both.from || (other.from && *other.from > *both.from)) both.from = other.from;
  if (!both.to || (other.to && *other.to < *both.to)) both.to = other.to;
  if (both.from && both.to && *both.from > *both.to) return std::nullopt;
  if (a.weekday() != 0 && b.weekday() != 0 && a.weekday() != b.weekday()) return std::nullopt;
  const int weekday = static_cast<int>(std::max(a.weekday(), b.weekday()));
  proto::DateRange result;
  if (weekday != 0) {
    if (!HasWeekday(both, weekday)) return std::nullopt;
    if (const auto day = OnlyDay(both, weekday)) both = OneDay(*day);
    if (!both.is_day()) result.set_weekday(weekday);
  }
  SetRange(both, result);
  return result;
}

proto::DateRange Shift(const proto::DateRange& range, int days) {
  DayRange moved = ToDayRange(range);
  if (moved.from) *moved.from += days;
  if (moved.to) *moved.to += days;
  proto::DateRange result;
  SetRange(moved, result);
  if (range.weekday() != 0) {
    result.set_weekday(
        static_cast<uint32_t>(((static_cast<int>(range.weekday()) - 1 + days) % 7 + 7) % 7 + 1));
  }
  return result;
}

}  // namespace norn::ingest
