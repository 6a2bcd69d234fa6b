// Who is named, but takes no part in what is told: "not Berg but Dahl", "Dahl, not Berg", "Photo:
// Berg".
#ifndef NORN_INGEST_EXTRACT_MENTIONS_CONTRASTS_H_
#define NORN_INGEST_EXTRACT_MENTIONS_CONTRASTS_H_

#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention.h"

namespace norn::ingest {

// Fills is_excluded of a sentence's mentions, which are linked to lists; whoever is named instead
// joins the list of the one who is excluded.
void MarkExcluded(const AnnotatedText& text, const Grammar& grammar,
                  std::vector<Mention>& mentions);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_CONTRASTS_H_
