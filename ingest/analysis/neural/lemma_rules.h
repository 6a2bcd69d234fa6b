// Lemmas by rules that were learned: for a word's tag, the rule of its longest known ending says
// what to cut off and what to add. An exception (gikk, gå) is an ending that is the whole word.
//
//   absl::StatusOr<LemmaRules> rules = LemmaRules::Load(model);
//   rules->Lemma("nb", "NOUN", "Hundene")    // "hund"
#ifndef NORN_INGEST_ANALYSIS_NEURAL_LEMMA_RULES_H_
#define NORN_INGEST_ANALYSIS_NEURAL_LEMMA_RULES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "ingest/analysis/neural/model_file.h"

namespace norn::ingest {

// An edit as text: K (as it is written) or L (in lower case), how many letters go from the end, and
// what comes instead: "L3" makes hund of Hundene, "L3å" gå of gikk.
std::string MakeLemmaEdit(absl::string_view form, absl::string_view lemma);
// The form itself where the edit cuts off more than there is.
std::string ApplyLemmaEdit(absl::string_view form, absl::string_view edit);

// Endings of more letters than this stand for whole words only.
inline constexpr size_t kLongestLemmaEnding = 6;
// Keys of a rule, the whole word's first, then those of ever shorter endings, the last for none.
std::vector<uint32_t> LemmaKeys(absl::string_view language, absl::string_view tag,
                                absl::string_view form);

class LemmaRules {
 public:
  // From the sections "lemma keys" (sorted), "lemma edits" (two bytes a key: which) and "lemma edit
  // texts". `model`'s bytes outlive the rules.
  static absl::StatusOr<LemmaRules> Load(const ModelFile& model);

  // The folded form where no rule knows better.
  std::string Lemma(absl::string_view language, absl::string_view tag,
                    absl::string_view form) const;

 private:
  absl::Span<const uint32_t> keys_;
  absl::Span<const uint8_t> edits_;
  std::vector<std::string> texts_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_LEMMA_RULES_H_
