// What word lists know of a word, as bits: first name, family name, state, place, organisation, …
// The lists become part of the model, so that use needs no other file.
//
//   LexicalFlags flags({{WordHash("olena"), 1U << 0}, …});
//   uint32_t bits = flags.Find(MakeTokenFeatures("Olenas"));
#ifndef NORN_INGEST_ANALYSIS_NEURAL_LEXICAL_FLAGS_H_
#define NORN_INGEST_ANALYSIS_NEURAL_LEXICAL_FLAGS_H_

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "ingest/analysis/neural/token_features.h"

namespace norn::ingest {

// Bits, in the order of the lists' names in training: given, family, place, state, organization,
// weapon, title.
inline constexpr int kLexicalFlagCount = 7;
inline constexpr int kTitleFlag = 6;

// The bits that count for a word as it is written: names need a capital.
inline uint32_t VisibleFlags(uint32_t bits, const TokenFeatures& features) {
  return features.has_capital() ? bits : bits & (1U << kTitleFlag);
}

class LexicalFlags {
 public:
  LexicalFlags() = default;
  // Bits of the same word are joined.
  explicit LexicalFlags(std::vector<std::pair<uint32_t, uint32_t>> hashes_and_bits) {
    std::sort(hashes_and_bits.begin(), hashes_and_bits.end());
    for (const auto& [hash, bits] : hashes_and_bits) {
      if (hashes_.empty() || hashes_.back() != hash) {
        hashes_.push_back(hash);
        bits_.push_back(0);
      }
      bits_.back() |= static_cast<uint8_t>(bits);
    }
  }

  // Of the form, or of what is left without a genitive's ending.
  uint32_t Find(const TokenFeatures& features) const {
    uint32_t bits = Find(features.word);
    if (bits == 0) bits = Find(features.stem);
    return VisibleFlags(bits, features);
  }

  absl::Span<const uint32_t> hashes() const { return hashes_; }
  absl::Span<const uint8_t> bits() const { return bits_; }

 private:
  uint32_t Find(uint32_t word_hash) const {
    const auto at = std::lower_bound(hashes_.begin(), hashes_.end(), word_hash);
    return at == hashes_.end() || *at != word_hash ? 0 : bits_[at - hashes_.begin()];
  }

  std::vector<uint32_t> hashes_;  // sorted
  std::vector<uint8_t> bits_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_LEXICAL_FLAGS_H_
