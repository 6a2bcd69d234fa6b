#include "tools/train/conversion/cdt_tree.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::train {
namespace {

TreebankToken Word(const std::string& form, const std::string& tag, int head,
                   const std::string& relation, const std::string& lemma = "") {
  TreebankToken token;
  token.form = form;
  token.lemma = lemma.empty() ? form : lemma;
  token.upos = tag;
  token.feats = "_";
  token.head = head;
  token.deprel = relation;
  return token;
}

// "Hun har set den store by": the auxiliary governs the participle, the article its noun.
CdtTree City() {
  return CdtTree({Word("Hun", "PP", 2, "subj"), Word("har", "VA", 0, "root", "have"),
                  Word("set", "VAPA", 2, "vobj", "se"), Word("den", "PD", 3, "dobj"),
                  Word("store", "AN", 6, "mod"), Word("by", "NC", 4, "nobj")});
}

TEST(CdtTreeTest, WordsOfFunctionAreGovernedForByThoseOfContent) {
  const CdtTree tree = City();
  const std::vector<int> content = {1, 3, 3, 6, 5, 6};
  for (int i = 1; i <= tree.size(); ++i) EXPECT_EQ(tree.Content(i), content[i - 1]) << i;
  EXPECT_EQ(tree.TopOf(3), 2);
  EXPECT_EQ(tree.TopOf(6), 4);
  EXPECT_EQ(tree.NounOf(4), 6);
}

TEST(CdtTreeTest, AClauseHasAVerbOnItsWay) {
  const CdtTree tree = City();
  EXPECT_TRUE(tree.IsClause(2));
  EXPECT_FALSE(tree.IsClause(4));
}

TEST(CdtTreeTest, WordsThatGovernEachOtherInACircleEnd) {
  const CdtTree tree({Word("i", "SP", 2, "nobj"), Word("på", "SP", 1, "nobj")});
  for (int i = 1; i <= tree.size(); ++i) {
    EXPECT_GT(tree.Content(i), 0);
    EXPECT_GT(tree.TopOf(i), 0);
    EXPECT_FALSE(tree.IsClause(i));
  }
}

}  // namespace
}  // namespace norn::train
