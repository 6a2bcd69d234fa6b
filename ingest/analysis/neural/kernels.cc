#include "ingest/analysis/neural/kernels.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "ingest/analysis/neural/dot_products.h"

// Wider vectors where the processor has them. -ffp-contract=off (see BUILD) keeps a product and a
// sum two operations everywhere, so that all clones round alike.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__) && !defined(__clang__)
#define NORN_WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define NORN_WIDEST
#endif

namespace norn::ingest {
namespace {

constexpr float kLargest = 32767;

NORN_WIDEST void Quantise(const float* values, int count, float factor, int16_t* numbers) {
  for (int i = 0; i < count; ++i) {
    const float x = std::min(std::max(values[i] * factor, -kLargest), kLargest);
    numbers[i] = static_cast<int16_t>(static_cast<int>(x + (x >= 0 ? 0.5F : -0.5F)));
  }
}

NORN_WIDEST float LargestOf(const float* values, int count) {
  float largest = 0;
  for (int i = 0; i < count; ++i) largest = std::max(largest, std::abs(values[i]));
  return largest;
}

// A ratio of polynomials that is tanh to 1e-6 over [-7.9, 7.9], beyond which it is 1 in floats (the
// form that Eigen's ptanh uses).
inline float TanhOf(float value) {
  constexpr float kEnd = 7.90531110763549805F;
  const float x = std::min(std::max(value, -kEnd), kEnd);
  const float x2 = x * x;
  float p = -2.76076847742355e-16F;
  p = x2 * p + 2.00018790482477e-13F;
  p = x2 * p + -8.60467152213735e-11F;
  p = x2 * p + 5.12229709037114e-08F;
  p = x2 * p + 1.48572235717979e-05F;
  p = x2 * p + 6.37261928875436e-04F;
  p = x2 * p + 4.89352455891786e-03F;
  float q = 1.19825839466702e-06F;
  q = x2 * q + 1.18534705686654e-04F;
  q = x2 * q + 2.26843463243900e-03F;
  q = x2 * q + 4.89352518554385e-03F;
  return x * p / q;
}

}  // namespace

QuantisedVectors::QuantisedVectors(int count, int length)
    : count_(count),
      padded_((length + 1) / 2 * 2),
      numbers_(static_cast<size_t>(count) * padded_),
      scales_(count) {}

void QuantisedVectors::Set(int index, absl::Span<const float> values) {
  const float largest = LargestOf(values.data(), static_cast<int>(values.size()));
  SetBounded(index, values, largest > 0 ? largest : 1);
}

void QuantisedVectors::SetBounded(int index, absl::Span<const float> values, float bound) {
  Quantise(values.data(), static_cast<int>(values.size()), kLargest / bound,
           numbers_.data() + static_cast<size_t>(index) * padded_);
  scales_[index] = bound / kLargest;
}

PackedMatrix::PackedMatrix(const QuantisedRows& rows)
    : rows_(rows.rows),
      columns_(rows.columns),
      padded_rows_((rows.rows + kDotBlock - 1) / kDotBlock * kDotBlock),
      pairs_((rows.columns + 1) / 2),
      packed_(static_cast<size_t>(padded_rows_) * pairs_ * 2),
      scales_(padded_rows_) {
  std::copy(rows.scales.begin(), rows.scales.end(), scales_.begin());
  for (int row = 0; row < rows_; ++row) {
    const size_t block = static_cast<size_t>(row / kDotBlock) * pairs_ * kDotBlock * 2;
    for (int column = 0; column < columns_; ++column) {
      const size_t at = (column / 2 * kDotBlock + row % kDotBlock) * 2 + column % 2;
      packed_[block + at] = rows.Row(row)[column];
    }
  }
}

void PackedMatrix::Multiply(const QuantisedVectors& vectors, int first, int count,
                            absl::Span<const float> bias, float* output) const {
  for (int v = 0; v < count; ++v) {
    float* row = output + static_cast<size_t>(v) * rows_;
    if (bias.empty()) {
      std::fill(row, row + rows_, 0.0F);
    } else {
      std::copy(bias.begin(), bias.end(), row);
    }
  }
  MultiplyAdd(vectors, first, count, output);
}

namespace {

NORN_WIDEST void AddProducts(const int32_t* sums, const float* scales, float scale, int count,
                             float* to) {
  for (int i = 0; i < count; ++i) to[i] += static_cast<float>(sums[i]) * (scales[i] * scale);
}

}  // namespace

void PackedMatrix::MultiplyAdd(const QuantisedVectors& vectors, int first, int count,
                               float* output) const {
  std::vector<int32_t> sums(static_cast<size_t>(kDotVectors) * padded_rows_);
  for (int begin = 0; begin < count; begin += kDotVectors) {
    const int some = std::min(kDotVectors, count - begin);
    const int16_t* inputs[kDotVectors];
    for (int i = 0; i < some; ++i) inputs[i] = vectors.data(first + begin + i);
    DotProducts(packed_.data(), padded_rows_ / kDotBlock, pairs_, inputs, some, sums.data());
    for (int i = 0; i < some; ++i) {
      AddProducts(sums.data() + static_cast<size_t>(i) * padded_rows_, scales_.data(),
                  vectors.scale(first + begin + i), rows_,
                  output + static_cast<size_t>(begin + i) * rows_);
    }
  }
}

NORN_WIDEST void Tanh(float* values, int count) {
  for (int i = 0; i < count; ++i) values[i] = TanhOf(values[i]);
}

NORN_WIDEST void Sigmoid(float* values, int count) {
  for (int i = 0; i < count; ++i) values[i] = 0.5F * TanhOf(0.5F * values[i]) + 0.5F;
}

NORN_WIDEST void Relu(float* values, int count) {
  for (int i = 0; i < count; ++i) values[i] = std::max(values[i], 0.0F);
}

namespace {

NORN_WIDEST void AddScaledRow(const int8_t* from, int count, float scale, float* to) {
  for (int i = 0; i < count; ++i) to[i] += static_cast<float>(from[i]) * scale;
}

}  // namespace

void AddScaled(absl::Span<const int8_t> from, float scale, float* to) {
  AddScaledRow(from.data(), static_cast<int>(from.size()), scale, to);
}

namespace {

NORN_WIDEST void AddScaledFloats(const float* from, int count, float scale, float* to) {
  for (int i = 0; i < count; ++i) to[i] += from[i] * scale;
}

}  // namespace

void AddScaled(const float* from, int count, float scale, float* to) {
  AddScaledFloats(from, count, scale, to);
}

NORN_WIDEST void LstmStep(const float* gates, int units, float* cell, float* state) {
  for (int i = 0; i < units; ++i) {
    cell[i] = gates[i] * gates[2 * units + i] + gates[units + i] * cell[i];
    state[i] = gates[3 * units + i] * TanhOf(cell[i]);
  }
}

}  // namespace norn::ingest
