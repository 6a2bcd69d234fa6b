// One sentence with all that extraction knows of it.
#ifndef NORN_INGEST_EXTRACT_SENTENCE_CONTEXT_H_
#define NORN_INGEST_EXTRACT_SENTENCE_CONTEXT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/clauses.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/phrase_index.h"
#include "ingest/extract/time/time_expressions.h"

namespace norn::ingest {

struct SentenceContext {
  const AnnotatedText& text;
  const Sentence& sentence;
  const Grammar& grammar;
  const std::vector<proto::Entity>& entities;
  const std::vector<Mention>& mentions;
  ClauseMap clauses;
  std::vector<TimeExpression> times;

  uint32_t begin() const { return sentence.first_token; }
  uint32_t end() const { return sentence.first_token + sentence.token_count; }
  // The lower-case word at a token of the sentence; empty outside it.
  absl::string_view Word(int64_t token) const {
    if (token < begin() || token >= end()) return "";
    return text.tokens[token].lower;
  }
  bool Is(absl::string_view word_class, int64_t token) const {
    return grammar.Is(word_class, Word(token));
  }
  bool HasPhraseInClause(int32_t clause,
                         const google::protobuf::RepeatedPtrField<std::string>& phrases) const {
    for (const std::string& phrase : phrases) {
      PhraseIndex<int> index;
      index.Add(phrase, 0);
      for (uint32_t at = begin(); at < end(); ++at) {
        if (clauses.ClauseOf(at) == clause && !index.At(text.tokens, at, end()).empty()) {
          return true;
        }
      }
    }
    return false;
  }
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_SENTENCE_CONTEXT_H_
