// Where a word ends that hyphens, colons and the like hold together: F-16, USA:s, 1 600, AT&T.
//
//   size_t end = EndOfJoinedWord(pieces, at, vocabulary);   // the first piece behind the word at
//   `at`
#ifndef NORN_INGEST_ANALYSIS_WORD_JOINTS_H_
#define NORN_INGEST_ANALYSIS_WORD_JOINTS_H_

#include <cstddef>

#include "ingest/analysis/paragraph_pieces.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

// `at`: a piece that is a word or a number. A hyphen that hangs at the end is in it: "utenriks-".
// What may follow a colon is the vocabulary's class colon_ending.
size_t EndOfJoinedWord(const ParagraphPieces& pieces, size_t at, const Vocabulary& vocabulary);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_WORD_JOINTS_H_
