// Decides between candidates for a lemma by how often they stand in running text: of a word that no
// treebank has, the rule of its longest ending may make something that is no word ("gymnasi" of
// "gymnasiet"), where another rule of the same ending makes one ("gymnasium").
//
//   LemmaChoice choice(counts, lemmas);
//   absl::optional<std::string> edit = choice.BetterEdit("gymnasiet", "L2", votes_by_ending);
#ifndef NORN_TOOLS_TRAIN_RECIPE_LEMMA_CHOICE_H_
#define NORN_TOOLS_TRAIN_RECIPE_LEMMA_CHOICE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace norn::train {

using WordCounts = std::map<std::string, int64_t>;  // by folded form
using LemmaVotes = std::map<std::string, int>;  // by edit (ingest/analysis/neural/lemma_rules.h)

// A rule that may hold for words that have not been seen: one that adds few letters and no "_",
// which joins the words of an expression ("t.ex.", "till_exempel").
bool IsGeneralEdit(const std::string& edit);

class LemmaChoice {
 public:
  // `counts`: how often a word stands in running text of the language. `lemmas`: folded, of its
  // treebanks. Both outlive the choice.
  LemmaChoice(const WordCounts& counts, const std::set<std::string>& lemmas)
      : counts_(counts), lemmas_(lemmas) {}

  // Of `form`, folded, for which the rules say `edit`: the edit that makes the most frequent word,
  // among those of the longest ending that makes any but the form. `votes`: what words with its
  // endings of two letters or more do, the longest first. None where `edit` makes a word, or no
  // other does.
  std::optional<std::string> BetterEdit(const std::string& form, const std::string& edit,
                                        const std::vector<const LemmaVotes*>& votes) const;

 private:
  bool IsWord(const std::string& word) const;
  int64_t CountOf(const std::string& word) const;

  const WordCounts& counts_;
  const std::set<std::string>& lemmas_;
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_RECIPE_LEMMA_CHOICE_H_
