// Which mentions of a sentence stand in one list: "Dahl, Berg og Koval".
#ifndef NORN_INGEST_EXTRACT_MENTIONS_MENTION_LISTS_H_
#define NORN_INGEST_EXTRACT_MENTIONS_MENTION_LISTS_H_

#include <cstdint>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention.h"

namespace norn::ingest {

// Fills list_previous, by what stands between mentions and by the tree.
void LinkLists(const AnnotatedText& text, const Grammar& grammar, std::vector<Mention>& mentions);

// The mentions of the list that mentions[index] belongs to, in order.
std::vector<uint32_t> WholeList(const std::vector<Mention>& mentions, uint32_t index);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_MENTION_LISTS_H_
