#include "tools/train/reading/logistic_regression.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <utility>

#include "absl/types/span.h"
#include "tools/train/network/exact_math.h"

namespace norn::train {
namespace {

constexpr float kScale = 1024;  // of the scorer's integers
constexpr float kMaxWeight = 31;
constexpr float kSmallest = 1e-6;
// Examples that the hidden layer learns from together.
constexpr size_t kBatch = 32;

// SplitMix64: the same order on every machine.
uint64_t NextRandom(uint64_t& state) {
  uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

class Trainer {
 public:
  Trainer(const ExampleSet& set, const TrainingOptions& options,
          const std::function<bool(int)>& use)
      : set_(set),
        options_(options),
        labels_(set.labels().size()),
        counts_(set.hashes().size()),
        weights_(set.hashes().size() * labels_),
        squares_(set.hashes().size() * labels_, kSmallest),
        bias_(labels_),
        bias_squares_(labels_, kSmallest) {
    for (size_t i = 0; i < set.examples().size(); ++i) {
      const Example& example = set.examples()[i];
      if (!use(example.group)) continue;
      order_.push_back(i);
      for (const uint32_t feature : example.features) ++counts_[feature];
      inputs_ = std::max(inputs_, example.state.size());
    }
    // Of words that no network has read there is no state.
    std::erase_if(order_, [&](size_t i) { return set.examples()[i].state.size() != inputs_; });
    if (options.hidden.units > 0 && inputs_ > 0) {
      hidden_.emplace(static_cast<int>(inputs_), static_cast<int>(labels_), options.hidden);
    }
  }

  void Run() {
    uint64_t state = 1;
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      for (size_t i = order_.size(); i > 1; --i) {
        std::swap(order_[i - 1], order_[NextRandom(state) % i]);
      }
      const float pace = 1 - static_cast<float>(epoch) / static_cast<float>(options_.epochs);
      for (size_t i = 0; i < order_.size(); i += kBatch) {
        StepBatch(absl::MakeConstSpan(order_).subspan(i, kBatch), pace);
      }
    }
  }

  ingest::Scorer ToScorer(absl::string_view name) const {
    ingest::Scorer scorer;
    scorer.set_name(std::string(name));
    for (const std::string& label : set_.labels()) scorer.add_label(label);
    for (const float bias : bias_) scorer.add_bias(ToInteger(bias));
    std::vector<uint32_t> kept;
    for (uint32_t feature = 0; feature < counts_.size(); ++feature) {
      if (counts_[feature] >= options_.min_count && Speaks(feature)) kept.push_back(feature);
    }
    const auto half = [&](uint32_t feature) {
      return static_cast<uint32_t>(set_.hashes()[feature]);
    };
    std::stable_sort(kept.begin(), kept.end(),
                     [&](uint32_t a, uint32_t b) { return half(a) < half(b); });
    kept.erase(std::unique(kept.begin(), kept.end(),
                           [&](uint32_t a, uint32_t b) { return half(a) == half(b); }),
               kept.end());
    for (const uint32_t feature : kept) {
      scorer.add_feature(half(feature));
      for (size_t label = 0; label < labels_; ++label) {
        const auto value = static_cast<uint16_t>(ToInteger(weights_[feature * labels_ + label]));
        scorer.mutable_weights()->push_back(static_cast<char>(value & 0xFF));
        scorer.mutable_weights()->push_back(static_cast<char>(value >> 8));
      }
    }
    if (hidden_) *scorer.mutable_hidden() = hidden_->ToProto();
    return scorer;
  }

 private:
  static int32_t ToInteger(float weight) {
    return static_cast<int32_t>(std::lround(std::clamp(weight, -kMaxWeight, kMaxWeight) * kScale));
  }

  bool Speaks(uint32_t feature) const {
    for (size_t label = 0; label < labels_; ++label) {
      if (std::fabs(weights_[feature * labels_ + label]) >= options_.min_weight) return true;
    }
    return false;
  }

  void StepBatch(absl::Span<const size_t> batch, float pace) {
    const auto size = static_cast<Eigen::Index>(batch.size());
    Matrix added = Matrix::Zero(static_cast<Eigen::Index>(labels_), size);
    if (hidden_) {
      std::vector<absl::Span<const int8_t>> states;
      for (const size_t i : batch) states.push_back(set_.examples()[i].state);
      hidden_->Read(states);
      added = hidden_->scores();
    }
    Matrix errors = added;
    for (Eigen::Index i = 0; i < size; ++i) {
      Step(set_.examples()[batch[i]], added.col(i).data(), errors.col(i).data());
    }
    if (hidden_) hidden_->Learn(errors, pace);
  }

  // `added`: to the scores; `errors`: the scores' gradient.
  void Step(const Example& example, const float* added, float* errors) {
    std::vector<float> share = bias_;
    for (size_t label = 0; label < labels_; ++label) share[label] += added[label];
    for (const uint32_t feature : example.features) {
      if (counts_[feature] < options_.min_count) continue;
      for (size_t label = 0; label < labels_; ++label) {
        share[label] += weights_[feature * labels_ + label];
      }
    }
    const float best = *std::max_element(share.begin(), share.end());
    float sum = 0;
    for (float& one : share) sum += one = Exp(one - best);
    for (size_t label = 0; label < labels_; ++label) {
      const float wanted = label == example.label ? 1 : 0;
      const float error = example.weight * (share[label] / sum - wanted);
      errors[label] = error;
      Move(bias_[label], bias_squares_[label], error);
      for (const uint32_t feature : example.features) {
        if (counts_[feature] < options_.min_count) continue;
        const size_t at = feature * labels_ + label;
        Move(weights_[at], squares_[at], error + options_.penalty * weights_[at]);
      }
    }
  }

  void Move(float& weight, float& square, float gradient) const {
    square += gradient * gradient;
    weight -= options_.rate * gradient / std::sqrt(square);
  }

  const ExampleSet& set_;
  const TrainingOptions& options_;
  size_t labels_;
  std::vector<uint32_t> counts_;
  std::vector<float> weights_;
  std::vector<float> squares_;
  std::vector<float> bias_;
  std::vector<float> bias_squares_;
  std::vector<size_t> order_;
  size_t inputs_ = 0;
  std::optional<HiddenTrainer> hidden_;
};

}  // namespace

void ExampleSet::Add(const ingest::Features& features, absl::string_view label, float weight,
                     int group) {
  Example example;
  example.label = std::find(labels_.begin(), labels_.end(), label) - labels_.begin();
  if (example.label == labels_.size()) {
    std::fprintf(stderr, "no label '%s'\n", std::string(label).c_str());
    std::abort();
  }
  example.weight = weight;
  example.group = group;
  for (size_t i = 0; i < features.hashes().size(); ++i) {
    if (!left_out_.empty() && left_out_.contains(features.parts()[i][0])) continue;
    const uint64_t hash = features.hashes()[i];
    const auto [found, is_new] = index_.try_emplace(hash, hashes_.size());
    if (is_new) hashes_.push_back(hash);
    example.features.push_back(found->second);
  }
  example.state = features.state();
  std::sort(example.features.begin(), example.features.end());
  example.features.erase(std::unique(example.features.begin(), example.features.end()),
                         example.features.end());
  examples_.push_back(std::move(example));
}

ingest::Scorer Train(absl::string_view name, const ExampleSet& examples,
                     const TrainingOptions& options, const std::function<bool(int)>& use) {
  Trainer trainer(examples, options, use);
  trainer.Run();
  return trainer.ToScorer(name);
}

}  // namespace norn::train
