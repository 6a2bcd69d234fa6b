// Proposals by the lexicon's triggers and their argument frames.
#ifndef NORN_INGEST_EXTRACT_RULES_RULE_PROPOSALS_H_
#define NORN_INGEST_EXTRACT_RULES_RULE_PROPOSALS_H_

#include <vector>

#include "ingest/extract/event_proposal.h"
#include "ingest/extract/rules/triggers.h"
#include "ingest/extract/sentence_context.h"

namespace norn::ingest {

// In the order of the text. None for a question, which tells of nothing.
std::vector<EventProposal> ProposeByRules(const SentenceContext& context,
                                          const std::vector<TriggerMatch>& matches);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_RULE_PROPOSALS_H_
