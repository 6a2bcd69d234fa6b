// Verbs that tell of a conversation beside a noun for one: "Under møtet traff hun X".
#ifndef NORN_INGEST_EXTRACT_RULES_TOLD_CONVERSATIONS_H_
#define NORN_INGEST_EXTRACT_RULES_TOLD_CONVERSATIONS_H_

#include <cstdint>

#include "ingest/extract/rules/triggers.h"
#include "ingest/extract/sentence_context.h"

namespace norn::ingest {

// Whether the verb says who had the conversation that the noun of the match names, or had another
// one at it: by telephone, or none.
bool TellsOfConversation(const SentenceContext& context, const TriggerMatch& noun, uint32_t verb);

// "Under toppmøtet snakket X med Y på video": the noun says only during what they spoke; they did
// not meet there.
bool IsOnlyWhereTold(const SentenceContext& context, const TriggerMatch& noun);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_TOLD_CONVERSATIONS_H_
