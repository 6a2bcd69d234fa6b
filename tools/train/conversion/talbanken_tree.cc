#include "tools/train/conversion/talbanken_tree.h"

#include <algorithm>

#include "ingest/analysis/unicode.h"

namespace norn::train {

TalbankenTree::TalbankenTree(std::vector<TreebankToken>& tokens) : tokens_(tokens) {
  for (const TreebankToken& token : tokens_) lower_.push_back(ingest::Fold(token.form));
}

std::vector<int> TalbankenTree::Children(int head) const {
  std::vector<int> children;
  for (int i = 1; i <= size(); ++i) {
    if (tokens_[i - 1].head == head) children.push_back(i);
  }
  return children;
}

bool TalbankenTree::HasChild(int head, const std::string& relation) const {
  return std::any_of(tokens_.begin(), tokens_.end(), [&](const TreebankToken& token) {
    return token.head == head && token.deprel == relation;
  });
}

bool TalbankenTree::IsVerb(int i) const {
  return i > 0 && (tokens_[i - 1].upos == "VERB" || tokens_[i - 1].upos == "AUX");
}

bool TalbankenTree::IsPredicate(int i) const { return i > 0 && (IsVerb(i) || HasChild(i, "cop")); }

}  // namespace norn::train
