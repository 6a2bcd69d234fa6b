// An article's text with what analysis knows of it: sentences, tokens, names, and, where a model
// gives them, tags and trees. The seam between analysis and extraction: extraction reads this and
// never asks who filled it in.
//
//   AnnotatedText text = analyzer.Analyze(article);
//   for (const Sentence& sentence : text.sentences)
//     for (const Token& token : text.TokensOf(sentence)) Use(text.Form(token));
#ifndef NORN_INGEST_ANALYSIS_ANNOTATED_TEXT_H_
#define NORN_INGEST_ANALYSIS_ANNOTATED_TEXT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace norn::ingest {

// Bytes [begin, end) of the article's text.
struct ByteSpan {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool operator==(const ByteSpan&) const = default;
};

struct Token {
  ByteSpan bytes;
  // The form in lower case, with typographic quotes and dashes brought to one kind each: what
  // lexicons are asked for.
  std::string lower;
  bool is_word = false;         // letters or digits; else punctuation
  bool is_capitalized = false;  // begins with an upper-case letter
  bool space_before = false;
  // From an analysis model, whose the views are; empty or -1 where none has been.
  std::string lemma;
  absl::string_view upos;     // Universal Dependencies' part of speech
  absl::string_view feats;    // Number=Sing|…, or _
  absl::string_view deprel;   // with its subtype: nsubj:pass
  int32_t head = -1;          // index of a token in the text; -1: the root, or not analysed
  std::vector<int8_t> state;  // what the model's network knows of it (analysis_model.h)
};

struct Sentence {
  ByteSpan bytes;  // from the first to the last token's bytes
  uint32_t first_token = 0;
  uint32_t token_count = 0;
  uint32_t paragraph = 0;   // numbered from 0; a blank line or a line break ends one
  bool is_heading = false;  // a paragraph of its own without a full stop at its end
};

enum class NameType : uint8_t { kUnknown, kPerson, kOrganization, kPlace, kGeopolitical, kProduct };

// Tokens [first_token, first_token + token_count) that are one name. The last token may be a
// genitive, and a single token may carry a name only in front of a hyphen: `bytes` is the name
// alone.
struct Name {
  uint32_t first_token = 0;
  uint32_t token_count = 0;
  NameType type = NameType::kUnknown;
  ByteSpan bytes;
  absl::string_view label;  // the model's own type, such as GPE_ORG; empty where rules found it
};

struct AnnotatedText {
  std::string language;
  absl::string_view text;  // the article's bytes; outlives this
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Name> names;  // in the order of the text, without overlaps

  absl::string_view Slice(ByteSpan bytes) const {
    return text.substr(bytes.begin, bytes.end - bytes.begin);
  }
  absl::string_view Form(const Token& token) const { return Slice(token.bytes); }
  absl::Span<const Token> TokensOf(const Sentence& sentence) const {
    return absl::MakeConstSpan(tokens).subspan(sentence.first_token, sentence.token_count);
  }
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_ANNOTATED_TEXT_H_
