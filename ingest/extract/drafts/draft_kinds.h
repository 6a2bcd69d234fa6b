// What kind of event a draft is of, as far as it decides which drafts are one.
#ifndef NORN_INGEST_EXTRACT_DRAFTS_DRAFT_KINDS_H_
#define NORN_INGEST_EXTRACT_DRAFTS_DRAFT_KINDS_H_

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "ingest/extract/drafts/event_drafts.h"
#include "ingest/lexicon/event_schema.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

bool IsTransfer(const EventSchema& schema, const proto::EventClaim& claim);
// Whether what was to be done is one event with its being done.
bool DeedJoinsPlan(const EventSchema& schema, const proto::EventClaim& claim);
bool HasCasualties(const EventSchema& schema, const proto::EventClaim& claim);
// "leveransen besto av 1.800 bomber": of the one that was held back, which nobody made.
bool PointsAtTransfer(const EventSchema& schema, const EventDraft& draft);
// A conversation of fewer than two.
bool LacksPartner(const EventSchema& schema, const EventDraft& draft);

// Who has the role; of several the last.
std::optional<uint32_t> InRole(const proto::EventClaim& claim, absl::string_view role);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_DRAFTS_DRAFT_KINDS_H_
