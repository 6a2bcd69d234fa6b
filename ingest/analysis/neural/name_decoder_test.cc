#include "ingest/analysis/neural/name_decoder.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

const std::vector<std::string> kLabels = {"O", "B-PER", "I-PER", "B-LOC", "I-LOC"};

TEST(NameDecoderTest, NoNameBeginsOrGoesOnWithAnInsideOfAnotherType) {
  const std::vector<float> transitions(6 * 5);
  // The insides score highest everywhere; the best allowed row is still one whole name.
  const std::vector<float> scores = {0, 1, 9, 0, 0,  //
                                     0, 0, 5, 0, 4};
  EXPECT_EQ(DecodeNames(scores, transitions, kLabels, 2), (std::vector<int>{1, 2}));
}

TEST(NameDecoderTest, TransitionsDecideBetweenEqualScores) {
  std::vector<float> transitions(6 * 5);
  transitions[1 * 5 + 2] = 1;  // B-PER, I-PER
  const std::vector<float> scores = {0, 1, 0, 0, 0, 0.5F, 0, 0, 0, 0};
  EXPECT_EQ(DecodeNames(scores, transitions, kLabels, 2), (std::vector<int>{1, 2}));
}

TEST(NameDecoderTest, NoTokensHaveNoTags) {
  EXPECT_TRUE(DecodeNames({}, std::vector<float>(30), kLabels, 0).empty());
}

}  // namespace
}  // namespace norn::ingest
