#include "ingest/analysis/neural/outside_vectors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace norn::ingest {
namespace {

// One language; the first table knows oslo for all words, the second byen for names only. The
// projection shows the first table's number at x[0] and the second's at x[1].
std::string Model(int projection_columns = 2) {
  ModelWriter writer;
  const auto add = [&](const std::string& name, const char* word, uint8_t for_all) {
    writer.AddMatrix(name, 1, 1, {1.0F});
    writer.AddNumbers(name + " hashes", {WordHash(word)});
    writer.AddBytes(name + " for all", {for_all});
  };
  add("outside", "oslo", 1);
  add("outside 2", "byen", 0);
  std::vector<float> projection(2 * static_cast<size_t>(projection_columns));
  projection.front() = projection.back() = 1;
  writer.AddMatrix("projection", 2, projection_columns, projection);
  return writer.Finish();
}

struct Aligned {
  explicit Aligned(const std::string& bytes) : words(bytes.size() / 8 + 1) {
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(words.data()));
    view = {reinterpret_cast<const char*>(words.data()), bytes.size()};
  }
  std::vector<uint64_t> words;
  absl::string_view view;
};

TEST(OutsideVectors, AddsWhatEachTableKnows) {
  const Aligned bytes(Model());
  const auto model = ModelFile::Open(bytes.view);
  ASSERT_TRUE(model.ok()) << model.status();
  const auto outside = OutsideVectors::Load(*model, 1, 2);
  ASSERT_TRUE(outside.ok()) << outside.status();
  const struct {
    const char* form;
    float first;
    float second;
  } kCases[] = {
      {"oslo", 1, 0}, {"Oslo", 1, 0}, {"Oslos", 1, 0},  // without its genitive's ending
      {"byen", 0, 0}, {"Byen", 0, 1}, {"bergen", 0, 0},
  };
  for (const auto& c : kCases) {
    float x[2] = {};
    outside->Add(MakeTokenFeatures(c.form), 0, x);
    EXPECT_NEAR(x[0], c.first, 0.01) << c.form;
    EXPECT_NEAR(x[1], c.second, 0.01) << c.form;
  }
}

TEST(OutsideVectors, RefusesTablesThatDoNotFit) {
  const Aligned bytes(Model(3));
  const auto model = ModelFile::Open(bytes.view);
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_EQ(OutsideVectors::Load(*model, 1, 2).status().code(), absl::StatusCode::kDataLoss);
  const Aligned fitting(Model());
  const auto other = ModelFile::Open(fitting.view);
  EXPECT_EQ(OutsideVectors::Load(*other, 2, 2).status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(OutsideVectors::Load(*other, 1, 3).status().code(), absl::StatusCode::kDataLoss);
}

}  // namespace
}  // namespace norn::ingest
