// Proposals by the learned scorers: which words evoke an event told as an occasion, who fills which
// role, and whether it happened.
#ifndef NORN_INGEST_EXTRACT_SCORED_PROPOSALS_H_
#define NORN_INGEST_EXTRACT_SCORED_PROPOSALS_H_

#include <vector>

#include "ingest/extract/event_proposal.h"
#include "ingest/extract/evocation/sentence_view.h"
#include "ingest/extract/scoring/scorer_set.h"

namespace norn::ingest {

// Shares are in 1/65536.
struct ScoringOptions {
  // A word evokes an event where "none" has less than the rest of the whole; what is proposed in
  // doubt is left to the scorer of whole events.
  uint32_t min_any_event = 16000;
  // Who is at least as likely as this gets a role that nobody surer fills.
  uint32_t min_role = 8000;
  // Events are stated that are at least as likely as this; those that the rules find, too, need
  // less, deliveries of which no arms are told, more.
  uint32_t min_event = 14400;
  uint32_t min_event_of_rules = 11800;
  uint32_t min_event_without_arms = 56000;
  // An article of which no event is as likely as this tells of none.
  uint32_t min_surest_event = 19600;
  bool with_rules = true;
  bool with_scorers = true;
};

// Both kinds of proposals for a sentence, in the order of the text: what the rules propose, and
// what the scorers alone do.
std::vector<EventProposal> ProposeEvents(const SentenceView& view, const ScorerModels& models,
                                         const ScoringOptions& options);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_SCORED_PROPOSALS_H_
