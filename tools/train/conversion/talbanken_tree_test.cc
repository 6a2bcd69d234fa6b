#include "tools/train/conversion/talbanken_tree.h"

#include "gtest/gtest.h"

namespace norn::train {
namespace {

// "Huset är i Lund" as version 2 has it.
std::vector<TreebankToken> Tokens() {
  const struct {
    const char* form;
    const char* upos;
    int head;
    const char* deprel;
  } kWords[] = {{"Huset", "NOUN", 4, "nsubj"},
                {"är", "AUX", 4, "cop"},
                {"i", "ADP", 4, "case"},
                {"Lund", "PROPN", 0, "root"}};
  std::vector<TreebankToken> tokens;
  for (const auto& word : kWords) {
    TreebankToken& token = tokens.emplace_back();
    token.form = word.form;
    token.upos = word.upos;
    token.head = word.head;
    token.deprel = word.deprel;
  }
  return tokens;
}

TEST(TalbankenTreeTest, CountsWordsFromOne) {
  std::vector<TreebankToken> tokens = Tokens();
  TalbankenTree tree(tokens);
  EXPECT_EQ(tree.size(), 4);
  EXPECT_EQ(tree.Lower(1), "huset");
  EXPECT_EQ(tree.Children(0), std::vector<int>{4});
  EXPECT_EQ(tree.Children(4), (std::vector<int>{1, 2, 3}));
}

TEST(TalbankenTreeTest, TakesWhatACopulaSaysForAPredicate) {
  std::vector<TreebankToken> tokens = Tokens();
  TalbankenTree tree(tokens);
  EXPECT_TRUE(tree.IsPredicate(4));
  EXPECT_TRUE(tree.IsVerb(2));
  EXPECT_FALSE(tree.IsVerb(4));
  EXPECT_FALSE(tree.IsPredicate(1));
  EXPECT_FALSE(tree.IsPredicate(0)) << "what is above the root";
}

TEST(TalbankenTreeTest, ShowsChangesAtOnce) {
  std::vector<TreebankToken> tokens = Tokens();
  TalbankenTree tree(tokens);
  tree.At(3).head = 1;
  EXPECT_EQ(tree.Children(1), std::vector<int>{3});
  EXPECT_FALSE(tree.HasChild(4, "case"));
}

}  // namespace
}  // namespace norn::train
