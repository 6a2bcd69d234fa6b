// What must hold for the words that evoke frames and for the semantic classes, so that a misspelt
// name or word is found by a test and not by a scorer that quietly learns less.
//
//   absl::Status status = CheckFrames(parts);
//   // kInvalidArgument: nb: evoking "cal": `shared` has no such frame
#ifndef NORN_INGEST_LEXICON_FRAME_CHECK_H_
#define NORN_INGEST_LEXICON_FRAME_CHECK_H_

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "ingest/lexicon/lexicon.pb.h"

namespace norn::ingest {

// `parts` in any order, several may be of one language. Checked are: frames and classes are named
// in `shared`, once, and only there without words; a language that has words for one of them has
// words for all; words are in lower case, `-` only in front of the first; no word stands
// twice in a class, or in a frame (of either strength), of a language.
absl::Status CheckFrames(absl::Span<const Lexicon> parts);

}  // namespace norn::ingest

#endif  // NORN_INGEST_LEXICON_FRAME_CHECK_H_
