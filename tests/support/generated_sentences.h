// Sentences that nobody wrote: patterns of five languages with names of all kinds in all parts, in
// the order that a seed gives. They are to be survived, not understood.
//
//   SentenceMaker maker(7);
//   const proto::Article article = maker.Next();   // one to three sentences in one language
#ifndef NORN_TESTS_SUPPORT_GENERATED_SENTENCES_H_
#define NORN_TESTS_SUPPORT_GENERATED_SENTENCES_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/lexicon/lexicon_set.h"
#include "proto/article.pb.h"

namespace norn::tests {

class SentenceMaker {
 public:
  explicit SentenceMaker(uint32_t seed,
                         const ingest::LexiconSet& lexicons = ingest::LexiconSet::BuiltIn());

  // Its name is its number, so that names are unique and sorted.
  proto::Article Next();

 private:
  // What fills the parts of a pattern in one language.
  struct Language {
    std::string code;
    std::vector<std::string> patterns;
    std::vector<std::string> names;    // of anybody and anything
    std::vector<std::string> verbs;    // that tell of events, in the past and in the present
    std::vector<std::string> nouns;    // likewise
    std::vector<std::string> titles;   // of offices
    std::vector<std::string> details;  // times, numbers, places, in words of the language
  };

  void ReadLexicon(const ingest::Lexicon& lexicon, Language& language);
  size_t Below(size_t limit) { return random_() % limit; }
  const std::string& OneOf(const std::vector<std::string>& words) {
    return words[Below(words.size())];
  }
  std::string Name(const Language& language);
  std::string Part(const Language& language, absl::string_view part);
  std::string Sentence(const Language& language);

  std::mt19937 random_;  // the same numbers everywhere, other than std's distributions
  std::vector<Language> languages_;
  size_t made_ = 0;
};

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_GENERATED_SENTENCES_H_
