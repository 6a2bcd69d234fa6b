#include "tools/train/conversion/cdt_conversion.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "tools/train/conversion/cdt_tree.h"
#include "tools/train/conversion/cdt_words.h"
#include "tools/train/conversion/punctuation.h"

namespace norn::train {
namespace {

// Of a word to that which governs in its place.
std::string FunctionOf(const CdtTree& tree, int i) {
  const int next = tree.Successor(i);
  if (tree.Is(i, "CC")) return "cc";
  if (tree.OpensClause(i)) return tree.IsClause(i) ? "mark" : "case";
  if (tree.Is(i, "RG")) return "mark";
  if (tree.Is(i, "PT") && tree.IsVerb(next)) {
    return tree.HasChild(next, "dobj") || !tree.HasChild(next, "subj") ? "obl" : "obj";
  }
  if (tree.Is(i, "SP") || tree.Is(i, "U=")) return tree.IsClause(next) ? "mark" : "case";
  if (tree.IsVerb(i)) return tree.Relation(next) == "pred" ? "cop" : "aux";
  if (next < i && tree.Is(i, "NP NC")) return "flat";
  if (tree.Relation(next) == "appr") return "nmod";
  if (tree.Is(i, "AC")) return "nummod";
  if (tree.Is(i, "AN AO")) return "amod";
  if (tree.Relation(next) == "possd" && !tree.Is(i, "PO") &&
      (tree.Is(i, "NC NP") || tree.NounOf(i) == tree.Content(i))) {
    return "nmod:poss";
  }
  return "det";
}

// Of a clause that is no object and no relative one: by what it hangs on.
std::string ClauseOf(const CdtTree& tree, int top, int i, int head) {
  const std::string& relation = tree.Relation(top);
  if (tree.Is(i, "AN") && relation != "rel") return "amod";
  if (relation == "pred") {
    if (tree.IsInfinitiveMark(top)) return "xcomp";
    if (tree.IsParticiple(top)) return "xcomp";
    return tree.Lower(top) == "at" ? "ccomp" : "advcl";
  }
  if (relation == "vobj" && tree.Is(head, "VA VE")) {
    if (!tree.IsFinite(top)) return "xcomp";
    return tree.HasChild(top, "subj") ? "ccomp" : "advcl";
  }
  if ((relation == "mod" || relation == "xpl") && tree.IsFinite(top) && tree.Is(head, "VA VE"))
    return "ccomp";
  const bool is_content = relation == "nobj" && tree.Is(top, "CS") && tree.Lower(top) == "at";
  if (is_content && tree.Is(head, "NC") && tree.HasAuxiliary(top)) return "ccomp";
  if (tree.Is(head, "AN AO PP PI PD PT PO PC")) return "acl:relcl";
  const bool of_nominal = tree.Is(head, "NC NP AC XX XF");
  if (of_nominal && !tree.Is(top, "SP") && relation != "mod") return "acl:relcl";
  return "advcl";
}

std::string RelationOf(const CdtTree& tree, int top, int i, int head) {
  const std::string& relation = tree.Relation(top);
  const bool is_clause = tree.IsClause(top);
  const bool of_nominal = tree.Is(head, "NC NP PP PI PD AC XX XF PT I=");
  if (relation == "pnct") return "punct";
  if (relation == "rel") return "acl:relcl";
  if (relation == "coord" && tree.Is(i, "CC")) return "cc";
  if (relation == "conj" || relation == "coord") return "conj";
  if (relation == "expl") return "expl";
  if (relation == "iobj") return "iobj";
  if (relation == "part") return "compound:prt";
  if (relation == "voc") return "vocative";
  if (relation == "subj") return is_clause ? "ccomp" : "nsubj";
  if (relation == "qobj" && is_clause) return "ccomp";
  if (relation == "dobj" || relation == "qobj") {
    if (!is_clause) return tree.Is(i, "I=") ? "discourse" : "obj";
    if (tree.Is(i, "AN")) return "amod";
    return tree.IsInfinitiveMark(top) || !tree.HasAuxiliary(top) ? "obj" : "ccomp";
  }
  if (is_clause) return ClauseOf(tree, top, i, head);
  if (relation == "vobj") return "xcomp";
  if (relation == "pred") {
    if (tree.Is(i, "RG")) return "compound:prt";
    if (tree.Is(top, "SP")) return "obl";
    return tree.Is(i, "AN") && tree.At(head).lemma != "blive" ? "amod" : "xcomp";
  }
  if (relation == "aobj") return "amod";
  if (relation == "nobj" && tree.IsGenitive(i) && tree.Is(i, "NC NP") && head > i)
    return "nmod:poss";
  if (relation == "nobj" && tree.Is(head, "NP") && tree.Is(i, "NP NC")) return "flat";
  if (IsOneOf(relation, "namef namel name")) return "flat";
  if (relation == "appr") return "appos";
  if (relation == "appa") return top == i ? "nmod" : "appos";
  if (relation == "title") return "nmod";
  // "det hun tænker på"
  if (tree.Is(i, "SP")) return tree.IsVerb(head) ? "mark" : "case";
  if (tree.Is(i, "RG")) return relation == "pobj" && tree.IsVerb(head) ? "compound:prt" : "advmod";
  if (tree.IsParticiple(i) && relation == "mod") {
    if (tree.IsVerb(head)) return "xcomp";
    return tree.Is(head, "NC XX XF AC") ? "amod" : "acl:relcl";
  }
  if (tree.Is(i, "AN AO") && !tree.Is(top, "SP")) {
    return tree.IsOfEvent(i) ? "advmod" : "amod";
  }
  if (tree.Is(i, "AC")) return tree.Is(head, "NC NP") && top == i && head < i ? "nmod" : "nummod";
  return of_nominal ? "nmod" : "obl";
}

class Conversion {
 public:
  explicit Conversion(TreebankSentence& sentence)
      : cdt_(sentence.tokens), ud_(sentence.tokens), top_(sentence.tokens.size() + 1) {}

