// What speaks for a word evoking an event that is told as an occasion: the word itself, its senses,
// its place in the tree, who stands around it, the clause's mood, the article's kind.
#ifndef NORN_INGEST_EXTRACT_EVOCATION_EVOCATION_FEATURES_H_
#define NORN_INGEST_EXTRACT_EVOCATION_EVOCATION_FEATURES_H_

#include <cstdint>

#include "ingest/extract/evocation/sentence_view.h"
#include "ingest/extract/scoring/features.h"

namespace norn::ingest {

// Whether the word is one of those that may evoke an event: nouns, verbs, adjectives.
bool MayEvoke(const Token& token);

void AddEvocationFeatures(const SentenceView& view, uint32_t token, Features& features);

// What the clause says of an event's being real, planned, denied: its verb's form, auxiliaries,
// negation, and the verbs that govern it. For evocation and for status.
void AddClauseFeatures(const SentenceView& view, uint32_t token, Features& features);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_EVOCATION_EVOCATION_FEATURES_H_
