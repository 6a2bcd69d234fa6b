// Days that something can have happened on, as a range: the precision that is known.
//
//   DayRange july = *ParseIsoDate("2025-07");   // 2025-07-01 to 2025-07-31
//   IsoText(july);                              // "2025-07"
#ifndef NORN_INGEST_EXTRACT_TIME_DAY_RANGE_H_
#define NORN_INGEST_EXTRACT_TIME_DAY_RANGE_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

// Both days included; a missing end is open.
struct DayRange {
  std::optional<absl::CivilDay> from;
  std::optional<absl::CivilDay> to;

  bool empty() const { return !from && !to; }
  bool is_day() const { return from && to && *from == *to; }
  bool operator==(const DayRange&) const = default;
};

DayRange OneDay(absl::CivilDay day);
DayRange WholeMonth(int64_t year, int month);
DayRange WholeYear(int64_t year);

// "2025-07-04", "2025-07" or "2025", from the year 1000 on; nothing for all else.
std::optional<DayRange> ParseIsoDate(absl::string_view text);

// The most precise ISO text that covers the range: a day, a month, a year; empty where not even the
// year is one.
std::string IsoText(const DayRange& range);

// Ranges with a weekday (1 Monday to 7 Sunday, 0 any), as extraction records keep them.
DayRange ToDayRange(const proto::DateRange& range);
void SetRange(const DayRange& range, proto::DateRange& out);

// What both allow. Nothing if they contradict each other: no common day, or none of the weekday
// asked for. A weekday that leaves one day in the common range settles it.
std::optional<proto::DateRange> Intersect(const proto::DateRange& a, const proto::DateRange& b);

// The range moved by whole days; a weekday moves along.
proto::DateRange Shift(const proto::DateRange& range, int days);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_TIME_DAY_RANGE_H_
