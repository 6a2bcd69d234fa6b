// Finds phrases of lower-case words at a place in a text.
//
//   PhraseIndex<int> index;
//   index.Add("ble enige om", 1);
//   index.Add("holder * tilbake", 2);   // `*`: up to four words, none of them punctuation
//   for (const auto& match : index.At(tokens, i)) Use(*match.value, match.length);
#ifndef NORN_INGEST_EXTRACT_PHRASE_INDEX_H_
#define NORN_INGEST_EXTRACT_PHRASE_INDEX_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "ingest/analysis/annotated_text.h"

namespace norn::ingest {

template <typename T>
class PhraseIndex {
 public:
  struct Match {
    uint32_t length = 0;  // in tokens, from the first to the last word
    uint32_t words = 0;   // of them not swallowed by `*`
    const T* value = nullptr;
  };

  void Add(absl::string_view phrase, T value) {
    std::vector<std::string> words = absl::StrSplit(phrase, ' ', absl::SkipEmpty());
    if (words.empty()) return;
    std::string first = words.front();
    by_first_word_[first].push_back({std::move(words), std::move(value)});
  }

  // All phrases that begin with tokens[at] and end before tokens[end], those of more words first.
  // Tokens for which `is_aside` holds may stand between the words of any phrase.
  template <typename IsAside>
  std::vector<Match> At(absl::Span<const Token> tokens, size_t at, size_t end,
                        const IsAside& is_aside) const {
    std::vector<Match> matches;
    const auto entry = by_first_word_.find(tokens[at].lower);
    if (entry == by_first_word_.end()) return matches;
    for (const Phrase& phrase : entry->second) {
      if (const uint32_t length = LengthOf(phrase, tokens, at, end, is_aside); length > 0) {
        matches.push_back({length, phrase.fixed_words(), &phrase.value});
      }
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& a, const Match& b) { return a.words > b.words; });
    return matches;
  }

  std::vector<Match> At(absl::Span<const Token> tokens, size_t at, size_t end) const {
    return At(tokens, at, end, [](size_t) { return false; });
  }

 private:
  static constexpr size_t kMaxGap = 4;

  struct Phrase {
    std::vector<std::string> words;
    T value;
    uint32_t fixed_words() const {
      return static_cast<uint32_t>(words.size() -
                                   std::count(words.begin(), words.end(), std::string("*")));
    }
  };

  // How many tokens the phrase takes at `at`; 0: it does not stand there.
  template <typename IsAside>
  static uint32_t LengthOf(const Phrase& phrase, absl::Span<const Token> tokens, size_t at,
                           size_t end, const IsAside& is_aside) {
    size_t token = at;
    for (size_t word = 0; word < phrase.words.size(); ++word) {
      size_t gap = 0;
      while (word > 0 && token < end && tokens[token].lower != phrase.words[word] &&
             is_aside(token)) {
        ++token;
      }
      if (phrase.words[word] == "*") {
        if (++word == phrase.words.size()) return 0;
        while (gap < kMaxGap && token < end && tokens[token].is_word &&
               tokens[token].lower != phrase.words[word]) {
          ++gap;
          ++token;
        }
      }
      if (token >= end || tokens[token].lower != phrase.words[word]) return 0;
      ++token;
    }
    return static_cast<uint32_t>(token - at);
  }

  absl::flat_hash_map<std::string, std::vector<Phrase>> by_first_word_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_PHRASE_INDEX_H_
