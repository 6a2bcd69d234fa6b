// What speaks for a whole event, as it is about to be stated, being right: how sure the scorers
// were of its parts, who takes part and how they were told, how often and where it is told.
#ifndef NORN_INGEST_EXTRACT_CLAIMS_EVENT_FEATURES_H_
#define NORN_INGEST_EXTRACT_CLAIMS_EVENT_FEATURES_H_

#include <vector>

#include "ingest/extract/drafts/event_drafts.h"
#include "ingest/extract/evocation/sentence_view.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/scoring/features.h"

namespace norn::ingest {

// `all`: the article's events, the event among them.
void AddEventFeatures(const EventDraft& event, const std::vector<EventDraft>& all,
                      const MentionedEntities& mentioned, const ArticleTraits& traits,
                      Features& features);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_CLAIMS_EVENT_FEATURES_H_
