// Lines of a page that are no sentences of the article: links to other articles ("LES OGSÅ: …"),
// marks of advertisements, "Saken fortsetter under bildet".
//
//   std::vector<ByteSpan> paragraphs = SplitParagraphs(text, begin);
//   DropTeasers(text, vocabulary, paragraphs);
#ifndef NORN_INGEST_ANALYSIS_TEASERS_H_
#define NORN_INGEST_ANALYSIS_TEASERS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

// Takes out the paragraphs that begin with one of the vocabulary's labels. A teaser's label that
// stands by itself takes the headings behind it with it. A label that could begin a sentence must
// be set apart: with a colon behind it, in capitals, or alone in its line.
void DropTeasers(absl::string_view text, const Vocabulary& vocabulary,
                 std::vector<ByteSpan>& paragraphs);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_TEASERS_H_
