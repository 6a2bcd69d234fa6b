#include "ingest/analysis/names/name_splits.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "ingest/analysis/names/small_text.h"

namespace norn::ingest {
namespace {

std::string NamesIn(const std::string& words, uint32_t at, bool only_lexicon) {
  const SmallText small(words);
  const NameUnits sequences(small.vocabulary(), small.gazetteer(), small.context(), small.text());
  const NameSplits splits(small.vocabulary(), small.context(), small.text());
  const std::vector<NameUnit> units = sequences.SequenceAt(at, small.end());
  std::string result;
  for (const NameSplits::Units name : splits.Split(units, only_lexicon)) {
    const uint32_t begin = small.text().tokens[name.front().first].bytes.begin;
    absl::StrAppend(&result, result.empty() ? "" : ", ",
                    small.text().Slice({begin, name.back().end_byte}));
  }
  return result;
}

struct Case {
  const char* words;
  uint32_t at;  // the token that the sequence begins with
  const char* names;
};

TEST(NameSplitsTest, CutsASequenceIntoNames) {
  for (const Case& c : std::vector<Case>{
           {"they saw Karin Lund there", 2, "Karin Lund"},
           {"they saw Berg Karin Lund there", 2, "Berg, Karin Lund"},
           {"they saw Jordan Olav Berg there", 2, "Jordan, Olav Berg"},
           // Titles stand in front of names, adjectives of states where a name follows.
           {"they saw President Lund there", 2, "Lund"},
           {"they saw Lund President Berg there", 2, "Lund, Berg"},
           {"the Jordanian Air Force there", 1, "Jordanian Air Force"},
           {"the Jordanian there", 1, ""},
           // A surname that is a state's name, or a title.
           {"they saw Michael Jordan there", 2, "Michael Jordan"},
           {"they saw Karin President there", 2, "Karin President"},
       }) {
    EXPECT_EQ(NamesIn(c.words, c.at, false), c.names) << c.words;
  }
}

TEST(NameSplitsTest, AFirstWordIsANameOnlyOnOtherEvidence) {
  for (const Case& c : std::vector<Case>{
           {"Quiet in town", 0, ""},
           {"Lund says no", 0, "Lund"},
           {"Regjeringen says no", 0, ""},  // a definite noun
           {"Lund won and they saw Lund there", 0, "Lund"},
           {"Quiet Lund won", 0, "Quiet Lund"},
           {"Karin won", 0, "Karin"},
           {"NRK won", 0, "NRK"},
           {"Jordan won", 0, "Jordan"},
           {"Yesterday Lund won", 0, "Lund"},
       }) {
    EXPECT_EQ(NamesIn(c.words, c.at, false), c.names) << c.words;
  }
}

TEST(NameSplitsTest, WhereCapitalsMeanNothingOnlyTheLexiconNames) {
  EXPECT_EQ(NamesIn("they Saw Karin Lund There", 1, true), "");
  EXPECT_EQ(NamesIn("they Saw Olav Berg There", 1, true), "Olav Berg");
  EXPECT_EQ(NamesIn("they Saw Jordan Berg There", 1, true), "Jordan, Berg");
}

}  // namespace
}  // namespace norn::ingest