  void Run() {
    for (int i = 1; i <= size(); ++i) {
      if (cdt_.Content(i) == i) top_[i] = cdt_.TopOf(i);
    }
    for (int i = 1; i <= size(); ++i) SetTag(i);
    const int root = MainRoot();
    for (int i = 1; i <= size(); ++i) Attach(i, root);
    BreakCycles(root);
  }

 private:
  int size() const { return cdt_.size(); }
  TreebankToken& Ud(int i) { return ud_[i - 1]; }

  void SetTag(int i) {
    TreebankToken& token = Ud(i);
    token.upos = CdtTag(cdt_.At(i).upos, cdt_.Lower(i));
    token.feats = CdtFeatures(cdt_.At(i).upos, cdt_.At(i).feats);
    const bool is_lowered = cdt_.Content(i) != i;
    if (is_lowered && cdt_.IsVerb(i)) token.upos = "AUX";
    if (cdt_.Is(i, "PD PI PO PT") && is_lowered) token.upos = "DET";
    if (cdt_.Is(i, "PT") && is_lowered) token.upos = "PRON";
    if (cdt_.Lower(i) == "som" && cdt_.Is(i, "U=")) {
      const bool is_pronoun = !is_lowered && IsOneOf(cdt_.Relation(i), "subj dobj");
      token.upos = is_pronoun ? "PRON" : "ADP";
    }
    if (cdt_.Is(i, "U=") && cdt_.Relation(i) == "expl") token.feats = "_";
    if (token.upos == "ADV" && !cdt_.Is(i, "RG")) token.lemma = cdt_.Lower(i);
  }

  int MainRoot() const {
    int best = 0;
    int worth = -1;
    for (const int i : cdt_.Children(0)) {
      const bool joins = cdt_.Is(i, "CC") && cdt_.Content(i) != i;  // "Men hun gik"
      const bool is_heading = worth < 0 && IsHeading(i);
      const int of_this = is_heading                ? 4
                          : cdt_.IsVerb(i) || joins ? 3
                          : cdt_.Is(i, "SP RG XP")  ? 0
                                                    : 1;
      if (of_this > worth) {
        best = i;
        worth = of_this;
      }
    }
    return cdt_.Content(std::max(best, 1));
  }
  // "AARHUS : ...", "2. - ..."
  bool IsHeading(int i) const {
    return cdt_.Is(i, "NP AO") && i < size() && IsOneOf(cdt_.Lower(i + 1), ": - –");
  }

