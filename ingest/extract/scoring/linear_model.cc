#include "ingest/extract/scoring/linear_model.h"

#include <algorithm>
#include <array>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace norn::ingest {
namespace {

// exp(-i/32) in 1/2^30, made by integer steps.
constexpr size_t kSteps = 512;
constexpr int32_t kUnitsAStep = 32;
constexpr std::array<uint32_t, kSteps> ExpTable() {
  constexpr uint64_t kFactor = 4162796511;  // exp(-1/32) in 1/2^32
  std::array<uint32_t, kSteps> table = {};
  uint64_t value = uint64_t{1} << 30;
  for (uint32_t& entry : table) {
    entry = static_cast<uint32_t>(value);
    value = (value * kFactor) >> 32;
  }
  return table;
}
constexpr std::array<uint32_t, kSteps> kExp = ExpTable();

// exp(-distance/1024), linear between the steps.
uint64_t ExpOfMinus(int64_t distance) {
  const auto step = static_cast<size_t>(distance / kUnitsAStep);
  if (step + 1 >= kSteps) return 0;
  const int64_t part = distance % kUnitsAStep;
  return kExp[step] - (uint64_t{kExp[step] - kExp[step + 1]} * part) / kUnitsAStep;
}

// At least two thousandths that do not fall, or none.
bool IsCalibration(const std::vector<uint32_t>& thousandths) {
  if (thousandths.empty()) return true;
  return thousandths.size() > 1 && thousandths.back() <= 1000 &&
         std::is_sorted(thousandths.begin(), thousandths.end());
}

}  // namespace

std::vector<uint32_t> Shares(const std::vector<int32_t>& scores) {
  const int64_t best = *std::max_element(scores.begin(), scores.end());
  std::vector<uint64_t> powers;
  uint64_t sum = 0;
  for (const int32_t score : scores) {
    powers.push_back(ExpOfMinus(best - score));
    sum += powers.back();
  }
  std::vector<uint32_t> shares;
  shares.reserve(powers.size());
  for (const uint64_t power : powers) {
    shares.push_back(static_cast<uint32_t>((power * kWholeShare) / sum));
  }
  return shares;
}

absl::StatusOr<LinearModel> LinearModel::FromScorer(const Scorer& scorer) {
  LinearModel model;
  model.labels_.assign(scorer.label().begin(), scorer.label().end());
  model.bias_.assign(scorer.bias().begin(), scorer.bias().end());
  const size_t size = model.labels_.size();
  const size_t rows = scorer.feature_size();
  if (size == 0 || model.bias_.size() != size || scorer.weights().size() != 2 * rows * size) {
    return absl::DataLossError(absl::StrCat("scorer ", scorer.name(), ": its parts do not fit"));
  }
  model.right_of_thousand_.assign(scorer.right_of_thousand().begin(),
                                  scorer.right_of_thousand().end());
  if (!IsCalibration(model.right_of_thousand_)) {
    return absl::DataLossError(absl::StrCat("scorer ", scorer.name(), ": its calibration falls"));
  }
  if (scorer.has_hidden()) {
    absl::StatusOr<HiddenLayer> hidden = HiddenLayer::FromProto(scorer.hidden(), size);
    if (!hidden.ok()) {
      return absl::DataLossError(
          absl::StrCat("scorer ", scorer.name(), ": ", hidden.status().message()));
    }
    model.hidden_ = *std::move(hidden);
  }
  model.rows_.reserve(rows);
  for (size_t i = 0; i < rows; ++i) {
    model.rows_.emplace(scorer.feature(static_cast<int>(i)), static_cast<uint32_t>(i));
  }
  model.weights_.resize(rows * size);
  for (size_t i = 0; i < rows * size; ++i) model.weights_[i] = WeightAt(scorer.weights(), i);
  return model;
}

size_t LinearModel::IndexOf(absl::string_view label) const {
  return std::find(labels_.begin(), labels_.end(), label) - labels_.begin();
}

Verdict LinearModel::Score(const Features& features) const {
  Verdict verdict;
  verdict.scores = bias_;
  for (const uint64_t hash : features.hashes()) {
    const auto row = rows_.find(static_cast<uint32_t>(hash));
    if (row == rows_.end()) continue;
    const int16_t* weights = &weights_[row->second * size()];
    for (size_t i = 0; i < size(); ++i) verdict.scores[i] += weights[i];
  }
  hidden_.AddScores(features.state(), verdict.scores);
  verdict.best =
      std::max_element(verdict.scores.begin(), verdict.scores.end()) - verdict.scores.begin();
  verdict.share = Shares(verdict.scores);
  return verdict;
}

uint32_t LinearModel::Calibrated(uint32_t share) const {
  if (right_of_thousand_.empty()) return share;
  const uint64_t steps = right_of_thousand_.size() - 1;
  const uint64_t at = std::min(share, kWholeShare) * steps;
  const uint64_t step = std::min(at / kWholeShare, steps - 1);
  const uint64_t part = at - step * kWholeShare;
  const uint64_t low = right_of_thousand_[step];
  const uint64_t high = right_of_thousand_[step + 1];
  return static_cast<uint32_t>((low * kWholeShare + (high - low) * part) / 1000);
}

std::vector<int32_t> LinearModel::WeightsFor(const Features& features, size_t label,
                                             size_t other) const {
  std::vector<int32_t> weights;
  for (const uint64_t hash : features.hashes()) {
    const auto row = rows_.find(static_cast<uint32_t>(hash));
    const size_t at = row == rows_.end() ? 0 : row->second * size();
    weights.push_back(row == rows_.end() ? 0 : weights_[at + label] - weights_[at + other]);
  }
  return weights;
}

}  // namespace norn::ingest
