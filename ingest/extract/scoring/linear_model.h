// A multinomial logistic regression over sparse features and, where the scorer has one, a hidden
// layer, with integer weights: the same scores on every machine.
//
//   auto model = LinearModel::FromScorer(scorer);
//   const Verdict verdict = model->Score(features);
//   if (model->label(verdict.best) == "meeting" && verdict.share[verdict.best] > kHalf) …
#ifndef NORN_INGEST_EXTRACT_SCORING_LINEAR_MODEL_H_
#define NORN_INGEST_EXTRACT_SCORING_LINEAR_MODEL_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ingest/extract/scoring/features.h"
#include "ingest/extract/scoring/hidden_layer.h"
#include "ingest/extract/scoring/scoring.pb.h"

namespace norn::ingest {

// Shares are in 1/65536.
constexpr uint32_t kWholeShare = 1 << 16;

struct Verdict {
  size_t best = 0;              // index of the label with the highest score, the first of equals
  std::vector<int32_t> scores;  // by label, in 1/1024 of a natural logarithm
  std::vector<uint32_t> share;  // by label; they add up to about kWholeShare
};

class LinearModel {
 public:
  // A model without labels: Score must not be called.
  LinearModel() = default;

  // kDataLoss for a scorer whose parts do not fit each other.
  static absl::StatusOr<LinearModel> FromScorer(const Scorer& scorer);

  bool empty() const { return labels_.empty(); }
  size_t size() const { return labels_.size(); }
  const std::string& label(size_t index) const { return labels_[index]; }
  // The label's index; size() where there is none of that name.
  size_t IndexOf(absl::string_view label) const;

  Verdict Score(const Features& features) const;

  // How often a label that has the share is right, likewise in 1/65536: never falls where the share
  // rises. The share itself where the scorer was not calibrated.
  uint32_t Calibrated(uint32_t share) const;

  // By feature, how much it speaks for the label against the label `other`, in 1/1024 of a natural
  // logarithm; 0 for a feature that the model does not know.
  std::vector<int32_t> WeightsFor(const Features& features, size_t label, size_t other) const;

 private:
  std::vector<std::string> labels_;
  std::vector<int32_t> bias_;
  absl::flat_hash_map<uint32_t, uint32_t> rows_;
  std::vector<int16_t> weights_;  // rows of size() weights
  std::vector<uint32_t> right_of_thousand_;
  HiddenLayer hidden_;
};

// Softmax of scores in 1/1024, by integers alone.
std::vector<uint32_t> Shares(const std::vector<int32_t>& scores);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_SCORING_LINEAR_MODEL_H_
