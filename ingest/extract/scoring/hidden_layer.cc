#include "ingest/extract/scoring/hidden_layer.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "absl/status/status.h"
#include "ingest/analysis/neural/dot_products.h"

namespace norn::ingest {
namespace {

// From 1/65536 to 1/1024.
constexpr int32_t kUnitsAStep = 64;
constexpr int32_t kScale = 1024;

}  // namespace

int16_t WeightAt(const std::string& bytes, size_t index) {
  const auto low = static_cast<uint8_t>(bytes[2 * index]);
  const auto high = static_cast<uint8_t>(bytes[2 * index + 1]);
  return static_cast<int16_t>(static_cast<uint16_t>(low | (high << 8)));
}

absl::StatusOr<HiddenLayer> HiddenLayer::FromProto(const Hidden& hidden, size_t labels) {
  HiddenLayer layer;
  layer.inputs_ = hidden.inputs();
  layer.units_ = hidden.bias_size();
  // Rows in whole blocks and inputs in pairs: what DotProducts works on.
  if (layer.inputs_ % 2 != 0 || layer.inputs_ > kMaxInputs || layer.units_ % kDotBlock != 0 ||
      hidden.weights().size() != 2 * layer.inputs_ * layer.units_ ||
      hidden.out().size() != 2 * layer.units_ * labels) {
    return absl::DataLossError("a hidden layer whose parts do not fit");
  }
  layer.bias_.assign(hidden.bias().begin(), hidden.bias().end());
  layer.packed_.resize(layer.inputs_ * layer.units_);
  for (size_t unit = 0; unit < layer.units_; ++unit) {
    for (size_t input = 0; input < layer.inputs_; ++input) {
      const int16_t weight = WeightAt(hidden.weights(), unit * layer.inputs_ + input);
      if (std::abs(int32_t{weight}) > kMaxWeight) {
        return absl::DataLossError("a hidden layer with a weight that is too large");
      }
      const size_t block = unit / kDotBlock * layer.inputs_ / 2 + input / 2;
      layer.packed_[(block * kDotBlock + unit % kDotBlock) * 2 + input % 2] = weight;
    }
  }
  layer.out_.resize(layer.units_ * labels);
  for (size_t i = 0; i < layer.out_.size(); ++i) layer.out_[i] = WeightAt(hidden.out(), i);
  return layer;
}

void HiddenLayer::AddScores(absl::Span<const int8_t> state, std::vector<int32_t>& scores) const {
  if (units_ == 0 || state.size() != inputs_) return;
  const std::vector<int16_t> input(state.begin(), state.end());
  std::vector<int32_t> sums(units_);
  const int16_t* const one = input.data();
  DotProducts(packed_.data(), static_cast<int>(units_ / kDotBlock), static_cast<int>(inputs_ / 2),
              &one, 1, sums.data());
  const size_t labels = scores.size();
  std::vector<int64_t> added(labels);
  for (size_t unit = 0; unit < units_; ++unit) {
    const int64_t active = std::max<int64_t>(0, int64_t{sums[unit]} + bias_[unit]) / kUnitsAStep;
    for (size_t label = 0; label < labels; ++label) {
      added[label] += active * out_[unit * labels + label];
    }
  }
  for (size_t label = 0; label < labels; ++label) {
    // Bounded, so that a damaged model overflows nothing.
    scores[label] +=
        static_cast<int32_t>(std::clamp<int64_t>(added[label] / kScale, -(1 << 24), 1 << 24));
  }
}

}  // namespace norn::ingest
