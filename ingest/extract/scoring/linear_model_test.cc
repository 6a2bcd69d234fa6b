#include "ingest/extract/scoring/linear_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;

// Two labels; the feature "word=møte" speaks for the second.
Scorer SmallScorer() {
  Features features;
  features.Add("word", "møte");
  Scorer scorer;
  scorer.set_name("small");
  scorer.add_label("none");
  scorer.add_label("meeting");
  scorer.add_bias(1024);
  scorer.add_bias(0);
  scorer.add_feature(static_cast<uint32_t>(features.hashes()[0]));
  scorer.set_weights(std::string("\x00\x00\x00\x0C", 4));  // 0 and 3072
  return scorer;
}

TEST(LinearModelTest, AddsTheWeightsOfTheFeatures) {
  const auto model = LinearModel::FromScorer(SmallScorer());
  ASSERT_TRUE(model.ok()) << model.status();
  Features none;
  EXPECT_EQ(model->Score(none).best, 0);
  Features one;
  one.Add("word", "møte");
  one.Add("word", "unknown");
  const Verdict verdict = model->Score(one);
  EXPECT_EQ(model->label(verdict.best), "meeting");
  EXPECT_THAT(verdict.scores, ElementsAre(1024, 3072));
}

TEST(LinearModelTest, WeighsEachFeatureForALabelAgainstAnother) {
  const auto model = LinearModel::FromScorer(SmallScorer());
  Features features(true);
  features.Add("word", "møte");
  features.Add("question");
  EXPECT_THAT(model->WeightsFor(features, 1, 0), ElementsAre(3072, 0));
  EXPECT_THAT(model->WeightsFor(features, 0, 1), ElementsAre(-3072, 0));
  EXPECT_THAT(features.parts(), ElementsAre(ElementsAre("word", "møte"), ElementsAre("question")));
}

TEST(LinearModelTest, SharesAreThoseOfASoftmax) {
  for (const int32_t margin : {-9000, -3000, -1024, -100, -1, 0, 1, 37, 500, 2048, 7000}) {
    const std::vector<uint32_t> shares = Shares({0, margin});
    const double wanted = 1 / (1 + std::exp(-margin / 1024.0));
    EXPECT_NEAR(shares[1] / double{kWholeShare}, wanted, 0.0005) << margin;
  }
  EXPECT_THAT(Shares({2000000000, -2000000000}), ElementsAre(kWholeShare, 0));
}

TEST(LinearModelTest, TellsHowOftenAShareIsRight) {
  Scorer scorer = SmallScorer();
  EXPECT_EQ(LinearModel::FromScorer(scorer)->Calibrated(12345), 12345);
  for (const uint32_t right : {0, 100, 500, 500, 900}) scorer.add_right_of_thousand(right);
  const auto model = LinearModel::FromScorer(scorer);
  ASSERT_TRUE(model.ok()) << model.status();
  const struct {
    double share;
    double right;
  } cases[] = {{0, 0},     {0.125, 0.05}, {0.25, 0.1}, {0.375, 0.3},
               {0.6, 0.5}, {0.875, 0.7},  {1, 0.9}};
  for (const auto& one : cases) {
    const auto share = static_cast<uint32_t>(one.share * kWholeShare);
    EXPECT_NEAR(model->Calibrated(share) / double{kWholeShare}, one.right, 0.0001) << one.share;
  }
}

TEST(LinearModelTest, RefusesPartsThatDoNotFit) {
  Scorer falling = SmallScorer();
  for (const uint32_t right : {500, 400}) falling.add_right_of_thousand(right);
  Scorer too_much = SmallScorer();
  for (const uint32_t right : {500, 1001}) too_much.add_right_of_thousand(right);
  Scorer one_entry = SmallScorer();
  one_entry.add_right_of_thousand(500);
  Scorer no_labels = SmallScorer();
  no_labels.clear_label();
  Scorer short_weights = SmallScorer();
  short_weights.set_weights("ab");
  Scorer no_bias = SmallScorer();
  no_bias.clear_bias();
  for (const Scorer& scorer : {no_labels, short_weights, no_bias, falling, too_much, one_entry}) {
    EXPECT_EQ(LinearModel::FromScorer(scorer).status().code(), absl::StatusCode::kDataLoss);
  }
}

TEST(FeaturesTest, TellNameAndValueApart) {
  Features features;
  features.Add("ab");
  features.Add("a", "b");
  features.Add("a", "b", "");
  features.Add("a", "", "b");
  const auto& hashes = features.hashes();
  for (size_t i = 0; i < hashes.size(); ++i) {
    for (size_t j = 0; j < i; ++j) EXPECT_NE(hashes[i], hashes[j]) << i << " " << j;
  }
}

}  // namespace
}  // namespace norn::ingest
