#include "ingest/analysis/neural/tree_decoder.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

// Every assignment of heads that is a tree with one word below the root; the best one's score.
double BestByTryingAll(const std::vector<float>& scores, int words) {
  std::vector<int> heads(words, 0);
  double best = -1e30;
  while (true) {
    int roots = 0;
    bool is_tree = true;
    double sum = 0;
    for (int i = 0; i < words; ++i) {
      roots += heads[i] == 0;
      is_tree &= heads[i] != i + 1;
      sum += scores[i * (words + 1) + heads[i]];
      int node = i + 1;
      for (int steps = 0; node != 0 && steps <= words; ++steps) node = heads[node - 1];
      is_tree &= node == 0;
    }
    if (is_tree && roots == 1) best = std::max(best, sum);
    int at = 0;
    while (at < words && ++heads[at] > words) heads[at++] = 0;
    if (at == words) return best;
  }
}

TEST(TreeDecoderTest, FindsTheBestTreeOfAll) {
  uint32_t state = 1;
  for (int round = 0; round < 200; ++round) {
    const int words = 1 + round % 5;
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores) {
      state = state * 1664525U + 1013904223U;
      score = static_cast<float>(state >> 8) / static_cast<float>(1 << 20) - 8;
    }
    const std::vector<int> heads = DecodeTree(scores, words);
    double sum = 0;
    for (int i = 0; i < words; ++i) sum += scores[i * (words + 1) + heads[i]];
    EXPECT_NEAR(sum, BestByTryingAll(scores, words), 1e-3) << "round " << round;
    EXPECT_EQ(std::count(heads.begin(), heads.end(), 0), 1) << "round " << round;
  }
}

TEST(TreeDecoderTest, NoWordsMakeNoTree) { EXPECT_TRUE(DecodeTree({}, 0).empty()); }

}  // namespace
}  // namespace norn::ingest
