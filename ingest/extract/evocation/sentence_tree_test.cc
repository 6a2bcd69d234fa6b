#include "ingest/extract/evocation/sentence_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;

struct Word {
  const char* form;
  const char* upos;
  const char* deprel;
  int32_t head;
};

AnnotatedText TextOf(const std::vector<Word>& words) {
  AnnotatedText text;
  for (const Word& word : words) {
    Token& token = text.tokens.emplace_back();
    token.lower = word.form;
    token.upos = word.upos;
    token.deprel = word.deprel;
    token.head = word.head;
    token.is_word = true;
  }
  Sentence& sentence = text.sentences.emplace_back();
  sentence.token_count = static_cast<uint32_t>(words.size());
  return text;
}

TEST(SentenceTreeTest, WalksBetweenWords) {
  const AnnotatedText text = TextOf({{"hun", "PRON", "nsubj", 1},
                                     {"møtte", "VERB", "root", -1},
                                     {"ham", "PRON", "obj", 1},
                                     {"i", "ADP", "case", 4},
                                     {"dalby", "PROPN", "obl", 1}});
  const SentenceTree tree(text, text.sentences[0]);
  EXPECT_THAT(tree.ChildrenOf(1), ElementsAre(0, 2, 4));
  EXPECT_EQ(tree.Path(0, 4, 4), "<nsubj>obl");
  EXPECT_EQ(tree.Path(1, 3, 4), ">obl>case");
  EXPECT_EQ(tree.Path(1, 1, 4), ".");
  EXPECT_EQ(tree.Path(0, 3, 2), "");
  EXPECT_EQ(tree.MarkerOf(4), "i");
  EXPECT_EQ(tree.MarkerOf(0), "");
  EXPECT_EQ(tree.Top(2, 5), 2);
  EXPECT_EQ(tree.Top(3, 5), 4);
  EXPECT_EQ(tree.VerbAbove(3), 1);
}

TEST(SentenceTreeTest, CutsCirclesAndHeadsOutOfTheSentence) {
  const AnnotatedText text = TextOf({{"a", "NOUN", "obj", 1},
                                     {"b", "NOUN", "obj", 0},
                                     {"c", "NOUN", "obj", 2},
                                     {"d", "NOUN", "obj", 99}});
  const SentenceTree tree(text, text.sentences[0]);
  EXPECT_EQ(tree.Path(0, 3, 10), "");
  EXPECT_FALSE(tree.HeadOf(2).has_value());
  EXPECT_FALSE(tree.HeadOf(3).has_value());
  EXPECT_FALSE(tree.VerbAbove(0).has_value());
}

}  // namespace
}  // namespace norn::ingest
