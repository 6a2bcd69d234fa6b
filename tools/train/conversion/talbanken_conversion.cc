#include "tools/train/conversion/talbanken_conversion.h"

#include "absl/strings/match.h"
#include "tools/train/conversion/talbanken_features.h"
#include "tools/train/conversion/talbanken_heads.h"
#include "tools/train/conversion/talbanken_relations.h"
#include "tools/train/conversion/talbanken_tree.h"

namespace norn::train {
namespace {

// Of an adjective: "de stora städerna", "hans stora hus".
bool IsInDefinitePhrase(TalbankenTree& tree, int i) {
  const int noun = tree.At(i).head;
  if (tree.At(i).deprel != "amod" || noun == 0) return false;
  if (absl::StrContains(tree.At(noun).feats, "Definite=Def")) return true;
  for (const int child : tree.Children(noun)) {
    if (tree.At(child).deprel == "nmod:poss") return true;
    if (tree.At(child).deprel == "det" && absl::StrContains(tree.At(child).feats, "Definite=Def")) {
      return true;
    }
  }
  return false;
}

}  // namespace

void ConvertTalbanken(TreebankSentence& sentence) {
  if (!sentence.has_tree()) return;
  TalbankenTree tree(sentence.tokens);
  MendHeads(tree);
  MendRelations(tree);
  MoveCoordinators(tree);
  for (int i = 1; i <= tree.size(); ++i) {
    TreebankToken& token = tree.At(i);
    token.feats =
        TalbankenFeatures(token.upos, tree.Lower(i), token.feats, IsInDefinitePhrase(tree, i));
  }
}

}  // namespace norn::train
