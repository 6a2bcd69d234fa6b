// Time zones: a fixed offset from UTC, or a name of the IANA database (ICU's copy of it).
#ifndef NORN_QUERY_VALUES_TIME_ZONE_H_
#define NORN_QUERY_VALUES_TIME_ZONE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::query {

struct TimeZone {
  std::string name;            // empty: a fixed offset
  int32_t offset_seconds = 0;  // of a fixed offset
  // Of a name: the offset is known too, of the time at hand. It tells the two apart that a clock
  // showed alike.
  bool has_offset = false;
};

// "Z", "+01:00", "+0100", "+01", "+01:00:30", "Europe/Oslo".
std::optional<TimeZone> ParseTimeZone(absl::string_view text);

// "+01:00", "-02:30", "Z", with seconds where there are some.
std::string FormatOffset(int32_t offset_seconds);

// The offset at an instant, and at a time on the zone's own clocks. A time that a clock showed
// twice counts with the offset that the zone has beside its name, else with that before the change,
// as one does that a clock skipped.
int32_t OffsetAt(const TimeZone& zone, int64_t utc_seconds);
int32_t OffsetAtLocal(const TimeZone& zone, int64_t local_seconds);

}  // namespace norn::query

#endif  // NORN_QUERY_VALUES_TIME_ZONE_H_
