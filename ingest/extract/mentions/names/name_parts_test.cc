#include "ingest/extract/mentions/names/name_parts.h"

#include <gtest/gtest.h>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

class NamePartsTest : public testing::Test {
 protected:
  NamePartsTest() : grammar_(LexiconSet::BuiltIn().For("en")) {}

  std::string Parts(const std::string& words, const std::string& tags = "") {
    std::vector<absl::string_view> of_parts;
    if (!tags.empty()) of_parts = absl::StrSplit(tags, ' ');
    return absl::StrJoin(PersonParts(absl::StrSplit(words, ' '), of_parts, grammar_), " ");
  }

  Grammar grammar_;
};

TEST_F(NamePartsTest, KeepsNames) {
  for (const char* name :
       {"Ada Koval", "Koval", "Anna van der Berg", "Anna Major", "Ada K. Koval"}) {
    EXPECT_EQ(Parts(name), name);
  }
}

TEST_F(NamePartsTest, CutsTitlesWhereverTheyStand) {
  EXPECT_EQ(Parts("Sir Ada Koval"), "Ada Koval");
  EXPECT_EQ(Parts("Nordland Administrator Ada Koval"), "Ada Koval");
  EXPECT_EQ(Parts("Anna Koval Secretary of Commerce Maria Dahl"), "Anna Koval");
  EXPECT_EQ(Parts("Ada Koval Special Assistant"), "Ada Koval");
  EXPECT_EQ(Parts("Special Assistant"), "");
  EXPECT_EQ(Parts("Labor Secretary"), "Labor");
}

TEST_F(NamePartsTest, CutsWhatStandsInFrontOfAName) {
  EXPECT_EQ(Parts("Western Affairs Anna Koval"), "Anna Koval");
  EXPECT_EQ(Parts("Nordland Assembly John Dahl"), "John Dahl");
  EXPECT_EQ(Parts("Bo Anna Koval"), "Bo Anna Koval");
  // Nothing says that a name begins there.
  EXPECT_EQ(Parts("Affairs Qwx Koval"), "Affairs Qwx Koval");
}

TEST_F(NamePartsTest, CutsWhatStandsBehindAName) {
  EXPECT_EQ(Parts("Ada Koval of Pennsylvania"), "Ada Koval");
  EXPECT_EQ(Parts("Anna Koval National"), "Anna Koval");
  EXPECT_EQ(Parts("Koval Insists", "PROPN VERB"), "Koval");
  EXPECT_EQ(Parts("Koval Before Meeting", "PROPN ADP NOUN"), "Koval");
  EXPECT_EQ(Parts("Ada van Koval", "PROPN ADP PROPN"), "Ada van Koval");
}

TEST_F(NamePartsTest, CommonNounsAreThoseThatAreWrittenSmall) {
  for (const char* word : {"Survey", "planning", "PROVISIONS"}) {
    EXPECT_TRUE(IsCommonNoun(word, grammar_)) << word;
  }
  for (const char* word : {"Koval", "Brown", "King"}) {
    EXPECT_FALSE(IsCommonNoun(word, grammar_)) << word;
  }
}

}  // namespace
}  // namespace norn::ingest
