#include "ingest/lexicon/lexicon_set.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "ingest/lexicon/builtin_tables.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Lexicon Parse(const std::string& text) {
  Lexicon lexicon;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &lexicon)) << text;
  return lexicon;
}

std::vector<Lexicon> Parts() {
  return {
      Parse("actor { id: 'person/x' kind: PERSON name: 'Xaver Xu' } given_name: 'Xaver'"),
      Parse("language: 'nb' actor { id: 'person/x' name: 'Ksaver Xu' } given_name: 'Ola' "
            "word_class { name: 'preposition' word: 'i' }"),
      Parse("language: 'nb' state { id: 'state/a' name: 'Aland' } "
            "word_class { name: 'preposition' word: 'paa' }"),
      Parse("language: 'sv' state { id: 'state/a' name: 'Åland' }"),
  };
}

TEST(LexiconSetTest, JoinsSharedAndLanguageById) {
  const auto set = LexiconSet::FromMessages(Parts());
  ASSERT_TRUE(set.ok()) << set.status();
  EXPECT_THAT(set->languages(), ElementsAre("nb", "sv"));
  const Lexicon& nb = set->For("nb");
  EXPECT_EQ(nb.language(), "nb");
  ASSERT_EQ(nb.actor_size(), 1);
  EXPECT_THAT(nb.actor(0).name(), ElementsAre("Xaver Xu", "Ksaver Xu"));
  EXPECT_EQ(nb.actor(0).kind(), Actor::PERSON);
  EXPECT_THAT(nb.given_name(), ElementsAre("Xaver", "Ola"));
  ASSERT_EQ(nb.word_class_size(), 1);
  EXPECT_EQ(nb.word_class(0).word_size(), 2);
  EXPECT_THAT(set->For("sv").actor(0).name(), ElementsAre("Xaver Xu"));
  EXPECT_EQ(set->For("sv").state(0).name(0), "Åland");
  EXPECT_EQ(set->For("fi").ByteSizeLong(), 0);
}

TEST(LexiconSetTest, OrderOfPartsChangesNeitherContentNorVersion) {
  std::vector<Lexicon> parts = Parts();
  const auto forward = LexiconSet::FromMessages(parts);
  std::reverse(parts.begin(), parts.end());
  const auto backward = LexiconSet::FromMessages(parts);
  ASSERT_TRUE(forward.ok() && backward.ok());
  EXPECT_EQ(forward->version(), backward->version());
  EXPECT_EQ(forward->For("nb").SerializeAsString(), backward->For("nb").SerializeAsString());
  parts[0].add_given_name("Kari");
  EXPECT_NE(LexiconSet::FromMessages(parts)->version(), forward->version());
}

TEST(LexiconSetTest, RefusesDamagedPartsWithTheEntrysName) {
  std::vector<Lexicon> parts = Parts();
  parts.push_back(Parse("language: 'nb' place { id: 'place/p' country: 'state/nowhere' }"));
  const auto set = LexiconSet::FromMessages(parts);
  ASSERT_EQ(set.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(set.status().ToString(), HasSubstr("nb: place \"place/p\""));
}

TEST(LexiconSetTest, BuiltInLexiconsAreSoundAndHaveAllLanguages) {
  EXPECT_GE(BuiltinTables().size(), 5);
  EXPECT_THAT(LexiconSet::BuiltIn().languages(), ElementsAre("da", "en", "nb", "nn", "sv"));
}

// What readers of news can expect to be known, whatever else is.
TEST(LexiconSetTest, BuiltInLexiconsCoverStatesAndWeapons) {
  constexpr int kMembersOfTheUnitedNations = 193;
  // Some have no adjective, some are their capital.
  constexpr int kWithAdjectiveAndCapital = 180;
  constexpr int kWeapons = 250;
  const LexiconSet& lexicons = LexiconSet::BuiltIn();
  for (const std::string& language : lexicons.languages()) {
    const Lexicon& lexicon = lexicons.For(language);
    int named = 0;
    int complete = 0;
    for (const State& state : lexicon.state()) {
      if (state.wikidata().empty() || state.name().empty()) continue;  // not sovereign
      ++named;
      complete += state.capital_size() > 0 && state.adjective_size() > 0 ? 1 : 0;
    }
    EXPECT_GE(named, kMembersOfTheUnitedNations) << language;
    EXPECT_GE(complete, kWithAdjectiveAndCapital) << language;
    int systems = 0;
    for (const Weapon& weapon : lexicon.weapon()) {
      if (weapon.generic()) continue;
      ++systems;
      EXPECT_FALSE(weapon.category().empty()) << weapon.id();
    }
    EXPECT_GE(systems, kWeapons) << language;
  }
}

// Scorers learn from what the lists have: a thin list in one language is a blind spot there.
TEST(LexiconSetTest, BuiltInLexiconsEvokeEachFamilyBroadly) {
  constexpr size_t kEvokingWords = 250;
  const LexiconSet& lexicons = LexiconSet::BuiltIn();
  for (const std::string& language : lexicons.languages()) {
    const Lexicon& lexicon = lexicons.For(language);
    std::map<std::string, Frame::Family> family_of;
    for (const Frame& frame : lexicon.frame()) family_of[frame.name()] = frame.family();
    std::map<Frame::Family, std::set<std::string>> words;
    for (const EvokingWords& evoking : lexicon.evoking()) {
      words[family_of.at(evoking.frame())].insert(evoking.word().begin(), evoking.word().end());
    }
    for (const Frame::Family family :
         {Frame::CONVERSATION, Frame::TRANSFER, Frame::ACT, Frame::NO_EVENT}) {
      EXPECT_GE(words[family].size(), kEvokingWords)
          << language << ": " << Frame::Family_Name(family);
    }
  }
}

TEST(LexiconSetTest, BuiltInLexiconsFillEachSemanticClass) {
  constexpr int kWords = 30;
  const LexiconSet& lexicons = LexiconSet::BuiltIn();
  for (const std::string& language : lexicons.languages()) {
    EXPECT_GT(lexicons.For(language).semantic_class_size(), 0) << language;
    for (const SemanticClass& semantic_class : lexicons.For(language).semantic_class()) {
      EXPECT_GE(semantic_class.word_size(), kWords) << language << ": " << semantic_class.name();
    }
  }
}

}  // namespace
}  // namespace norn::ingest
