// Whether enough is told of an event for it to be one.
#ifndef NORN_INGEST_EXTRACT_DRAFTS_WHOLE_EVENTS_H_
#define NORN_INGEST_EXTRACT_DRAFTS_WHOLE_EVENTS_H_

#include <vector>

#include "ingest/extract/drafts/event_drafts.h"
#include "ingest/lexicon/event_schema.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

// Whether the event type's needs are met.
bool IsWhole(const EventSchema& schema, const std::vector<proto::Entity>& entities,
             const EventDraft& draft);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_DRAFTS_WHOLE_EVENTS_H_
