// Which date an event has: of the time expressions of the sentence that tells of it the one that
// its words hang on, or of a clause that governs them; else the one that the sentence before told.
// A time that is told but not understood leaves the event undated.
//
//   const EventDate found = DateOf(context, {.token = 4, .status = "happened"}, published,
//   carried);
#ifndef NORN_INGEST_EXTRACT_TIME_EVENT_DATE_H_
#define NORN_INGEST_EXTRACT_TIME_EVENT_DATE_H_

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "ingest/extract/sentence_context.h"
#include "ingest/extract/time/day_range.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

// The event as its sentence tells of it.
struct ToldEvent {
  uint32_t token = 0;  // of its trigger
  absl::string_view status;
  // Its day is that of a promise or an order: supplies.
  bool is_dated_by_announcement = false;
  // Called off rather than contradicted when it is denied: meetings and talks, whose day was ahead.
  bool is_appointment = false;
  // Whether it has happened is not known for sure: "møter hun onsdag", read on Tuesday, is ahead.
  bool may_lie_ahead = false;
};

struct EventDate {
  // Of the sentence itself; else nothing.
  std::optional<proto::DateRange> own;
  // Of the sentence before, where this one tells no time.
  std::optional<proto::DateRange> carried;
  // Days after the event of the next clause: "dagen etter at".
  std::optional<int> shift;
  // A time is told that is not understood: no other date is its.
  bool is_unknown = false;
};

// `carried` may be null.
EventDate DateOf(const SentenceContext& context, const ToldEvent& event, const DayRange& published,
                 const TimeExpression* carried);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_TIME_EVENT_DATE_H_
