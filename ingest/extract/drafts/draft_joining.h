// Makes one event of drafts that are one.
//
//   JoinDraft(schema, draft, events[known]);
#ifndef NORN_INGEST_EXTRACT_DRAFTS_DRAFT_JOINING_H_
#define NORN_INGEST_EXTRACT_DRAFTS_DRAFT_JOINING_H_

#include <cstddef>
#include <vector>

#include "ingest/extract/drafts/event_drafts.h"
#include "ingest/lexicon/event_schema.h"

namespace norn::ingest {

// What the draft says is added to the event that it tells of.
void JoinDraft(const EventSchema& schema, const EventDraft& draft, EventDraft& event);

// What turns out to be one conversation or one delivery once all roles are filled: told of the same
// people, as of the same day or of none. Only the first `most` are looked at.
void JoinTwins(const EventSchema& schema, size_t most, std::vector<EventDraft>& events);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_DRAFTS_DRAFT_JOINING_H_
