// Undoes hard-wrapped lines: in wire copy, mail and text out of PDF a line's end is no paragraph's
// end, and a hyphen there is none of the word's.
//
//   MendLines("De møttes i Ber-\ngen.", 0, vocabulary)   // "De møttes i Bergen."
//
// A text whose lines are its paragraphs is left as it is.
#ifndef NORN_INGEST_PREPARE_LINE_MENDING_H_
#define NORN_INGEST_PREPARE_LINE_MENDING_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

// `text` with the lines from byte `begin` on joined where a sentence goes on: the next one begins
// with a small letter; a word, a name or a phrase is cut in two; or the line is as full as lines
// are in a text that is wrapped at a width. Blank lines stay, and so do paragraphs.
std::string MendLines(absl::string_view text, uint32_t begin, const Vocabulary& vocabulary);

}  // namespace norn::ingest

#endif  // NORN_INGEST_PREPARE_LINE_MENDING_H_
