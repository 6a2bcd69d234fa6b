// What must hold for lexicons beyond their schema, so that a slip in the data is found by a test
// and not by a wrong graph.
//
//   absl::Status status = CheckLexicons(parts);
//   // kInvalidArgument: nb: actor "person/x": state "state/y" is in no lexicon
#ifndef NORN_INGEST_LEXICON_LEXICON_CHECK_H_
#define NORN_INGEST_LEXICON_LEXICON_CHECK_H_

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "ingest/lexicon/lexicon.pb.h"

namespace norn::ingest {

// `parts` in any order, several may be of one language. Checked are: no word is empty or has
// stray blanks; ids have their kind's prefix and occur once a kind and language; what is referred
// to (states, offices, holders, event types) exists in some part; statuses are known; and what
// CheckFrames asks.
absl::Status CheckLexicons(absl::Span<const Lexicon> parts);

}  // namespace norn::ingest

#endif  // NORN_INGEST_LEXICON_LEXICON_CHECK_H_
