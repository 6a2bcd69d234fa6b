#include "ingest/extract/mentions/generic_nouns.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ingest/extract/mentions/given_names.h"

namespace norn::ingest {
namespace {

struct Found {
  std::optional<uint32_t> next;
  std::vector<Mention> mentions;
  std::string meant;  // the only mention's entity
};

Found ReadAt(const std::string& rows, uint32_t at, std::vector<Mention> before = {}) {
  GivenNames given(rows, {});
  GenericNouns nouns(given.text(), GivenNames::gazetteer(), given.reader(), given.name_at(),
                     given.entities());
  Found found;
  found.mentions = std::move(before);
  found.next = nouns.ReadAt(at, given.end(), found.mentions);
  if (found.mentions.size() == 1 && found.mentions[0].entities.size() == 1) {
    found.meant = given.entities().entity(found.mentions[0].entities[0]).lexicon_id();
  }
  return found;
}

TEST(GenericNounsTest, WordsForArmsAndCompoundsOfThemAreArms) {
  for (const char* word : {"våpen", "raketter", "luftvernraketter"}) {
    const std::string row = std::string(word) + " " + word + " NOUN _ 0 root\n";
    const Found found = ReadAt(row, 0);
    EXPECT_EQ(found.next, 1) << word;
    ASSERT_EQ(found.mentions.size(), 1) << word;
    EXPECT_EQ(found.mentions[0].kind, Mention::Kind::kWeapon) << word;
  }
  for (const char* word : {"epler", "raket", "brev"}) {
    EXPECT_FALSE(ReadAt(std::string(word) + " " + word + " NOUN _ 0 root\n", 0).next) << word;
  }
}

TEST(GenericNounsTest, BehindASystemTheyAreTheSystems) {
  Mention system = MakeMention(Mention::Kind::kWeapon, 0, 1, 0);
  const Found found = ReadAt(
      "Nordstjerne Nordstjerne PROPN _ 2 compound\n"
      "raketter rakett NOUN _ 0 root\n",
      1, {system});
  EXPECT_EQ(found.next, 2);
  ASSERT_EQ(found.mentions.size(), 1);
  EXPECT_EQ(found.mentions[0].token_count, 2);
}

TEST(GenericNounsTest, InhabitantsStandForTheirState) {
  const Found found = ReadAt(
      "svenskene svenske NOUN Definite=Def 2 nsubj\n"
      "vant vinne VERB _ 0 root\n",
      0);
  EXPECT_EQ(found.next, 1);
  EXPECT_EQ(found.meant, "state/sverige");
  EXPECT_EQ(found.mentions[0].kind, Mention::Kind::kGroup);
}

TEST(GenericNounsTest, InhabitantsInFrontOfAnotherNounAreNot) {
  EXPECT_FALSE(ReadAt("svenskenes svenske NOUN Case=Gen 2 nmod:poss\n"
                      "seier seier NOUN _ 0 root\n",
                      0)
                   .next);
}

}  // namespace
}  // namespace norn::ingest
