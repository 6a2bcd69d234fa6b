#include "ingest/extract/reasons/weightiest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "ingest/extract/scoring/scoring.pb.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Labels "none" and "call"; each row's feature weighs so much for "call".
LinearModel ModelOf(std::vector<std::pair<std::vector<std::string>, int>> rows) {
  std::vector<std::pair<uint64_t, int>> hashed;
  for (const auto& [parts, weight] : rows) {
    Features one;
    one.Add(parts[0], parts[1]);
    hashed.emplace_back(one.hashes()[0], weight);
  }
  std::sort(hashed.begin(), hashed.end());
  Scorer scorer;
  scorer.add_label("none");
  scorer.add_label("call");
  scorer.add_bias(0);
  scorer.add_bias(0);
  std::string weights;
  for (const auto& [hash, weight] : hashed) {
    scorer.add_feature(hash);
    weights += std::string(2, '\0');
    weights += static_cast<char>(weight & 0xFF);
    weights += static_cast<char>((weight >> 8) & 0xFF);
  }
  scorer.set_weights(weights);
  return *LinearModel::FromScorer(scorer);
}

Features FeaturesOf(const std::vector<std::pair<std::string, std::string>>& wanted) {
  Features features(true);
  for (const auto& [name, value] : wanted) features.Add(name, value);
  return features;
}

TEST(WeightiestReasonsTest, AddUpWhatSaysTheSameAndNameBothSides) {
  const LinearModel model = ModelOf({{{"lemma", "ringe"}, 300},
                                     {{"form", "ringte"}, 300},
                                     {{"after 1", "klokke"}, -500},
                                     {{"in sentence", "telefon"}, 400},
                                     {{"sport", "3"}, -100}});
  const Features features = FeaturesOf({{"lemma", "ringe"},
                                        {"form", "ringte"},
                                        {"after 1", "klokke"},
                                        {"in sentence", "telefon"},
                                        {"sport", "3"}});
  EXPECT_THAT(
      WeightiestReasons(model, features, 1, 0, 3),
      ElementsAre(Reason{"the word itself", true}, Reason{"\"klokke\" right after it", false},
                  Reason{"\"telefon\" in the sentence", true}));
}

TEST(WeightiestReasonsTest, AreFewerWhereFewerWeigh) {
  const LinearModel model = ModelOf({{{"lemma", "ringe"}, 300}, {{"no words for it", "x"}, 900}});
  const Features features =
      FeaturesOf({{"lemma", "ringe"}, {"no words for it", "x"}, {"form", "not in the model"}});
  EXPECT_THAT(WeightiestReasons(model, features, 1, 0, 3),
              ElementsAre(Reason{"the word itself", true}));
  EXPECT_THAT(WeightiestReasons(model, FeaturesOf({}), 1, 0, 3), IsEmpty());
}

}  // namespace
}  // namespace norn::ingest
