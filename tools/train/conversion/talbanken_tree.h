// A sentence of Swedish Talbanken that is being converted: what the rules ask of its tree.
#ifndef NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_TREE_H_
#define NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_TREE_H_

#include <string>
#include <vector>

#include "tools/train/treebank/treebank.h"

namespace norn::train {

// Words are counted from 1; 0 is above the root. What is changed through At() shows at once.
class TalbankenTree {
 public:
  // `tokens` outlives the tree.
  explicit TalbankenTree(std::vector<TreebankToken>& tokens);

  int size() const { return static_cast<int>(tokens_.size()); }
  TreebankToken& At(int i) { return tokens_[i - 1]; }
  // The form in small letters.
  const std::string& Lower(int i) const { return lower_[i - 1]; }
  std::vector<int> Children(int head) const;
  bool HasChild(int head, const std::string& relation) const;
  bool IsVerb(int i) const;
  // A verb, or what a copula says of its subject.
  bool IsPredicate(int i) const;

 private:
  std::vector<TreebankToken>& tokens_;
  std::vector<std::string> lower_;
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_TREE_H_
