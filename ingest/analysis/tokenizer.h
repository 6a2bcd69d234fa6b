// Splits text into tokens, to the byte: ICU's word breaks, joined where news needs it.
//
//   Tokenizer tokenizer(vocabulary);
//   tokenizer.Tokenize("USA:s F-16-plan kl. 12", {0, 23}, tokens);
//   // USA:s | F-16-plan | kl. | 12
//
// One token each: what hyphens join (Kreml-talsperson, S-400), numbers with their separators
// (1.600, 1 600, 3,5, 12:30), abbreviations and ordinals with their full stop (kl., 14. juni),
// initials (J. D.), genitives with their apostrophe (Dahl’s, Moss’), addresses, @names, ellipses.
// Ranges of numbers (10-15) and what dashes or slashes join are several.
#ifndef NORN_INGEST_ANALYSIS_TOKENIZER_H_
#define NORN_INGEST_ANALYSIS_TOKENIZER_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

class Tokenizer {
 public:
  // `vocabulary` outlives the tokenizer.
  explicit Tokenizer(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  // Appends the tokens of `text` within `range`, a paragraph: valid UTF-8 without line breaks.
  // Offsets count from the text's start.
  void Tokenize(absl::string_view text, ByteSpan range, std::vector<Token>& tokens) const;

 private:
  const Vocabulary& vocabulary_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_TOKENIZER_H_
