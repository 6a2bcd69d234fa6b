#include "ingest/extract/rules/trigger_phrases.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "ingest/extract/rules/given_sentence.h"

namespace norn::ingest {
namespace {

std::optional<uint32_t> PartnerIn(const std::string& rows, const std::vector<GivenMention>& given) {
  const GivenSentence sentence(rows, given);
  return FindPrepositional(sentence.frame(),
                           ArgumentFrom(sentence.frame().trigger, Argument::PREPOSITION));
}

TEST(TriggerPhrasesTest, APartnerStandsBehindTheArgumentsPreposition) {
  const std::string rows =
      "Møtet møte NOUN Definite=Def 0 root\n"
      "WORD WORD ADP _ 3 case\n"
      "Berg Berg PROPN _ 1 nmod\n";
  const struct {
    const char* preposition;
    std::optional<uint32_t> partner;
  } cases[] = {{"med", 0}, {"om", std::nullopt}, {"i", std::nullopt}};
  for (const auto& one : cases) {
    std::string with = rows;
    for (size_t at = 0; (at = with.find("WORD")) != std::string::npos;) {
      with.replace(at, 4, one.preposition);
    }
    EXPECT_EQ(PartnerIn(with, {Person(2)}), one.partner) << one.preposition;
  }
}

TEST(TriggerPhrasesTest, WhoStandsInFrontOfTheNounIsNoPartnerBehindIt) {
  EXPECT_EQ(PartnerIn("Med med ADP _ 2 case\n"
                      "Berg Berg PROPN _ 3 nmod\n"
                      "møtet møte NOUN Definite=Def 0 root\n",
                      {Person(1)}),
            std::nullopt);
}

TEST(TriggerPhrasesTest, AGenitiveMayHaveTwoWordsBeforeItsNoun) {
  const GivenSentence near(
      "Dahls Dahl PROPN Case=Gen 4 nmod:poss\n"
      "første første ADJ _ 4 amod\n"
      "lange lang ADJ _ 4 amod\n"
      "møte møte NOUN _ 0 root\n",
      {Genitive(Person(0))});
  EXPECT_EQ(FindGenitive(near.frame()), 0);
  const GivenSentence far(
      "Dahls Dahl PROPN Case=Gen 5 nmod:poss\n"
      "første første ADJ _ 5 amod\n"
      "lange lang ADJ _ 5 amod\n"
      "gode god ADJ _ 5 amod\n"
      "møte møte NOUN _ 0 root\n",
      {Genitive(Person(0))});
  EXPECT_EQ(FindGenitive(far.frame()), std::nullopt);
  const GivenSentence no_genitive(
      "Dahl Dahl PROPN _ 2 nsubj\n"
      "møte møte NOUN _ 0 root\n",
      {Person(0)});
  EXPECT_EQ(FindGenitive(no_genitive.frame()), std::nullopt);
}

TEST(TriggerPhrasesTest, AnAdjectiveNamesTheStateOfAnAttack) {
  const std::string rows =
      "Det det DET _ 3 det\n"
      "nordlandske nordlandsk ADJ _ 3 amod\n"
      "angrepet angrep NOUN Definite=Def 0 root\n";
  EXPECT_EQ(FindAdjective(GivenSentence(rows, {Adjective(1)}).frame()), 0);
  EXPECT_EQ(FindAdjective(GivenSentence(rows, {State(1)}).frame()), std::nullopt);
}

TEST(TriggerPhrasesTest, ArmsMayBeTheFrontOfACompound) {
  const std::string rows =
      "Rakett rakett NOUN _ 2 compound\n"
      "angrepet angrep NOUN Definite=Def 0 root\n";
  EXPECT_EQ(FindCompound(GivenSentence(rows, {Arms(0)}).frame()), 0);
  EXPECT_EQ(FindCompound(GivenSentence(rows, {State(0)}).frame()), std::nullopt);
}

}  // namespace
}  // namespace norn::ingest
