// A sentence as the Copenhagen Dependency Treebank has it, in which words of function govern those
// of content: what the conversion asks of it. Words are counted from 1; 0 is above those that hang
// on no word.
#ifndef NORN_TOOLS_TRAIN_CONVERSION_CDT_TREE_H_
#define NORN_TOOLS_TRAIN_CONVERSION_CDT_TREE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/train/treebank/treebank.h"

namespace norn::train {

// Whether the word is one of a list with blanks between.
bool IsOneOf(absl::string_view word, const char* words);

class CdtTree {
 public:
  explicit CdtTree(std::vector<TreebankToken> tokens);

  int size() const { return static_cast<int>(tokens_.size()); }
  const TreebankToken& At(int i) const { return tokens_[i - 1]; }
  const std::string& Lower(int i) const { return lower_[i - 1]; }
  const std::string& Relation(int i) const { return At(i).deprel; }
  const std::vector<int>& Children(int i) const { return children_[i]; }

  bool HasChild(int i, const char* relations) const;

  // By the first letters of PAROLE's tag.
  bool Is(int i, const char* tags) const;
  bool IsParticiple(int i) const;
  bool IsFinite(int i) const;
  bool IsVerb(int i) const { return Is(i, "VA VE"); }
  bool IsInfinitiveMark(int i) const { return Lower(i) == "at" && Is(i, "U="); }
  bool IsGenitive(int i) const;
  // An adjective that describes an event: "hun løber hurtigt".
  bool IsOfEvent(int i) const;

  // The word that governs in place of this one; 0: it governs itself.
  int Successor(int i) const;
  // The last of these; the word itself if it governs itself.
  int Content(int i) const { return content_[i]; }
  // The noun of a determiner's own phrase: in "intet lands hær" lands, though hær governs all.
  int NounOf(int i) const;
  // The highest word that a word governs in place of.
  int TopOf(int i) const;

  bool OpensClause(int i) const { return Is(i, "CS") || IsInfinitiveMark(i); }
  // Whether an auxiliary or a copula is on the way from the highest word to that of content.
  bool HasAuxiliary(int top) const;
  // A finite clause or an infinitive, by the words that it goes through.
  bool IsClause(int top) const;

 private:
  int Child(int i, const char* relations) const;
  int ChildInFront(int i, const char* relations) const;
  int Predicate(int i) const;
  int Clause(int i) const;
  int NameOf(int noun) const;
  int FindContent(int i);

  std::vector<TreebankToken> tokens_;
  std::vector<std::string> lower_;
  std::vector<std::vector<int>> children_;  // by head
  std::vector<int> content_;                // by word; -1: not found yet
  std::vector<int> before_;                 // of which the word is the successor; 0: none
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_CONVERSION_CDT_TREE_H_
