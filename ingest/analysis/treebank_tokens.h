// Cuts tokens as a language's treebank does where the text's own tokens are coarser: "Dahl’s" into
// "Dahl" and "’s", "air-launched" into three. Models read the finer ones; what they say goes back
// to the token that each is a part of.
//
//   const TreebankTokens fine(vocabulary, text);
//   names = annotator.Annotate(fine.text());
//   fine.CopyBack(names, text);
#ifndef NORN_INGEST_ANALYSIS_TREEBANK_TOKENS_H_
#define NORN_INGEST_ANALYSIS_TREEBANK_TOKENS_H_

#include <cstdint>
#include <limits>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

class TreebankTokens {
 public:
  // The vocabulary's word class "clitic" has the ends that are tokens of their own, "token_joint"
  // the marks inside words that are. A vocabulary without them leaves all tokens as they are.
  // Sentences of more tokens than `longest` are left out: tables and noise.
  TreebankTokens(const Vocabulary& vocabulary, const AnnotatedText& text,
                 uint32_t longest = std::numeric_limits<uint32_t>::max());

  AnnotatedText& text() { return fine_; }

  // Gives each token of `coarse` what its part says that the others hang on, and moves names to its
  // tokens.
  // What the network knows of them (Token::state) is theirs alone afterwards.
  void CopyBack(std::vector<Name>& names, AnnotatedText& coarse);

  // Takes names of the coarse tokens for the fine ones that they are made of. A name that a model
  // read in the same place and type keeps the model's label.
  void TakeNames(const std::vector<Name>& coarse_names, const std::vector<Name>& model_names);

 private:
  void Cut(const Vocabulary& vocabulary, const AnnotatedText& text, uint32_t token);
  void Append(const AnnotatedText& text, const Token& whole, ByteSpan bytes);

  AnnotatedText fine_;
  std::vector<uint32_t> coarse_of_;  // by fine token
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_TREEBANK_TOKENS_H_
