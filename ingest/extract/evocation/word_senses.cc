#include "ingest/extract/evocation/word_senses.h"

#include <algorithm>
#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace norn::ingest {
namespace {

// How far the other words of an entry may stand from the one that evokes it.
constexpr uint32_t kReach = 8;

void AddSense(absl::string_view sense, std::vector<absl::string_view>& to) {
  if (std::find(to.begin(), to.end(), sense) == to.end()) to.push_back(sense);
}

}  // namespace

WordSenses::WordSenses(const Lexicon& lexicon) {
  for (const EvokingWords& words : lexicon.evoking()) {
    const char* strength = words.strength() == EvokingWords::STRONG ? "!" : "?";
    names_.push_back(std::make_unique<std::string>(absl::StrCat(words.frame(), strength)));
    for (const std::string& word : words.word()) Add(word, names_.back().get());
  }
  for (const SemanticClass& words : lexicon.semantic_class()) {
    names_.push_back(std::make_unique<std::string>(words.name()));
    for (const std::string& word : words.word()) Add(word, names_.back().get());
  }
}

void WordSenses::Add(const std::string& words, const std::string* sense) {
  std::vector<std::string> parts = absl::StrSplit(words, ' ');
  std::string first = parts[0];
  parts.erase(parts.begin());
  const bool is_ending = first[0] == '-' && first.size() > 1;
  if (is_ending) {
    first.erase(0, 1);
    longest_ending_ = std::max(longest_ending_, first.size());
  }
  (is_ending ? by_ending_ : by_word_)[first].push_back({std::move(parts), sense});
}

void WordSenses::Collect(const std::vector<Entry>& entries, const AnnotatedText& text,
                         const Sentence& sentence, uint32_t token, SentenceSenses& into) const {
  const uint32_t begin = std::max(sentence.first_token, token - std::min(token, kReach));
  const uint32_t end = std::min(sentence.first_token + sentence.token_count, token + kReach + 1);
  for (const Entry& entry : entries) {
    const bool all =
        std::all_of(entry.others.begin(), entry.others.end(), [&](const std::string& other) {
          for (uint32_t at = begin; at < end; ++at) {
            if (at == token) continue;
            if (text.tokens[at].lemma == other || text.tokens[at].lower == other) return true;
          }
          return false;
        });
    if (all) AddSense(*entry.sense, into[token - sentence.first_token]);
  }
}

SentenceSenses WordSenses::Of(const AnnotatedText& text, const Sentence& sentence) const {
  SentenceSenses senses(sentence.token_count);
  for (uint32_t i = 0; i < sentence.token_count; ++i) {
    const uint32_t at = sentence.first_token + i;
    const Token& token = text.tokens[at];
    if (!token.is_word) continue;
    std::vector<absl::string_view> words = {token.lemma, token.lower};
    // "Atacms-angrep"
    if (const size_t hyphen = token.lower.rfind('-'); hyphen != std::string::npos) {
      words.push_back(absl::string_view(token.lower).substr(hyphen + 1));
    }
    for (const absl::string_view word : words) {
      const auto found = by_word_.find(word);
      if (found != by_word_.end()) Collect(found->second, text, sentence, at, senses);
    }
    for (const absl::string_view word : {absl::string_view(token.lemma), words[1]}) {
      for (size_t size = std::min(longest_ending_, word.size()); size > 2; --size) {
        const auto found = by_ending_.find(word.substr(word.size() - size));
        if (found != by_ending_.end()) Collect(found->second, text, sentence, at, senses);
      }
    }
  }
  return senses;
}

}  // namespace norn::ingest
