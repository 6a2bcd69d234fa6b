#include "ingest/extract/reasons/weightiest.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <utility>

#include "ingest/extract/reasons/feature_words.h"

namespace norn::ingest {

std::vector<Reason> WeightiestReasons(const LinearModel& model, const Features& features,
                                      size_t label, size_t other, size_t count) {
  const std::vector<int32_t> weights = model.WeightsFor(features, label, other);
  std::map<std::string, int64_t> by_text;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] != 0) by_text[FeatureInWords(features.parts()[i])] += weights[i];
  }
  by_text.erase("");
  std::vector<std::pair<std::string, int64_t>> sorted(by_text.begin(), by_text.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return std::abs(a.second) > std::abs(b.second);
  });
  std::vector<Reason> reasons;
  for (auto& [text, weight] : sorted) {
    if (reasons.size() == count || weight == 0) break;
    reasons.push_back({std::move(text), weight > 0});
  }
  return reasons;
}

}  // namespace norn::ingest
