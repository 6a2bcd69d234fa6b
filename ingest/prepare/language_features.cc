#include "ingest/prepare/language_features.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

constexpr size_t kShortestRun = 2;
constexpr size_t kLongestRun = 5;
constexpr size_t kLongestWord = 40;  // in letters; the rest of longer ones is cut off

uint32_t Mix(uint32_t hash, absl::string_view bytes) {
  for (const char c : bytes) {
    hash = (hash ^ static_cast<uint8_t>(c)) * 16777619U;
  }
  return hash;
}

// FNV-1a leaves the low bits of short words alike: they are stirred before a bucket is taken.
uint32_t Bucket(uint32_t hash) {
  hash ^= hash >> 16;
  hash *= 0x85EBCA6BU;
  hash ^= hash >> 13;
  return hash & (kLanguageBuckets - 1);
}

}  // namespace

uint32_t LanguageHash(absl::string_view bytes) { return Mix(2166136261U, bytes); }

namespace {

std::vector<std::string> Words(absl::string_view text, bool lower_case_only) {
  std::vector<std::string> words;
  std::string word;
  size_t letters = 0;
  const auto close = [&] {
    std::string folded = Fold(word);
    // Folding leaves a small letter as it is.
    const bool is_lower = letters > 0 && folded.substr(0, 2) == word.substr(0, 2);
    if (letters > 0 && (is_lower || !lower_case_only)) words.push_back(std::move(folded));
    word.clear();
    letters = 0;
  };
  for (size_t at = 0; at < text.size() && words.size() < kMaxLanguageWords;) {
    const char32_t c = NextCodePoint(text, at);
    if (!IsLetter(c)) {
      close();
    } else if (letters < kLongestWord) {
      AppendUtf8(c, word);
      ++letters;
    }
  }
  if (words.size() < kMaxLanguageWords) close();
  return words;
}

}  // namespace

std::vector<std::string> LanguageWords(absl::string_view text) { return Words(text, false); }

std::vector<std::string> LowerCaseWords(absl::string_view text) { return Words(text, true); }

std::vector<uint32_t> LanguageFeatures(const std::vector<std::string>& words) {
  constexpr char kWhole[] = "=";
  std::vector<uint32_t> features;
  for (const std::string& word : words) {
    features.push_back(Bucket(Mix(LanguageHash(kWhole), word)));
    const std::string marked = "_" + word + "_";
    // Where each letter begins.
    std::vector<size_t> starts;
    for (size_t at = 0; at < marked.size(); NextCodePoint(marked, at)) starts.push_back(at);
    starts.push_back(marked.size());
    for (size_t i = 0; i + 1 < starts.size(); ++i) {
      for (size_t n = kShortestRun; n <= kLongestRun && i + n < starts.size(); ++n) {
        features.push_back(Bucket(
            LanguageHash(absl::string_view(marked).substr(starts[i], starts[i + n] - starts[i]))));
      }
    }
  }
  return features;
}

}  // namespace norn::ingest
