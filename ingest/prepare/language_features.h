// What language identification sees of a text: its words and their ends and middles, hashed into a
// fixed number of buckets. One definition for training and for use.
//
//   for (uint32_t bucket : LanguageFeatures("Eg veit ikkje.")) score += weights[bucket];
#ifndef NORN_INGEST_PREPARE_LANGUAGE_FEATURES_H_
#define NORN_INGEST_PREPARE_LANGUAGE_FEATURES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace norn::ingest {

inline constexpr int kLanguageBucketBits = 15;
inline constexpr uint32_t kLanguageBuckets = uint32_t{1} << kLanguageBucketBits;

// A stable hash: models are stored with it.
uint32_t LanguageHash(absl::string_view bytes);

// The text's words, folded, at most the first `kMaxLanguageWords`.
inline constexpr size_t kMaxLanguageWords = 4000;
std::vector<std::string> LanguageWords(absl::string_view text);
// Those of them that begin with a small letter: names are of no language.
std::vector<std::string> LowerCaseWords(absl::string_view text);

// Buckets of all words, and of their runs of two to five letters with the words' ends marked.
std::vector<uint32_t> LanguageFeatures(const std::vector<std::string>& words);

}  // namespace norn::ingest

#endif  // NORN_INGEST_PREPARE_LANGUAGE_FEATURES_H_
