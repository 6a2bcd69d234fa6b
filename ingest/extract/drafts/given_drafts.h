// For tests: drafts of events as a sentence's proposals give them.
#ifndef NORN_INGEST_EXTRACT_DRAFTS_GIVEN_DRAFTS_H_
#define NORN_INGEST_EXTRACT_DRAFTS_GIVEN_DRAFTS_H_

#include <string>
#include <vector>

#include "ingest/extract/drafts/event_drafts.h"

namespace norn::ingest {

// Found by the rules, with one report; all take part alike.
inline EventDraft DraftOf(const std::string& type, const std::string& status,
                          const std::vector<uint32_t>& participants, uint32_t sentence = 0) {
  EventDraft draft;
  draft.claim.set_type(type);
  draft.claim.set_status(status);
  for (const uint32_t entity : participants) {
    proto::Participant& one = *draft.claim.add_participants();
    one.set_entity(entity);
    one.set_role("participant");
  }
  draft.claim.add_reports();
  draft.evidence.by_rules = true;
  draft.sentence = sentence;
  return draft;
}

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_DRAFTS_GIVEN_DRAFTS_H_
