// Dates of publication as ISO text with the precision that the input gives.
//
//   CheckIsoDate("2025-07")              // OK: a month
//   DateOfTimestamp("2025-07-04T12:30Z") // "2025-07-04"
#ifndef NORN_INGEST_READ_DATES_ISO_DATE_H_
#define NORN_INGEST_READ_DATES_ISO_DATE_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

// kInvalidArgument: not 2025, 2025-07 or 2025-07-04 in digits, or there is no such month or day.
absl::Status CheckIsoDate(absl::string_view text);

// The date in front of a time of day ("2025-07-04T12:30:00+02:00", "2025-07-04 12:30"), or the
// whole of `text` where there is none. The day is the one that the text says, in its time zone.
absl::StatusOr<std::string> DateOfTimestamp(absl::string_view text);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_DATES_ISO_DATE_H_
