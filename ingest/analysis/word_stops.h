// Whether the full stop behind a word is the word's own: of an abbreviation (kl.), an ordinal
// (14. juni), an initial (J. D.) or an acronym (U.S.).
//
//   if (OwnsStop(pieces, at, end, vocabulary, word_before)) ++end;
#ifndef NORN_INGEST_ANALYSIS_WORD_STOPS_H_
#define NORN_INGEST_ANALYSIS_WORD_STOPS_H_

#include <cstddef>

#include "absl/strings/string_view.h"
#include "ingest/analysis/paragraph_pieces.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

// The word is [at, end); false too if no full stop follows it, or several do. `word_before` is the
// token before, folded; empty: there is none.
bool OwnsStop(const ParagraphPieces& pieces, size_t at, size_t end, const Vocabulary& vocabulary,
              absl::string_view word_before);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_WORD_STOPS_H_
