#include "ingest/extract/grammar.h"

#include <gtest/gtest.h>

#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

Lexicon SmallLexicon() {
  Lexicon lexicon;
  Trigger* trigger = lexicon.add_trigger();
  trigger->set_rule("ring");
  trigger->add_past("ringte");
  trigger->add_infinitive("ringe");
  WordClass* endings = lexicon.add_word_class();
  endings->set_name("participle_ending");
  endings->add_word("et");
  Pronoun* group = lexicon.add_pronoun();
  group->set_kind(Pronoun::GROUP);
  group->add_word("regjering");
  lexicon.add_given_name("Åse");
  lexicon.add_female_name("Åse");
  NumberWord* number = lexicon.add_number_word();
  number->set_word("to");
  number->set_value(2);
  return lexicon;
}

Token TokenOf(const char* form, const char* lemma, const char* upos) {
  Token token;
  token.lower = form;
  token.lemma = lemma;
  token.upos = upos;
  return token;
}

TEST(GrammarTest, FindsTriggersByTheFormThatStands) {
  const Lexicon lexicon = SmallLexicon();
  const Grammar grammar(lexicon);
  const std::vector<Token> tokens = {TokenOf("hun", "hun", "PRON"),
                                     TokenOf("ringte", "ringe", "VERB")};
  EXPECT_TRUE(grammar.triggers().At(tokens, 0, 2).empty());
  const auto found = grammar.triggers().At(tokens, 1, 2);
  ASSERT_EQ(found.size(), 1);
  EXPECT_EQ(found[0].value->form, WordForm::kPast);
  EXPECT_EQ(found[0].value->trigger->rule(), "ring");
}

TEST(GrammarTest, AsksForClassesOfWordsAndTheirEndings) {
  const Lexicon lexicon = SmallLexicon();
  const Grammar grammar(lexicon);
  EXPECT_TRUE(grammar.Is("participle_ending", "et"));
  EXPECT_FALSE(grammar.Is("participle_ending", "møtet"));
  EXPECT_TRUE(grammar.EndsLike("participle_ending", "møtet"));
  EXPECT_FALSE(grammar.Is("no such class", "et"));
  EXPECT_FALSE(grammar.EndsLike("no such class", "et"));
}

TEST(GrammarTest, FindsAGroupInAnyFormOfItsNoun) {
  const Lexicon lexicon = SmallLexicon();
  const Grammar grammar(lexicon);
  EXPECT_NE(grammar.FindGroup(TokenOf("regjering", "regjering", "NOUN")), nullptr);
  EXPECT_NE(grammar.FindGroup(TokenOf("regjeringene", "regjering", "NOUN")), nullptr);
  EXPECT_EQ(grammar.FindGroup(TokenOf("regjere", "regjering", "VERB")), nullptr);
}

TEST(GrammarTest, KnowsGivenNamesByTheirFoldedForm) {
  const Lexicon lexicon = SmallLexicon();
  const Grammar grammar(lexicon);
  EXPECT_FALSE(grammar.IsGivenName("Åse"));
  EXPECT_TRUE(grammar.IsGivenName("ase") || grammar.IsGivenName("aase"));
  EXPECT_EQ(grammar.GenderOfName("nobody"), '\0');
}

TEST(GrammarTest, KnowsNumberWords) {
  const Lexicon lexicon = SmallLexicon();
  const Grammar grammar(lexicon);
  ASSERT_NE(grammar.FindNumberWord("to"), nullptr);
  EXPECT_EQ(grammar.FindNumberWord("tre"), nullptr);
}

}  // namespace
}  // namespace norn::ingest
