#include "tools/train/reading/hidden_trainer.h"

#include <algorithm>
#include <cmath>

#include "ingest/extract/scoring/hidden_layer.h"
#include "tools/train/network/matrix_product.h"

namespace norn::train {
namespace {

// A state's 127 is about 2: Adam's steps and the first weights fit numbers near 1.
constexpr float kStateScale = 1.0F / 64;
// Of the layer's integers: weights and biases in 1/65536 of a state's unit, what goes out in
// 1/1024.
constexpr float kWeightScale = 65536 * kStateScale;
constexpr float kBiasScale = 65536;
constexpr float kOutScale = 1024;

void Put(float value, float scale, int32_t limit, std::string* bytes) {
  const float bound = static_cast<float>(limit);
  const auto number = static_cast<int16_t>(std::lround(std::clamp(value * scale, -bound, bound)));
  bytes->push_back(static_cast<char>(number & 0xFF));
  bytes->push_back(static_cast<char>((number >> 8) & 0xFF));
}

}  // namespace

HiddenTrainer::HiddenTrainer(int inputs, int labels, const HiddenOptions& options)
    : options_(options),
      random_(1),
      weights_(options.units, inputs, random_),
      bias_(Parameter::Zero(options.units, 1)),
      out_(labels, options.units, random_) {}

void HiddenTrainer::Drop(float share, Matrix& values) {
  const float kept = 1 / (1 - share);
  for (float& value : values.reshaped()) value = random_.Uniform() < share ? 0 : value * kept;
}

void HiddenTrainer::Read(const std::vector<absl::Span<const int8_t>>& states) {
  input_.resize(weights_.value.cols(), static_cast<Eigen::Index>(states.size()));
  for (size_t i = 0; i < states.size(); ++i) {
    for (size_t j = 0; j < states[i].size(); ++j) {
      input_(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(i)) =
          static_cast<float>(states[i][j]) * kStateScale;
    }
  }
  Drop(options_.input_dropout, input_);
  active_ = bias_.value.replicate(1, input_.cols());
  AddProduct(weights_.value, input_, active_);
  slope_ = (active_.array() > 0).cast<float>();
  Drop(options_.dropout, slope_);
  active_ = active_.cwiseProduct(slope_).eval();
  scores_ = Product(out_.value, active_);
}

void HiddenTrainer::Learn(const Matrix& errors, float pace) {
  const Matrix mean = errors / static_cast<float>(std::max<Eigen::Index>(1, errors.cols()));
  AddProduct(mean, active_.transpose(), out_.gradient);
  const Matrix back = Product(out_.value.transpose(), mean).cwiseProduct(slope_);
  AddProduct(back, input_.transpose(), weights_.gradient);
  bias_.gradient += back.rowwise().sum();
  const float rate = options_.rate * pace;
  // Weights decay apart from the gradient (Loshchilov and Hutter, 2019).
  weights_.value *= 1 - rate * options_.decay;
  out_.value *= 1 - rate * options_.decay;
  adam_.Step({&weights_, &bias_, &out_}, rate);
}

ingest::Hidden HiddenTrainer::ToProto() const {
  ingest::Hidden hidden;
  hidden.set_inputs(static_cast<uint32_t>(weights_.value.cols()));
  for (Eigen::Index unit = 0; unit < weights_.value.rows(); ++unit) {
    for (Eigen::Index input = 0; input < weights_.value.cols(); ++input) {
      Put(weights_.value(unit, input), kWeightScale, ingest::HiddenLayer::kMaxWeight,
          hidden.mutable_weights());
    }
    hidden.add_bias(static_cast<int32_t>(std::lround(bias_.value(unit, 0) * kBiasScale)));
    for (Eigen::Index label = 0; label < out_.value.rows(); ++label) {
      Put(out_.value(label, unit), kOutScale, INT16_MAX, hidden.mutable_out());
    }
  }
  return hidden;
}

}  // namespace norn::train
