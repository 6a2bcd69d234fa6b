// The weights of language identification, as they are stored and as they are used.
//
//   absl::StatusOr<LanguageModel> model = LanguageModel::Parse(bytes);
//   model->Score(features);   // one figure a language, the largest is the likeliest
//
// Stored: "NORNLID1", the count of languages (one byte), each language's tag (two bytes), the
// scale of its weights and the share of its words that are common ones (two little-endian 32-bit
// floats), kLanguageBuckets weights (one signed byte each), a count (32 bits) and as many
// hashes of common words (32 bits), sorted.
#ifndef NORN_INGEST_PREPARE_LANGUAGE_MODEL_H_
#define NORN_INGEST_PREPARE_LANGUAGE_MODEL_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

struct LanguageModel {
  struct Language {
    std::string tag;
    float scale = 1;
    // How many of a usual text's words are common ones. A text with far fewer is of some other
    // language: so no model of other languages is needed.
    float common_share = 0;
    std::vector<int8_t> weights;         // kLanguageBuckets
    std::vector<uint32_t> common_words;  // hashes, sorted
  };
  std::vector<Language> languages;

  std::string Serialize() const;
  // kDataLoss for bytes that Serialize did not write.
  static absl::StatusOr<LanguageModel> Parse(absl::string_view bytes);

  // In the order of `languages`.
  std::vector<float> Score(const std::vector<uint32_t>& features) const;
  // How many of the words are common ones of the language, from 0 to 1.
  static float CommonShare(const Language& language, const std::vector<std::string>& words);
  // The likeliest language's tag, or "und" where the words are not that language's.
  // `unnamed`: those that are no names, if known; only they need to be the language's.
  // `excluded`: tags of languages that it cannot be.
  std::string Identify(const std::vector<std::string>& words,
                       const std::vector<std::string>& unnamed = {},
                       const std::vector<std::string>& excluded = {}) const;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_PREPARE_LANGUAGE_MODEL_H_
