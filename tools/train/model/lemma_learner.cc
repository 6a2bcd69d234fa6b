#include "tools/train/model/lemma_learner.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "ingest/analysis/neural/lemma_rules.h"
#include "ingest/analysis/unicode.h"
#include "tools/train/recipe/lemma_choice.h"

namespace norn::train {
namespace {

// The edit with most votes; of equals the first.
const std::string& Winner(const LemmaVotes& votes) {
  return std::max_element(votes.begin(), votes.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

struct Word {
  std::vector<uint32_t> keys;  // the whole word's first
  std::string edit;
};

std::vector<Word> WordsOf(const Recipe& recipe) {
  std::map<std::tuple<std::string, std::string, std::string>, LemmaVotes> seen;
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

// The classes whose words bend, but for names.
constexpr const char* kOpenTags[] = {"NOUN", "VERB", "ADJ", "ADV"};
constexpr int64_t kMinCount = 5;  // of a word in running text that has a rule of its own
constexpr size_t kShortestEnding = 2;

using Rules = std::map<uint32_t, std::string>;
using VotesByKey = std::map<uint32_t, LemmaVotes>;

std::set<std::string> LemmasOf(const Recipe& recipe, const std::string& language) {
  std::set<std::string> lemmas;
  for (const Corpus& corpus : recipe.train) {
    if (corpus.language != language) continue;
    for (const TreebankSentence& sentence : corpus.sentences) {
      for (const TreebankToken& token : sentence.tokens) lemmas.insert(ingest::Fold(token.lemma));
    }
  }
  return lemmas;
}

// A rule of its own for a word that treebanks do not have, where the frequency of words says so.
void AddException(const LemmaChoice& choice, const std::string& form,
                  const std::vector<uint32_t>& keys, const VotesByKey& votes, Rules& rules) {
  if (votes.count(keys[0]) > 0) return;  // a treebank's word
  std::string edit;
  std::vector<const LemmaVotes*> of_endings;
  for (size_t k = 1; k < keys.size(); ++k) {
    const auto rule = rules.find(keys[k]);
    if (edit.empty() && rule != rules.end()) edit = rule->second;
    const auto at = votes.find(keys[k]);
    const size_t letters = keys.size() - 1 - k;  // the last key is of no letters
    if (at != votes.end() && letters >= kShortestEnding) of_endings.push_back(&at->second);
  }
  if (edit.empty()) return;
  const std::optional<std::string> better = choice.BetterEdit(form, edit, of_endings);
  if (better.has_value()) rules[keys[0]] = *better;
}

void AddExceptions(const Recipe& recipe, const VotesByKey& votes, Rules& rules) {
  for (const auto& [language, counts] : recipe.counts) {
    const std::set<std::string> lemmas = LemmasOf(recipe, language);
    const LemmaChoice choice(counts, lemmas);
    for (const auto& [form, count] : counts) {
      if (count < kMinCount) continue;
      for (const char* tag : kOpenTags) {
        AddException(choice, form, ingest::LemmaKeys(language, tag, form), votes, rules);
      }
    }
  }
}

}  // namespace

void AddLemmaRules(const Recipe& recipe, ingest::ModelWriter& writer) {
  const std::vector<Word> words = WordsOf(recipe);
  VotesByKey votes;
  for (const Word& word : words) {
    for (const uint32_t key : word.keys) {
      if (key == word.keys[0] || IsGeneralEdit(word.edit)) ++votes[key][word.edit];
    }
  }
  // From the shortest ending to the whole word: what is decided so far, and where that changes.
  Rules rules;
  for (const Word& word : words) {
    std::string decided;
    for (auto key = word.keys.rbegin(); key != word.keys.rend(); ++key) {
      if (votes.count(*key) == 0) continue;  // no rule for other words
      const std::string& winner = Winner(votes[*key]);
      if (winner != decided) rules[*key] = winner;
      decided = winner;
    }
  }
  AddExceptions(recipe, votes, rules);
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
