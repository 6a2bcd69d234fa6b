#include "tools/train/reading/hidden_trainer.h"

#include <gtest/gtest.h>

#include <vector>

#include "ingest/extract/scoring/hidden_layer.h"

namespace norn::train {
namespace {

using State = std::vector<int8_t>;

// Two numbers are alike or not: what no sum of weights tells.
const std::vector<State>& States() {
  static const auto* const kStates =
      new std::vector<State>{{100, 100}, {100, -100}, {-100, 100}, {-100, -100}};
  return *kStates;
}
constexpr size_t kIsAlike[] = {1, 0, 0, 1};

ingest::Hidden LearnAlikeness() {
  HiddenOptions options;
  options.units = 16;
  options.rate = 0.02;
  options.input_dropout = 0;
  options.dropout = 0;
  HiddenTrainer trainer(2, 2, options);
  const std::vector<absl::Span<const int8_t>> batch(States().begin(), States().end());
  for (int step = 0; step < 300; ++step) {
    trainer.Read(batch);
    Matrix errors = trainer.scores();
    for (int i = 0; i < errors.cols(); ++i) {
      for (int label = 0; label < 2; ++label) {
        errors(label, i) -= label == static_cast<int>(kIsAlike[i]) ? 1.0F : 0.0F;
      }
    }
    trainer.Learn(errors, 1);
  }
  return trainer.ToProto();
}

TEST(HiddenTrainerTest, LearnsWhatNoSumOfWeightsTells) {
  const auto layer = ingest::HiddenLayer::FromProto(LearnAlikeness(), 2);
  ASSERT_TRUE(layer.ok()) << layer.status();
  for (size_t i = 0; i < States().size(); ++i) {
    std::vector<int32_t> scores(2);
    layer->AddScores(States()[i], scores);
    EXPECT_GT(scores[kIsAlike[i]], scores[1 - kIsAlike[i]] + 512) << i;
  }
}

TEST(HiddenTrainerTest, GivesTheSameLayerForTheSameExamples) {
  EXPECT_EQ(LearnAlikeness().SerializeAsString(), LearnAlikeness().SerializeAsString());
}

}  // namespace
}  // namespace norn::train
