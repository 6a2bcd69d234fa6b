// Everything in a sentence that may fill a role: the mentions, and the noun phrases that name
// nobody
// ("soldater", "et raffineri", "delegasjonen"), each with its head in the tree.
//
//   std::vector<Mention> candidates = ReadCandidates(text, sentence, mentions, fronts);
//
// Whom the noun phrases mean is not told here: they have no entities.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_CANDIDATES_H_
#define NORN_INGEST_EXTRACT_MENTIONS_CANDIDATES_H_

#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/mentions/mention.h"

namespace norn::ingest {

// A name in front of a title or of a group: "EUs utenriksministre".
struct NamedFront {
  uint32_t token = 0;
  uint32_t entity = 0;
};

// In the order of their heads, no head twice. Without a tree, the mentions alone. `fronts` that no
// mention covers are candidates, too: what is told of the others may be theirs.
std::vector<Mention> ReadCandidates(const AnnotatedText& text, const Sentence& sentence,
                                    const std::vector<Mention>& mentions,
                                    const std::vector<NamedFront>& fronts);

// The token of [begin, end) that hangs on none of the others; without a tree, the last one.
uint32_t HeadOfPhrase(const AnnotatedText& text, uint32_t begin, uint32_t end);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_CANDIDATES_H_
