#include "tools/train/reading/word_measure.h"

#include <algorithm>
#include <cstdio>

#include "absl/strings/str_cat.h"
#include "ingest/extract/scoring/hidden_layer.h"
#include "ingest/extract/scoring/linear_model.h"

namespace norn::train {

void Counts::Print(const std::string& name) const {
  const double p = found == 0 ? 1 : static_cast<double>(right) / found;
  const double r = wanted == 0 ? 1 : static_cast<double>(right) / wanted;
  std::printf("  %-24s P %.3f R %.3f F1 %.3f (%zu right, %zu found, %zu wanted)\n", name.c_str(), p,
              r, p + r == 0 ? 0 : 2 * p * r / (p + r), right, found, wanted);
}

void WordMeasure::Add(const ingest::Scorer& scorer, const GroupFilter& use) {
  const ingest::HiddenLayer hidden =
      scorer.has_hidden() ? *ingest::HiddenLayer::FromProto(scorer.hidden(), scorer.label_size())
                          : ingest::HiddenLayer();
  std::map<uint64_t, size_t> index;
  for (int i = 0; i < scorer.feature_size(); ++i) index[scorer.feature(i)] = i;
  const std::vector<std::string>& labels = examples_.labels();
  for (const Example& example : examples_.examples()) {
    if (!use(example.group) || example.weight < 1) continue;
    std::vector<int32_t> scores(scorer.bias().begin(), scorer.bias().end());
    for (const uint32_t feature : example.features) {
      const auto row = index.find(examples_.hashes()[feature]);
      if (row == index.end()) continue;
      for (size_t label = 0; label < scores.size(); ++label) {
        scores[label] += ingest::WeightAt(scorer.weights(), row->second * scores.size() + label);
      }
    }
    hidden.AddScores(example.state, scores);
    AddToCurve(scores, example.label);
    const size_t best = std::max_element(scores.begin(), scores.end()) - scores.begin();
    ++by_label_[labels[best]].found;
    ++by_label_[labels[example.label]].wanted;
    if (best == example.label) ++by_label_[labels[best]].right;
    Counts& all = by_label_["all but " + labels[0]];
    all.found += best != 0 ? 1 : 0;
    all.wanted += example.label != 0 ? 1 : 0;
    all.right += best == example.label && best != 0 ? 1 : 0;
  }
}

void WordMeasure::AddToCurve(const std::vector<int32_t>& scores, uint32_t label) {
  const std::vector<uint32_t> shares = ingest::Shares(scores);
  const size_t second = std::max_element(shares.begin() + 1, shares.end()) - shares.begin();
  for (size_t step = 0; step < kCurveSteps; ++step) {
    const bool found = ingest::kWholeShare - shares[0] >= ingest::kWholeShare * step / kCurveSteps;
    curve_[step].found += found ? 1 : 0;
    curve_[step].wanted += label != 0 ? 1 : 0;
    curve_[step].right += found && second == label ? 1 : 0;
  }
}

void WordMeasure::Print(const std::string& name) const {
  std::printf("%s\n", name.c_str());
  for (const auto& [label, one] : by_label_) one.Print(label);
}

void WordMeasure::PrintCurve() const {
  for (size_t step = 2; step < kCurveSteps; step += 2) {
    curve_[step].Print(absl::StrCat("at least ", step * 100 / kCurveSteps, " %"));
  }
}

}  // namespace norn::train
