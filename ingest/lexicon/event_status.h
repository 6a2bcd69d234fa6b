// The statuses that a report can give an event; docs/schema.md says what each means. They are
// written in the lexicons, in extraction records and in the graph by these names.
#ifndef NORN_INGEST_LEXICON_EVENT_STATUS_H_
#define NORN_INGEST_LEXICON_EVENT_STATUS_H_

#include <algorithm>
#include <array>

#include "absl/strings/string_view.h"

namespace norn::ingest {

inline constexpr char kHappened[] = "happened";
inline constexpr char kPlanned[] = "planned";
inline constexpr char kProposed[] = "proposed";
inline constexpr char kRequested[] = "requested";
inline constexpr char kWithheld[] = "withheld";
inline constexpr char kThreatened[] = "threatened";
inline constexpr char kDenied[] = "denied";
// In lexicons only: of what is possible, feared or warned of there is no event.
inline constexpr char kUnreal[] = "unreal";

inline constexpr std::array<absl::string_view, 7> kEventStatuses = {
    kHappened, kPlanned, kProposed, kRequested, kWithheld, kThreatened, kDenied};

inline bool IsEventStatus(absl::string_view name) {
  return std::find(kEventStatuses.begin(), kEventStatuses.end(), name) != kEventStatuses.end();
}

// Whether it lies ahead of its report: planned or proposed.
inline bool IsAhead(absl::string_view status) { return status == kPlanned || status == kProposed; }

}  // namespace norn::ingest

#endif  // NORN_INGEST_LEXICON_EVENT_STATUS_H_
