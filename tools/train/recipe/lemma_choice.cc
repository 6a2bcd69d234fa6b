#include "tools/train/recipe/lemma_choice.h"

#include "ingest/analysis/neural/lemma_rules.h"
#include "ingest/analysis/unicode.h"

namespace norn::train {
namespace {

constexpr size_t kMostAdded = 4;      // letters
constexpr int64_t kMinCount = 3;      // of a word, in running text
constexpr double kMinShare = 0.05;    // of an ending's words, that a candidate's rule holds for
constexpr size_t kShortestLemma = 3;  // bytes, of a lemma that a rule makes

std::string WhatIsAdded(const std::string& edit) {
  const size_t digits = edit.find_first_not_of("0123456789", 1);
  return digits == std::string::npos ? "" : edit.substr(digits);
}

}  // namespace

bool IsGeneralEdit(const std::string& edit) {
  const std::string added = WhatIsAdded(edit);
  size_t letters = 0;
  for (size_t at = 0; at < added.size(); ++letters) ingest::NextCodePoint(added, at);
  return letters <= kMostAdded && added.find('_') == std::string::npos;
}

int64_t LemmaChoice::CountOf(const std::string& word) const {
  const auto at = counts_.find(word);
  return at == counts_.end() ? 0 : at->second;
}

bool LemmaChoice::IsWord(const std::string& word) const {
  return CountOf(word) >= kMinCount || lemmas_.count(word) > 0;
}

std::optional<std::string> LemmaChoice::BetterEdit(
    const std::string& form, const std::string& edit,
    const std::vector<const LemmaVotes*>& votes) const {
  const std::string made = ingest::Fold(ingest::ApplyLemmaEdit(form, edit));
  if (made == form || IsWord(made)) return std::nullopt;
  for (const LemmaVotes* of_ending : votes) {
    int all = 0;
    for (const auto& [candidate, count] : *of_ending) all += count;
    std::optional<std::string> best;
    int64_t best_count = 0;
    for (const auto& [candidate, count] : *of_ending) {
      const std::string lemma = ingest::Fold(ingest::ApplyLemmaEdit(form, candidate));
      const bool is_common = count >= kMinShare * all && IsGeneralEdit(candidate);
      if (!is_common || lemma == form || lemma.size() < kShortestLemma || !IsWord(lemma)) continue;
      if (CountOf(lemma) <= best_count) continue;
      best = candidate;
      best_count = CountOf(lemma);
    }
    if (best.has_value()) return best;
  }
  return std::nullopt;
}

}  // namespace norn::train
