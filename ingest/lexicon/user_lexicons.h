// The built-in lexicons with a user's own words: names of his actors, weapons and places, more
// words for what makes an event known. A file is a Lexicon (lexicon.proto) in Protobuf's text
// format, as the tables of this folder are.
//
//   NORN_ASSIGN_OR_RETURN(const LexiconSet lexicons, WithUserLexicons({"words.textproto"}));
#ifndef NORN_INGEST_LEXICON_USER_LEXICONS_H_
#define NORN_INGEST_LEXICON_USER_LEXICONS_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {

// An entry with the id of a built-in one of that language is joined to it, with its words behind
// those that are there. kInvalidArgument names file and line of what is no lexicon, is in a
// language that norn does not read, makes new kinds of events, or is refused by CheckLexicons.
absl::StatusOr<LexiconSet> WithUserLexicons(absl::Span<const std::string> paths);

}  // namespace norn::ingest

#endif  // NORN_INGEST_LEXICON_USER_LEXICONS_H_
