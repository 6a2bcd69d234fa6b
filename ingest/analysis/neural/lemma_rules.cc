#include "ingest/analysis/neural/lemma_rules.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

uint32_t HashOf(absl::string_view language, absl::string_view tag, absl::string_view ending) {
  uint32_t hash = 2166136261U;
  const auto add = [&](absl::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619U;
    hash = (hash ^ 0x1FU) * 16777619U;
  };
  add(language);
  add(tag);
  add(ending);
  hash = (hash ^ (hash >> 16)) * 0x85EBCA6BU;
  hash = (hash ^ (hash >> 13)) * 0xC2B2AE35U;
  return hash ^ (hash >> 16);
}

// The byte behind which the last `letters` letters stand; npos where there are not so many.
size_t EndingBegin(absl::string_view text, size_t letters) {
  size_t at = text.size();
  for (size_t i = 0; i < letters; ++i) {
    if (at == 0) return absl::string_view::npos;
    PreviousCodePoint(text, at);
  }
  return at;
}

size_t LettersIn(absl::string_view text) {
  size_t letters = 0;
  for (size_t at = 0; at < text.size(); ++letters) NextCodePoint(text, at);
  return letters;
}

}  // namespace

std::string MakeLemmaEdit(absl::string_view form, absl::string_view lemma) {
  const std::string folded = Fold(form);
  const bool keeps_case = Fold(lemma) != lemma;
  const absl::string_view from = keeps_case ? form : absl::string_view(folded);
  size_t shared = 0;
  for (size_t a = 0, b = 0;
       a < from.size() && b < lemma.size() && NextCodePoint(from, a) == NextCodePoint(lemma, b);) {
    if (a != b) break;
    shared = a;
  }
  return absl::StrCat(keeps_case ? "K" : "L", LettersIn(from.substr(shared)), lemma.substr(shared));
}

std::string ApplyLemmaEdit(absl::string_view form, absl::string_view edit) {
  if (edit.size() < 2) return std::string(form);
  const std::string folded = Fold(form);
  const absl::string_view from = edit[0] == 'K' ? form : absl::string_view(folded);
  size_t digits = 1;
  while (digits < edit.size() && edit[digits] >= '0' && edit[digits] <= '9') ++digits;
  size_t cut = 0;
  if (!absl::SimpleAtoi(edit.substr(1, digits - 1), &cut)) return std::string(from);
  const size_t keep = EndingBegin(from, cut);
  if (keep == absl::string_view::npos) return std::string(from);
  return absl::StrCat(from.substr(0, keep), edit.substr(digits));
}

std::vector<uint32_t> LemmaKeys(absl::string_view language, absl::string_view tag,
                                absl::string_view form) {
  const std::string folded = Fold(form);
  std::vector<uint32_t> keys = {HashOf(language, tag, absl::StrCat("^", folded))};
  for (size_t letters = kLongestLemmaEnding + 1; letters-- > 0;) {
    const size_t begin = EndingBegin(folded, letters);
    if (begin == absl::string_view::npos) continue;
    keys.push_back(HashOf(language, tag, absl::string_view(folded).substr(begin)));
  }
  return keys;
}

absl::StatusOr<LemmaRules> LemmaRules::Load(const ModelFile& model) {
  const auto keys = model.Numbers("lemma keys");
  if (!keys.ok()) return keys.status();
  const auto edits = model.Bytes("lemma edits");
  if (!edits.ok()) return edits.status();
  absl::StatusOr<std::vector<std::string>> texts = model.Words("lemma edit texts");
  if (!texts.ok()) return texts.status();
  if (edits->size() != 2 * keys->size()) return absl::DataLossError("a model without lemma edits");
  LemmaRules rules;
  rules.keys_ = *keys;
  rules.edits_ = *edits;
  rules.texts_ = *std::move(texts);
  return rules;
}

std::string LemmaRules::Lemma(absl::string_view language, absl::string_view tag,
                              absl::string_view form) const {
  for (const uint32_t key : LemmaKeys(language, tag, form)) {
    const auto at = std::lower_bound(keys_.begin(), keys_.end(), key);
    if (at == keys_.end() || *at != key) continue;
    const size_t i = static_cast<size_t>(at - keys_.begin());
    const size_t text = edits_[2 * i] + (size_t{edits_[2 * i + 1]} << 8);
    if (text < texts_.size()) return ApplyLemmaEdit(form, texts_[text]);
  }
  return Fold(form);
}

}  // namespace norn::ingest
