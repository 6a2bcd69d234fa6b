#include "ingest/analysis/neural/name_decoder.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {
namespace {

constexpr float kNever = -1e9F;

// Whether `label` may stand behind `before` (empty: at a sentence's start).
bool MayFollow(absl::string_view before, absl::string_view label) {
  if (!absl::StartsWith(label, "I-")) return true;
  return before.size() == label.size() && before.substr(1) == label.substr(1);
}

}  // namespace

std::vector<int> DecodeNames(absl::Span<const float> scores, absl::Span<const float> transitions,
                             absl::Span<const std::string> labels, int tokens) {
  const int count = static_cast<int>(labels.size());
  if (tokens == 0 || count == 0) return {};
  std::vector<float> allowed(transitions.begin(), transitions.end());
  for (int before = 0; before <= count; ++before) {
    for (int tag = 0; tag < count; ++tag) {
      if (!MayFollow(before == count ? "" : labels[before], labels[tag])) {
        allowed[before * count + tag] = kNever;
      }
    }
  }
  std::vector<float> best(static_cast<size_t>(tokens) * count);
  std::vector<int> from(static_cast<size_t>(tokens) * count);
  for (int tag = 0; tag < count; ++tag) best[tag] = scores[tag] + allowed[count * count + tag];
  for (int t = 1; t < tokens; ++t) {
    for (int tag = 0; tag < count; ++tag) {
      int chosen = 0;
      float highest = 4 * kNever;
      for (int before = 0; before < count; ++before) {
        const float score = best[(t - 1) * count + before] + allowed[before * count + tag];
        if (score > highest) {
          highest = score;
          chosen = before;
        }
      }
      best[t * count + tag] = highest + scores[t * count + tag];
      from[t * count + tag] = chosen;
    }
  }
  std::vector<int> tags(tokens);
  const auto last = best.end() - count;
  tags[tokens - 1] = static_cast<int>(std::max_element(last, best.end()) - last);
  for (int t = tokens - 1; t > 0; --t) tags[t - 1] = from[t * count + tags[t]];
  return tags;
}

}  // namespace norn::ingest
