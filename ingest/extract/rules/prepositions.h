// Which preposition governs a mention, by the tree and by the words in front of it.
#ifndef NORN_INGEST_EXTRACT_RULES_PREPOSITIONS_H_
#define NORN_INGEST_EXTRACT_RULES_PREPOSITIONS_H_

#include <cstdint>

#include "ingest/extract/sentence_context.h"

namespace norn::ingest {

// The token of the preposition that governs mentions[mention] or the list that it is in; -1: none.
int64_t PrepositionOf(const SentenceContext& context, uint32_t mention);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_PREPOSITIONS_H_
