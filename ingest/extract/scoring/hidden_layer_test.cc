#include "ingest/extract/scoring/hidden_layer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;

constexpr int kUnits = 16;

void Put(int value, std::string* bytes) {
  bytes->push_back(static_cast<char>(value & 0xFF));
  bytes->push_back(static_cast<char>((value >> 8) & 0xFF));
}

// Two inputs; the first unit is their difference, in 1/64, less an eighth, and speaks for the
// second of two labels.
Hidden Difference() {
  Hidden hidden;
  hidden.set_inputs(2);
  for (int unit = 0; unit < kUnits; ++unit) {
    Put(unit == 0 ? 1024 : 0, hidden.mutable_weights());
    Put(unit == 0 ? -1024 : 0, hidden.mutable_weights());
    hidden.add_bias(unit == 0 ? -8192 : 0);
    Put(0, hidden.mutable_out());
    Put(unit == 0 ? 2048 : 0, hidden.mutable_out());
  }
  return hidden;
}

std::vector<int32_t> Scores(const HiddenLayer& layer, std::vector<int8_t> state) {
  std::vector<int32_t> scores = {10, 20};
  layer.AddScores(state, scores);
  return scores;
}

TEST(HiddenLayerTest, AddsWhatItsActiveUnitsSay) {
  const auto layer = HiddenLayer::FromProto(Difference(), 2);
  ASSERT_TRUE(layer.ok()) << layer.status();
  // (40 - 0) / 64 - 1/8 is 1/2, times 2.
  EXPECT_THAT(Scores(*layer, {40, 0}), ElementsAre(10, 20 + 1024));
  EXPECT_THAT(Scores(*layer, {0, 40}), ElementsAre(10, 20)) << "a unit below 0 says nothing";
  EXPECT_THAT(Scores(*layer, {8, 0}), ElementsAre(10, 20));
}

TEST(HiddenLayerTest, IsSilentOnTextThatNoNetworkHasRead) {
  const auto layer = HiddenLayer::FromProto(Difference(), 2);
  ASSERT_TRUE(layer.ok()) << layer.status();
  EXPECT_THAT(Scores(*layer, {}), ElementsAre(10, 20));
  EXPECT_THAT(Scores(*layer, {40}), ElementsAre(10, 20));
  EXPECT_THAT(Scores(HiddenLayer(), {40, 0}), ElementsAre(10, 20));
}

TEST(HiddenLayerTest, RefusesPartsThatDoNotFit) {
  struct Case {
    const char* name;
    void (*damage)(Hidden&);
  };
  const Case cases[] = {
      {"a weight too few", [](Hidden& h) { h.mutable_weights()->pop_back(); }},
      {"a number too few out", [](Hidden& h) { h.mutable_out()->pop_back(); }},
      {"a unit too many", [](Hidden& h) { h.add_bias(0); }},
      {"an odd number of inputs", [](Hidden& h) { h.set_inputs(3); }},
      {"endless inputs", [](Hidden& h) { h.set_inputs(0xFFFFFFFE); }},
      {"a weight that overflows sums", [](Hidden& h) { h.mutable_weights()->at(1) = 0x7F; }},
  };
  for (const Case& one : cases) {
    Hidden hidden = Difference();
    one.damage(hidden);
    EXPECT_EQ(HiddenLayer::FromProto(hidden, 2).status().code(), absl::StatusCode::kDataLoss)
        << one.name;
  }
  EXPECT_FALSE(HiddenLayer::FromProto(Difference(), 3).ok()) << "another number of labels";
}

}  // namespace
}  // namespace norn::ingest
