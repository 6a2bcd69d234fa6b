// How an event is to be read: whether it happened, is planned, denied, …, whether it is hedged, and
// whose word it is. Decided by cues around the trigger and by the form of the verb.
#ifndef NORN_INGEST_EXTRACT_RULES_STATUS_H_
#define NORN_INGEST_EXTRACT_RULES_STATUS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "ingest/extract/rules/triggers.h"
#include "ingest/extract/sentence_context.h"

namespace norn::ingest {

struct Reading {
  // happened, planned, proposed, requested, withheld, threatened, denied; empty: the words speak of
  // something that is only possible, or say only during what another event was: there is no event.
  std::string status;
  std::string rule;  // the cue that decided; empty: none did
  bool hedged = false;
};

Reading ReadStatus(const SentenceContext& context, const TriggerMatch& match);

// Who the sentence says has said it, as the text names them; empty: nobody.
std::string AttributedTo(const SentenceContext& context);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_STATUS_H_
