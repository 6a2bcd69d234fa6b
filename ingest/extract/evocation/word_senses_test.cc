#include "ingest/extract/evocation/word_senses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Lexicon SmallLexicon() {
  Lexicon lexicon;
  EvokingWords* strong = lexicon.add_evoking();
  strong->set_frame("meeting");
  strong->set_strength(EvokingWords::STRONG);
  strong->add_word("møte");
  strong->add_word("-møte");
  EvokingWords* weak = lexicon.add_evoking();
  weak->set_frame("attack");
  weak->set_strength(EvokingWords::WEAK);
  weak->add_word("slå til mot");
  SemanticClass* soldiers = lexicon.add_semantic_class();
  soldiers->set_name("armed_force");
  soldiers->add_word("soldat");
  return lexicon;
}

// Pairs of form and lemma.
AnnotatedText TextOf(const std::vector<std::pair<std::string, std::string>>& words) {
  AnnotatedText text;
  for (const auto& [form, lemma] : words) {
    Token& token = text.tokens.emplace_back();
    token.lower = form;
    token.lemma = lemma;
    token.is_word = true;
  }
  text.sentences.emplace_back().token_count = static_cast<uint32_t>(words.size());
  return text;
}

TEST(WordSensesTest, FindsLemmasFormsAndEndsOfCompounds) {
  const WordSenses senses(SmallLexicon());
  const AnnotatedText text =
      TextOf({{"krisemøtet", "krisemøte"}, {"soldatene", "soldat"}, {"gikk", "gå"}});
  EXPECT_THAT(senses.Of(text, text.sentences[0]),
              ElementsAre(ElementsAre("meeting!"), ElementsAre("armed_force"), IsEmpty()));
}

TEST(WordSensesTest, WantsAllWordsOfAPhraseNearBy) {
  const WordSenses senses(SmallLexicon());
  const AnnotatedText whole = TextOf({{"slo", "slå"}, {"til", "til"}, {"mot", "mot"}});
  EXPECT_THAT(senses.Of(whole, whole.sentences[0])[0], ElementsAre("attack?"));
  const AnnotatedText part = TextOf({{"slo", "slå"}, {"til", "til"}});
  EXPECT_THAT(senses.Of(part, part.sentences[0])[0], IsEmpty());
}

}  // namespace
}  // namespace norn::ingest
