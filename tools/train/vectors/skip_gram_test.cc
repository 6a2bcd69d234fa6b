#include "tools/train/vectors/skip_gram.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <string>
#include <vector>

namespace norn::train {
namespace {

// Words 0 and 1 stand between the same words, word 2 elsewhere; no two have a piece in common.
RawText Text() {
  RawText text;
  for (uint32_t w = 0; w < 8; ++w) {
    text.words.push_back({std::string(1, static_cast<char>('a' + w)), 500, {w}});
  }
  Random random(3);
  for (int i = 0; i < 2000; ++i) {
    text.paragraphs.push_back(static_cast<uint32_t>(text.tokens.size()));
    const int32_t word = static_cast<int32_t>(random.Below(3));
    const int32_t around = word == 2 ? 5 : 3;
    for (const int32_t w : {around, word, around + 1}) text.tokens.push_back(w);
  }
  text.paragraphs.push_back(static_cast<uint32_t>(text.tokens.size()));
  return text;
}

SkipGramOptions Options() {
  SkipGramOptions options;
  options.epochs = 4;
  options.frequent = 1;
  return options;
}

std::vector<float> VectorOf(const SkipGram& model, int32_t word) {
  std::vector<float> vector(SkipGram::kDimensions);
  model.Compose(word, vector.data());
  return vector;
}

float Likeness(const std::vector<float>& a, const std::vector<float>& b) {
  float ab = 0;
  float aa = 0;
  float bb = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    ab += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  return ab / std::sqrt(aa * bb);
}

TEST(SkipGram, WordsOfLikeNeighboursAreNearEachOther) {
  const RawText text = Text();
  SkipGram model(text, Options());
  model.Advance(1000);
  const double at_first = model.TakeLoss();
  while (!model.done()) model.Advance(1000);
  EXPECT_LT(model.TakeLoss(), at_first);
  const std::vector<float> a = VectorOf(model, 0);
  EXPECT_GT(Likeness(a, VectorOf(model, 1)), Likeness(a, VectorOf(model, 2)) + 0.3F);
}

TEST(SkipGram, GoesOnFromWhatWasSaved) {
  const RawText text = Text();
  const std::string path = testing::TempDir() + "/state";
  SkipGram whole(text, Options());
  while (!whole.done()) whole.Advance(5000);
  {
    SkipGram begun(text, Options());
    begun.Advance(5000);
    ASSERT_TRUE(begun.Save(path).ok());
  }
  SkipGram resumed(text, Options());
  ASSERT_TRUE(resumed.Load(path).ok());
  EXPECT_GT(resumed.share_done(), 0);
  while (!resumed.done()) resumed.Advance(5000);
  for (const int32_t word : {0, 2, 5}) EXPECT_EQ(VectorOf(whole, word), VectorOf(resumed, word));
}

TEST(SkipGram, RefusesTheStateOfAnotherText) {
  const RawText text = Text();
  const std::string path = testing::TempDir() + "/other";
  ASSERT_TRUE(SkipGram(text, Options()).Save(path).ok());
  RawText longer = Text();
  longer.tokens.push_back(0);
  longer.paragraphs.back() += 1;
  SkipGram other(longer, Options());
  EXPECT_EQ(other.Load(path).code(), absl::StatusCode::kFailedPrecondition);
  std::ofstream(path) << "short";
  SkipGram same(text, Options());
  EXPECT_EQ(same.Load(path).code(), absl::StatusCode::kFailedPrecondition);
}

}  // namespace
}  // namespace norn::train
