// Temporal values: their ISO texts, their parts, and arithmetic with durations.
//
//   std::optional<Value> day = ParseDate("2015-W30-2");
//   Value later = AddDuration(*day, DurationOf(…), +1);
//   TemporalText(later);                                // "2015-07-22"
#ifndef NORN_QUERY_VALUES_TEMPORAL_H_
#define NORN_QUERY_VALUES_TEMPORAL_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "query/values/calendar.h"
#include "query/values/time_zone.h"
#include "query/values/value.h"

namespace norn::query {

// An instant taken apart: what constructors and truncation work on. What a value does not have
// (a date has no time) is left out.
struct Moment {
  std::optional<int64_t> day;    // days since 1970-01-01
  std::optional<int64_t> nanos;  // since midnight
  std::optional<TimeZone> zone;
};

// Of a temporal value other than a duration.
Moment MomentOf(const Value& value);
// The value of that kind. Missing parts count as 1970-01-01, midnight and UTC.
Value FromMoment(Value::Kind kind, const Moment& moment);
// The zoned date-time at which a local clock shows `day` and `nanos`.
Value ZonedAt(int64_t day, int64_t nanos, const TimeZone& zone);
// The same instant on the clocks of another zone.
Moment InZone(const Moment& moment, const TimeZone& zone);

// ISO 8601's texts, with and without separators. Nothing for other texts.
std::optional<Value> ParseTemporal(Value::Kind kind, absl::string_view text);

// "2015-07-21T21:40:32.142+01:00", "P14DT16H12M".
std::string TemporalText(const Value& value);

// d.year, d.hours, …; null for a part that it does not have.
Value TemporalPart(const Value& value, absl::string_view part);

// value ± duration; `sign` is 1 or -1. Of a date only whole days are added. False if the result
// is outside of the years that are allowed.
bool AddDuration(const Value& value, const graph::Duration& duration, int sign, Value* out);

// A duration of parts that may have fractions, which carry down: half a month is 15 days and some.
std::optional<graph::Duration> MakeDuration(double months, double days, double seconds,
                                            int64_t nanoseconds);
std::optional<graph::Duration> AddDurations(const graph::Duration& a, const graph::Duration& b,
                                            int sign);
std::optional<graph::Duration> ScaleDuration(const graph::Duration& duration, double factor);

// The duration from one instant to another: in months, days and seconds, or in one of them alone.
enum class DurationUnit : uint8_t { kAll, kMonths, kDays, kSeconds };
graph::Duration DurationBetween(const Value& from, const Value& to, DurationUnit unit);

// The beginning of the year, month, hour, … that the moment lies in. False for an unknown unit, or
// one that needs a part that the moment does not have.
bool Truncate(absl::string_view unit, Moment& moment);

}  // namespace norn::query

#endif  // NORN_QUERY_VALUES_TEMPORAL_H_
