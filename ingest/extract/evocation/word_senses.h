// The senses of a sentence's words by the lexicon: the frames that a word may evoke and the
// semantic classes that it is of, by its lemma, its form, or the end of a compound.
//
//   const WordSenses senses(lexicon);               // once a language
//   const SentenceSenses found = senses.Of(text, sentence);
//   for (const absl::string_view sense : found[token - sentence.first_token]) …   // "attack!",
//   "weapon"
#ifndef NORN_INGEST_EXTRACT_EVOCATION_WORD_SENSES_H_
#define NORN_INGEST_EXTRACT_EVOCATION_WORD_SENSES_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/lexicon/lexicon.pb.h"

namespace norn::ingest {

// By token of the sentence: names of frames with "!" behind them where the word mostly evokes it,
// with "?" where it does so in company; names of semantic classes. The views are the WordSenses'.
using SentenceSenses = std::vector<std::vector<absl::string_view>>;

class WordSenses {
 public:
  explicit WordSenses(const Lexicon& lexicon);

  SentenceSenses Of(const AnnotatedText& text, const Sentence& sentence) const;

 private:
  struct Entry {
    std::vector<std::string> others;  // lemmas or forms that must stand near, too
    const std::string* sense;
  };

  void Add(const std::string& words, const std::string* sense);
  void Collect(const std::vector<Entry>& entries, const AnnotatedText& text,
               const Sentence& sentence, uint32_t token, SentenceSenses& into) const;

  std::vector<std::unique_ptr<std::string>> names_;
  absl::flat_hash_map<std::string, std::vector<Entry>> by_word_;
  absl::flat_hash_map<std::string, std::vector<Entry>> by_ending_;
  size_t longest_ending_ = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_EVOCATION_WORD_SENSES_H_
