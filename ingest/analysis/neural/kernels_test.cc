#include "ingest/analysis/neural/kernels.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

// A matrix and vectors of odd sizes, so that every kind of remainder occurs.
constexpr int kRows = 37;
constexpr int kColumns = 21;
constexpr int kVectors = 7;

TEST(KernelsTest, ProductsAreThoseOfPlainArithmetic) {
  std::vector<float> values;
  for (int i = 0; i < kRows * kColumns; ++i) values.push_back(std::sin(0.37F * i));
  ModelWriter writer;
  writer.AddMatrix("m", kRows, kColumns, values);
  const std::string bytes = writer.Finish();
  const absl::StatusOr<ModelFile> model = ModelFile::Open(bytes);
  ASSERT_TRUE(model.ok());
  const PackedMatrix matrix(*model->Matrix("m"));

  QuantisedVectors vectors(kVectors, kColumns);
  std::vector<std::vector<float>> plain(kVectors);
  for (int v = 0; v < kVectors; ++v) {
    for (int k = 0; k < kColumns; ++k) plain[v].push_back(std::cos(0.11F * (v * kColumns + k)));
    vectors.Set(v, plain[v]);
  }
  const std::vector<float> bias(kRows, 0.5F);
  std::vector<float> output(kVectors * kRows);
  matrix.Multiply(vectors, 0, kVectors, bias, output.data());
  for (int v = 0; v < kVectors; ++v) {
    for (int r = 0; r < kRows; ++r) {
      double sum = 0.5;
      for (int k = 0; k < kColumns; ++k) sum += values[r * kColumns + k] * plain[v][k];
      EXPECT_NEAR(output[v * kRows + r], sum, 0.05) << "vector " << v << ", row " << r;
    }
  }
}

TEST(KernelsTest, SquashingFunctionsAreCloseToTheRealOnes) {
  std::vector<float> points;
  for (float x = -12; x < 12; x += 0.01F) points.push_back(x);
  std::vector<float> tanh = points;
  std::vector<float> sigmoid = points;
  Tanh(tanh.data(), static_cast<int>(tanh.size()));
  Sigmoid(sigmoid.data(), static_cast<int>(sigmoid.size()));
  for (size_t i = 0; i < points.size(); ++i) {
    EXPECT_NEAR(tanh[i], std::tanh(points[i]), 1e-5) << points[i];
    EXPECT_NEAR(sigmoid[i], 1 / (1 + std::exp(-points[i])), 1e-5) << points[i];
  }
}

TEST(KernelsTest, ValuesBeyondTheBoundAreCutToIt) {
  QuantisedVectors vectors(1, 2);
  vectors.SetBounded(0, {3.0F, -3.0F}, 1);
  EXPECT_EQ(vectors.data(0)[0], 32767);
  EXPECT_EQ(vectors.data(0)[1], -32767);
}

}  // namespace
}  // namespace norn::ingest
