// The arithmetic of inference: products of bytes and 16-bit numbers with exact sums, so that every
// machine, with whatever vector instructions, gets the same answer to the bit.
//
//   PackedMatrix weights(*model.Matrix("tag"));
//   QuantisedVectors input(tokens, weights.columns());
//   input.Set(token, floats);
//   weights.Multiply(input, output);      // output[token * rows + row]
#ifndef NORN_INGEST_ANALYSIS_NEURAL_KERNELS_H_
#define NORN_INGEST_ANALYSIS_NEURAL_KERNELS_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "ingest/analysis/neural/model_file.h"

namespace norn::ingest {

// Vectors of 16-bit numbers, each with a scale of its own: value = number * scale.
class QuantisedVectors {
 public:
  QuantisedVectors(int count, int length);

  // Scales by the largest value.
  void Set(int index, absl::Span<const float> values);
  // Scales by a bound on the values that is known beforehand; larger ones are cut to it.
  void SetBounded(int index, absl::Span<const float> values, float bound);

  int count() const { return count_; }
  int padded_length() const { return padded_; }
  const int16_t* data(int index) const { return numbers_.data() + index * padded_; }
  float scale(int index) const { return scales_[index]; }

 private:
  int count_;
  int padded_;  // to an even length; the padding is zero
  std::vector<int16_t> numbers_;
  std::vector<float> scales_;
};

// A matrix laid out for products: rows in blocks of 16, within a block the columns in pairs.
class PackedMatrix {
 public:
  PackedMatrix() = default;
  // At most 512 columns: 512 * 127 * 32767 still fits into 32 bits.
  explicit PackedMatrix(const QuantisedRows& rows);

  // output[v * rows + r] = sum over columns, plus what `bias` (may be empty) has for the row. For
  // the `count` vectors from `first` on.
  void Multiply(const QuantisedVectors& vectors, int first, int count, absl::Span<const float> bias,
                float* output) const;
  // The same, added to what is in the output.
  void MultiplyAdd(const QuantisedVectors& vectors, int first, int count, float* output) const;

  int rows() const { return rows_; }
  int columns() const { return columns_; }

 private:
  int rows_ = 0;
  int columns_ = 0;
  int padded_rows_ = 0;
  int pairs_ = 0;
  std::vector<int16_t> packed_;
  std::vector<float> scales_;
};

// In place; of basic operations only, so the same everywhere. Absolute error below 1e-5.
void Tanh(float* values, int count);
void Sigmoid(float* values, int count);
void Relu(float* values, int count);
// to[i] += scale * from[i].
void AddScaled(absl::Span<const int8_t> from, float scale, float* to);
void AddScaled(const float* from, int count, float scale, float* to);
// cell = in * fresh + forget * cell; state = out * tanh(cell): one step of a layer, for `units`
// units whose gates stand one after the other (in, forget, fresh, out), already squashed.
void LstmStep(const float* gates, int units, float* cell, float* state);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_KERNELS_H_
