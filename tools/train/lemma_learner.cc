#include "tools/train/lemma_learner.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "ingest/analysis/neural/lemma_rules.h"
#include "ingest/analysis/unicode.h"

namespace norn::train {
namespace {

using Votes = std::map<std::string, int>;  // by edit

// The edit with most votes; of equals the first.
const std::string& Winner(const Votes& votes) {
  return std::max_element(votes.begin(), votes.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

struct Word {
  std::vector<uint32_t> keys;  // the whole word's first
  std::string edit;
};

std::vector<Word> WordsOf(const Recipe& recipe) {
  std::map<std::tuple<std::string, std::string, std::string>, Votes> seen;
  for (const Corpus& corpus : recipe.train) {
    for (const TreebankSentence& sentence : corpus.sentences) {
      for (const TreebankToken& token : sentence.tokens) {
        if (token.lemma.empty()) continue;
        const std::string edit = ingest::MakeLemmaEdit(token.form, token.lemma);
        ++seen[{corpus.language, token.upos, ingest::Fold(token.form)}][edit];
      }
    }
  }
  std::vector<Word> words;
  for (const auto& [key, votes] : seen) {
    const auto& [language, tag, form] = key;
    words.push_back({ingest::LemmaKeys(language, tag, form), Winner(votes)});
  }
  return words;
}

}  // namespace

void AddLemmaRules(const Recipe& recipe, ingest::ModelWriter& writer) {
  const std::vector<Word> words = WordsOf(recipe);
  std::map<uint32_t, Votes> votes;
  for (const Word& word : words) {
    for (const uint32_t key : word.keys) ++votes[key][word.edit];
  }
  // From the shortest ending to the whole word: what is decided so far, and where that changes.
  std::map<uint32_t, std::string> rules;
  for (const Word& word : words) {
    std::string decided;
    for (auto key = word.keys.rbegin(); key != word.keys.rend(); ++key) {
      const std::string& winner = Winner(votes[*key]);
      if (winner != decided) rules[*key] = winner;
      decided = winner;
    }
  }
  std::map<std::string, uint16_t> edits;
  for (const auto& [key, edit] : rules) edits.emplace(edit, 0);
  std::vector<std::string> texts;
  for (auto& [text, index] : edits) {
    index = static_cast<uint16_t>(texts.size());
    texts.push_back(text);
  }
  std::vector<uint32_t> keys;
  std::vector<uint8_t> which;
  for (const auto& [key, edit] : rules) {
    keys.push_back(key);
    which.push_back(static_cast<uint8_t>(edits[edit] & 0xFF));
    which.push_back(static_cast<uint8_t>(edits[edit] >> 8));
  }
  writer.AddNumbers("lemma keys", keys);
  writer.AddBytes("lemma edits", which);
  writer.AddWords("lemma edit texts", texts);
}

}  // namespace norn::train
