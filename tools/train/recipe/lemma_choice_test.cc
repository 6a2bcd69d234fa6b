#include "tools/train/recipe/lemma_choice.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace norn::train {
namespace {

TEST(LemmaChoice, TakesTheRuleThatMakesAWord) {
  const WordCounts counts = {{"gymnasium", 40}, {"flaska", 9}, {"flask", 2}, {"museum", 7},
                             {"barn", 500},     {"hus", 300},  {"huse", 5}};
  const std::set<std::string> lemmas = {"lucia"};
  const LemmaChoice choice(counts, lemmas);
  const LemmaVotes iet = {{"L2", 3}, {"L2um", 2}};
  const LemmaVotes et = {{"L1", 20}, {"L2", 60}};
  const LemmaVotes or_ending = {{"L2a", 1}, {"L2", 99}};
  const struct {
    const char* what;
    const char* form;
    const char* edit;
    std::vector<const LemmaVotes*> votes;
    const char* better;  // "": none
  } kCases[] = {
      {"another rule makes a word", "gymnasiet", "L2", {&iet, &et}, "L2um"},
      {"the rule's own is one", "barnet", "L2", {&et}, ""},
      {"the form itself is left alone", "museum", "L0", {&iet}, ""},
      {"the more frequent of two", "huset", "L0x", {&et}, "L2"},
      {"too few words do so", "flaskor", "L2", {&or_ending}, ""},
      {"none makes a word", "brodiet", "L2", {&iet, &et}, ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(choice.BetterEdit(c.form, c.edit, c.votes).value_or(""), c.better) << c.what;
  }
}

TEST(LemmaChoice, ExpressionsAreNoRules) {
  EXPECT_TRUE(IsGeneralEdit("L3"));
  EXPECT_TRUE(IsGeneralEdit("L2um"));
  EXPECT_TRUE(IsGeneralEdit("L4ørge"));
  EXPECT_FALSE(IsGeneralEdit("L4still_exempel"));
  EXPECT_FALSE(IsGeneralEdit("L2_x"));
  EXPECT_FALSE(IsGeneralEdit("L1mycket"));
}

}  // namespace
}  // namespace norn::train