  void Attach(int i, int root) {
    TreebankToken& token = Ud(i);
    if (cdt_.Content(i) != i) {
      const bool is_of_noun = cdt_.Is(i, "PD PI PT AC AN AO");
      token.head = is_of_noun ? cdt_.NounOf(i) : cdt_.Content(i);
      token.deprel = FunctionOf(cdt_, i);
      if (token.deprel == "nmod:poss") LeadByFirstName(i);
      return;
    }
    const int top = top_[i];
    if (i == root) {
      token.head = 0;
      token.deprel = "root";
    } else if (cdt_.At(top).head == 0 && cdt_.IsVerb(top)) {
      token.head = root;
      token.deprel = cdt_.Is(root, "NP AO") ? "list" : "conj";
    } else if (cdt_.At(top).head == 0) {
      token.head = cdt_.Is(top, "XP") ? root : VerbNear(top, root);
      token.deprel = IsOfPlace(top) ? "advmod:lmod" : RelationOf(cdt_, top, i, token.head);
    } else {
      int governor = cdt_.At(top).head;
      // "både" and "også" of a conjunction stand with what it joins.
      if (cdt_.Is(governor, "CC") && cdt_.Is(i, "RG") && cdt_.At(governor).head > 0) {
        governor = cdt_.At(governor).head;
      }
      const bool is_of_noun = cdt_.Is(governor, "PD PI PT AC AN AO") && i < cdt_.NounOf(governor);
      token.head = is_of_noun ? cdt_.NounOf(governor) : cdt_.Content(governor);
      token.deprel = RelationOf(cdt_, top, i, token.head);
      const bool goes_on =
          cdt_.Is(governor, "NP") && cdt_.Is(i, "NP NC") && cdt_.Relation(i) == "nobj";
      if (goes_on && governor < i && Ud(governor).deprel == "nmod:poss") {  // "Odense Politis chef"
        token.head = governor;
        token.deprel = "flat";
      }
    }
  }

  // "Karen Blixens hus": the first of an owner's names governs the others.
  void LeadByFirstName(int last) {
    for (const int name : cdt_.Children(last)) {
      if (name > last || !IsOneOf(cdt_.Relation(name), "namef namel")) continue;
      Ud(name).head = Ud(last).head;
      Ud(name).deprel = "nmod:poss";
      Ud(last).head = name;
      Ud(last).deprel = "flat";
      return;
    }
  }

  bool IsOfPlace(int i) const {
    return absl::StartsWith(cdt_.At(i).upos, "RGU") && !IsOneOf(cdt_.Lower(i), "ikke også kun");
  }
  // Words of place hang on no word in the files: the verb in front, else the first one behind.
  int VerbNear(int i, int root) const {
    for (int k = i - 1; k > 0; --k) {
      if (cdt_.IsVerb(k) && cdt_.Content(k) != i) return cdt_.Content(k);
    }
    for (int k = i + 1; k <= size(); ++k) {
      if (cdt_.IsVerb(k) && cdt_.Content(k) != cdt_.Content(i)) return cdt_.Content(k);
    }
    return root;
  }

  void BreakCycles(int root) {
    for (int i = 1; i <= size(); ++i) {
      int at = i;
      for (int steps = 0; at > 0 && steps <= size(); ++steps) at = Ud(at).head;
      if (at > 0) Ud(i).head = root;
    }
  }

  const CdtTree cdt_;
  std::vector<TreebankToken>& ud_;
  std::vector<int> top_;  // by word of content: the highest that it stands for
};

}  // namespace

void ConvertCdt(TreebankSentence& sentence) {
  if (!sentence.has_tree()) return;
  Conversion(sentence).Run();
  AttachPunctuation(sentence);
}

}  // namespace norn::train
