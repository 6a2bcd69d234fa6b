// Splits text into paragraphs, and a paragraph's tokens into sentences.
//
//   for (ByteSpan paragraph : SplitParagraphs(text, begin)) {
//     tokenizer.Tokenize(text, paragraph, tokens);
//     AppendSentences(text, vocabulary, tokens, first, number, sentences);
//   }
//
// It works on tokens and not on ICU's sentence breaks: abbreviations, ordinals and initials are
// settled there, with their full stop inside the token.
#ifndef NORN_INGEST_ANALYSIS_SENTENCES_H_
#define NORN_INGEST_ANALYSIS_SENTENCES_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

// The lines of `text` from byte `begin` on that are not blank, without blanks at their ends.
std::vector<ByteSpan> SplitParagraphs(absl::string_view text, uint32_t begin);

// Appends the sentences of one paragraph: the tokens from `first` to the end.
void AppendSentences(absl::string_view text, const Vocabulary& vocabulary,
                     const std::vector<Token>& tokens, uint32_t first, uint32_t paragraph,
                     std::vector<Sentence>& sentences);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_SENTENCES_H_
