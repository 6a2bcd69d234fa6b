#include "ingest/extract/time/time_fields.h"

#include <algorithm>

namespace norn::ingest {
namespace {

constexpr int kWeek = 7;

// Takes what `b` has; false if both have it and differ.
template <typename T>
bool Take(const std::optional<T>& b, std::optional<T>& a) {
  if (a && b && *a != *b) return false;
  if (b) a = b;
  return true;
}

bool CountsFromPublication(const TimeFields& f) {
  return f.day_shift || f.week_shift || f.about_weeks || f.weekend_shift || f.month_shift;
}

bool HasDayOfMonth(const TimeFields& f) { return (f.month && f.day) || f.easter; }

bool IsOneExpression(const TimeFields& f) {
  const bool in_year = f.month || f.first_month;
  const bool of_year = f.year || f.year_shift;
  if (f.year && f.year_shift) return false;
  if (f.decade && (of_year || in_year || f.weekday || CountsFromPublication(f))) return false;
  if (f.month && f.first_month) return false;
  if (f.day && f.first_month) return false;
  if (of_year && CountsFromPublication(f)) return false;
  if (f.weekday && (in_year || of_year) && !HasDayOfMonth(f)) return false;
  if (f.weekday && (f.month_shift || f.weekend_shift)) return false;
  if (in_year && CountsFromPublication(f) && !(f.day_shift && HasDayOfMonth(f))) return false;
  if (f.anchor && CountsFromPublication(f)) return false;
  const bool month_of_year = f.anchor == TimeWord::MONTHS && f.year_shift;
  return !(f.anchor && of_year && !HasDayOfMonth(f) && !month_of_year);
}

TimeRanges Both(const DayRange& past, const DayRange& future) {
  TimeRanges ranges;
  SetRange(past, ranges.past);
  SetRange(future, ranges.future);
  return ranges;
}

TimeRanges Same(const DayRange& range) { return Both(range, range); }

absl::CivilDay MondayOf(absl::CivilDay day) {
  return absl::PrevWeekday(day + 1, absl::Weekday::monday);
}

absl::Weekday WeekdayOf(int number) { return static_cast<absl::Weekday>(number - 1); }

DayRange Months(int64_t year, int first, int last) {
  const absl::CivilMonth begin(year, first);
  // A winter ends in the year after.
  const absl::CivilMonth end(last < first ? year + 1 : year, last);
  return {absl::CivilDay(begin), absl::CivilDay(end + 1) - 1};
}

// What the fields mean in a year that is known.
std::optional<DayRange> InYear(const TimeFields& f, int64_t year) {
  if (f.easter) return OneDay(EasterSunday(year) + *f.easter);
  if (f.first_month) {
    // "vinteren 2022" is the one that began before, or the one that ended after.
    if (*f.last_month < *f.first_month) return WholeYear(year);
    return Months(year, *f.first_month, *f.last_month);
  }
  if (!f.month) return WholeYear(year);
  if (!f.day) return WholeMonth(year, *f.month);
  const absl::CivilDay first(year, *f.month, *f.day);
  const absl::CivilDay last(year, *f.month, f.last_day.value_or(*f.day));
  if (first.day() != *f.day || last.day() != f.last_day.value_or(*f.day)) return std::nullopt;
  return DayRange{first, last};
}

// Without a year: the nearest before publication for what was, after it for what will be. A weekday
// beside the date says which year it is.
std::optional<TimeRanges> NearPublication(const TimeFields& f, const DayRange& published) {
  std::optional<DayRange> past;
  std::optional<DayRange> future;
  const bool over_new_year = f.first_month && *f.last_month < *f.first_month;
  for (int64_t y = published.from->year() - 2; y <= published.to->year() + 2; ++y) {
    const auto range =
        over_new_year ? std::make_optional(Months(y, *f.first_month, *f.last_month)) : InYear(f, y);
    if (!range) continue;
    if (f.weekday && absl::GetWeekday(*range->from) != WeekdayOf(*f.weekday)) continue;
    if (*range->from <= *published.to) past = range;
    if (*range->to >= *published.from && !future) future = range;
  }
  if (!past && !future) return std::nullopt;
  if (f.direction < 0 && past) return Same(*past);
  if (f.direction > 0 && future) return Same(*future);
  return Both(past ? *past : *future, future ? *future : *past);
}

// Day of a month that is not named: "den 9.", "måndag den 9."
std::optional<TimeRanges> DayNear(const TimeFields& f, const DayRange& published) {
  std::optional<DayRange> past;
  std::optional<DayRange> future;
  for (int shift = -2; shift <= 2; ++shift) {
    const absl::CivilDay date(absl::CivilMonth(*published.from).year(),
                              absl::CivilMonth(*published.from).month() + shift, *f.day);
    if (date.day() != *f.day) continue;
    if (f.weekday && absl::GetWeekday(date) != WeekdayOf(*f.weekday)) continue;
    if (date <= *published.to) past = OneDay(date);
    if (date >= *published.from && !future) future = OneDay(date);
  }
  if (!past && !future) return std::nullopt;
  return Both(past ? *past : *future, future ? *future : *past);
}

TimeRanges OfWeekday(const TimeFields& f, const DayRange& published) {
  if (!published.is_day()) {
    TimeRanges ranges = Same(published);
    ranges.past.set_weekday(*f.weekday);
    ranges.future.set_weekday(*f.weekday);
    return ranges;
  }
  const DayRange past = OneDay(absl::PrevWeekday(*published.from + 1, WeekdayOf(*f.weekday)));
  const DayRange future = OneDay(absl::NextWeekday(*published.from - 1, WeekdayOf(*f.weekday)));
  if (f.direction < 0) return Same(past);
  if (f.direction > 0) return Same(future);
  return Both(past, future);
}

DayRange OfWeek(const TimeFields& f, const DayRange& published) {
  const absl::CivilDay monday = MondayOf(*published.from) + int64_t{kWeek} * *f.week_shift;
  if (f.weekday && published.is_day()) return OneDay(monday + (*f.weekday - 1));
  return {monday, monday + 6 + static_cast<int>(*published.to - *published.from)};
}

DayRange OfWeeksAway(const TimeFields& f, const DayRange& published) {
  const int64_t days = int64_t{kWeek} * *f.about_weeks;
  if (f.day_shift) return {*published.from + days, *published.to + days};
  if (f.weekday && published.is_day()) {
    return OneDay(MondayOf(*published.from) + days + (*f.weekday - 1));
  }
  return {*published.from + days - 3, *published.to + days + 3};
}

// The weekend of the week of publication, from Friday; on its first days the one before, for what
// was.
TimeRanges OfWeekend(int shift, const DayRange& published) {
  const absl::CivilDay friday = MondayOf(*published.from) + int64_t{kWeek} * shift + 4;
  const DayRange coming = {friday, friday + 2};
  const DayRange gone = {friday - kWeek, friday - kWeek + 2};
  if (shift != 0) return Same(coming);
  return Both(friday <= *published.to ? coming : gone, coming);
}

DayRange OfMonth(const TimeFields& f, const DayRange& published) {
  const absl::CivilMonth first = absl::CivilMonth(*published.from) + *f.month_shift;
  const absl::CivilMonth last = absl::CivilMonth(*published.to) + *f.month_shift;
  if (f.day && first == last) {
    const absl::CivilDay day(first.year(), first.month(), *f.day);
    if (day.day() == *f.day) return OneDay(day);
  }
  return {absl::CivilDay(first), absl::CivilDay(last + 1) - 1};
}

}  // namespace

absl::CivilDay EasterSunday(int64_t year) {
  const int64_t a = year % 19;
  const int64_t b = year / 100;
  const int64_t c = year % 100;
  const int64_t d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int64_t e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int64_t f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return absl::CivilDay(year, f / 31, f % 31 + 1);
}

std::optional<TimeFields> Join(const TimeFields& a, const TimeFields& b) {
  TimeFields f = a;
  const bool fits = Take(b.year, f.year) && Take(b.decade, f.decade) &&
                    Take(b.first_month, f.first_month) && Take(b.last_month, f.last_month) &&
                    Take(b.month, f.month) && Take(b.day, f.day) && Take(b.last_day, f.last_day) &&
                    Take(b.weekday, f.weekday) && Take(b.easter, f.easter) &&
                    Take(b.day_shift, f.day_shift) && Take(b.week_shift, f.week_shift) &&
                    Take(b.about_weeks, f.about_weeks) && Take(b.weekend_shift, f.weekend_shift) &&
                    Take(b.month_shift, f.month_shift) && Take(b.year_shift, f.year_shift) &&
                    Take(b.anchor, f.anchor);
  if (!fits) return std::nullopt;
  if (b.anchor) f.anchor_shift = b.anchor_shift;
  // "om kvelden 3. juni", "samme dag, torsdag": the day is told.
  const bool has_day = HasDayOfMonth(f) || f.weekday || f.day_shift;
  if (f.anchor == TimeWord::DAYS && f.anchor_shift == 0 && has_day) f.anchor.reset();
  if (b.direction != 0) f.direction = b.direction;
  return IsOneExpression(f) ? std::make_optional(f) : std::nullopt;
}

std::optional<TimeRanges> Resolve(const TimeFields& f, const DayRange& published) {
  if (f.year) {
    const auto range = InYear(f, *f.year);
    return range ? std::make_optional(Same(*range)) : std::nullopt;
  }
  if (f.decade) return Same({WholeYear(*f.decade).from, WholeYear(*f.decade + 9).to});
  if (published.empty() || !published.from || !published.to) return std::nullopt;
  if (f.anchor && !HasDayOfMonth(f)) return std::nullopt;
  if (f.year_shift) {
    const auto first = InYear(f, published.from->year() + *f.year_shift);
    const auto last = InYear(f, published.to->year() + *f.year_shift);
    if (!first || !last) return std::nullopt;
    return Same({first->from, last->to});
  }
  if (f.about_weeks) return Same(OfWeeksAway(f, published));
  if (f.day_shift) return Same({*published.from + *f.day_shift, *published.to + *f.day_shift});
  if (f.week_shift) return Same(OfWeek(f, published));
  if (f.weekend_shift) return OfWeekend(*f.weekend_shift, published);
  if (f.month_shift) return Same(OfMonth(f, published));
  if (f.month || f.first_month || f.easter) return NearPublication(f, published);
  if (f.day) return DayNear(f, published);
  if (f.weekday) return OfWeekday(f, published);
  return std::nullopt;
}

std::optional<DayRange> ResolveFrom(const TimeFields& f, const DayRange& before) {
  if (!f.anchor || !before.from || !before.to) return std::nullopt;
  const int shift = f.anchor_shift;
  switch (*f.anchor) {
    case TimeWord::DAYS:
      return DayRange{*before.from + shift, *before.to + shift};
    case TimeWord::WEEKS: {
      const absl::CivilDay monday = MondayOf(*before.from) + int64_t{kWeek} * shift;
      // Of several weeks the weekday may be in any.
      if (f.weekday && *before.to - *before.from >= kWeek) return std::nullopt;
      if (f.weekday) return OneDay(monday + (*f.weekday - 1));
      if (shift == 0) return DayRange{monday, MondayOf(*before.to) + 6};
      return DayRange{*before.from + int64_t{kWeek} * shift - 3,
                      *before.to + int64_t{kWeek} * shift + 3};
    }
    case TimeWord::MONTHS: {
      // "samme måned i fjor".
      const int months = shift + 12 * f.year_shift.value_or(0);
      const absl::CivilMonth first = absl::CivilMonth(*before.from) + months;
      const absl::CivilMonth last = absl::CivilMonth(*before.to) + months;
      TimeFields in_month = f;
      in_month.month = first.month();
      if (f.day && first == last) return InYear(in_month, first.year());
      return DayRange{absl::CivilDay(first), absl::CivilDay(last + 1) - 1};
    }
    case TimeWord::YEARS: {
      const auto first = InYear(f, before.from->year() + shift);
      const auto last = InYear(f, before.to->year() + shift);
      if (!first || !last) return std::nullopt;
      return DayRange{first->from, last->to};
    }
    default:
      return std::nullopt;
  }
}

}  // namespace norn::ingest
