// What the words of one time expression say, each in a field of its own, and the days that they
// mean together: "torsdag" and "i forrige uke" are one day, "november" and "i fjor" one month.
//
//   TimeFields fields{.month = 11, .year_shift = -1};
//   Resolve(fields, OneDay(absl::CivilDay(2025, 6, 18)))->past;   // November 2024
#ifndef NORN_INGEST_EXTRACT_TIME_TIME_FIELDS_H_
#define NORN_INGEST_EXTRACT_TIME_TIME_FIELDS_H_

#include <optional>

#include "ingest/extract/time/day_range.h"
#include "ingest/lexicon/lexicon.pb.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

struct TimeFields {
  std::optional<int> year;
  std::optional<int> decade;       // its first year
  std::optional<int> first_month;  // with last_month: a quarter, a half-year, a season
  std::optional<int> last_month;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> last_day;  // "3.–5. juli"
  std::optional<int> weekday;   // 1 Monday to 7 Sunday
  std::optional<int> easter;    // days from Easter Sunday

  // Counted from publication: i går is a day_shift of -1.
  std::optional<int> day_shift;
  std::optional<int> week_shift;
  std::optional<int> about_weeks;  // "for to uker siden": no day of that week is excluded
  std::optional<int> weekend_shift;
  std::optional<int> month_shift;
  std::optional<int> year_shift;

  // Counted from a date told before: samme dag is 0 DAYS, året etter 1 YEARS.
  std::optional<TimeWord::Period> anchor;
  int anchor_shift = 0;

  // -1: before publication (sist onsdag), 1: after it (til høsten), 0: as the event's status has
  // it.
  int direction = 0;

  bool operator==(const TimeFields&) const = default;
};

// Both together; nothing if they are no one expression: two months, or a weekday in a year.
std::optional<TimeFields> Join(const TimeFields& a, const TimeFields& b);

// The days meant by what was, and by what lies ahead, where the words leave that open.
struct TimeRanges {
  proto::DateRange past;
  proto::DateRange future;
};

// Nothing where the words say too little: without publication day, or without the date that they
// count from. No such day (31. juni) is nothing too.
std::optional<TimeRanges> Resolve(const TimeFields& fields, const DayRange& published);

// Of fields with an anchor, from the date told before.
std::optional<DayRange> ResolveFrom(const TimeFields& fields, const DayRange& before);

// By Gauss's rule in the form of Butcher's (Nature, 1876), for the Gregorian calendar.
absl::CivilDay EasterSunday(int64_t year);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_TIME_TIME_FIELDS_H_
