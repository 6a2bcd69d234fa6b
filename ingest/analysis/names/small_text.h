// A small lexicon, and texts with what looking for names in them needs: for the tests of the units.
#ifndef NORN_INGEST_ANALYSIS_NAMES_SMALL_TEXT_H_
#define NORN_INGEST_ANALYSIS_NAMES_SMALL_TEXT_H_

#include <string>
#include <utility>

#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/analysis/names/name_context.h"
#include "ingest/analysis/sentences.h"
#include "ingest/analysis/tokenizer.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

inline const Lexicon& SmallLexicon() {
  static const Lexicon* const kLexicon = [] {
    auto* lexicon = new Lexicon;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
        R"pb(
          language: "en"
          common_word: "yesterday"
          common_word: "the"
          common_word: "we"
          common_word: "labour"
          name_particle: "of"
          given_name: "Michael"
          given_name: "Karin"
          person_noun: "doctor"
          word_class { name: "name_joiner" word: "of" }
          word_class { name: "reporting_verb" word: "says" }
          word_class { name: "definite_ending" word: "en" }
          time_word { kind: MONTH value: 5 word: "May" }
          state { id: "state/jordan" name: "Jordan" adjective: "Jordanian" }
          actor { id: "person/berg" kind: PERSON name: "Olav Berg" short_name: "Berg" }
          office { code: "president" title: "president" }
        )pb",
        lexicon));
    return lexicon;
  }();
  return *kLexicon;
}

// One paragraph, analysed as far as names need it.
class SmallText {
 public:
  explicit SmallText(std::string words)
      : words_(std::move(words)),
        vocabulary_(SmallLexicon()),
        gazetteer_(SmallLexicon(), vocabulary_),
        text_(Tokenized()),
        context_(gazetteer_, text_) {}

  const Vocabulary& vocabulary() const { return vocabulary_; }
  const Gazetteer& gazetteer() const { return gazetteer_; }
  const AnnotatedText& text() const { return text_; }
  const NameContext& context() const { return context_; }
  uint32_t end() const { return static_cast<uint32_t>(text_.tokens.size()); }

 private:
  AnnotatedText Tokenized() const {
    AnnotatedText text;
    text.text = words_;
    Tokenizer(vocabulary_).Tokenize(words_, {0, static_cast<uint32_t>(words_.size())}, text.tokens);
    AppendSentences(words_, vocabulary_, text.tokens, 0, 0, text.sentences);
    return text;
  }

  const std::string words_;
  const Vocabulary vocabulary_;
  const Gazetteer gazetteer_;
  const AnnotatedText text_;
  const NameContext context_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NAMES_SMALL_TEXT_H_
