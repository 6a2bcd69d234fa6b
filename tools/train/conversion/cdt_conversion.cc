#include "tools/train/conversion/cdt_conversion.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "ingest/analysis/unicode.h"
#include "tools/train/conversion/cdt_words.h"

namespace norn::train {
namespace {

bool IsOneOf(absl::string_view word, const char* words) {
  const std::vector<absl::string_view> list = absl::StrSplit(words, ' ');
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Conversion {
 public:
  explicit Conversion(TreebankSentence& sentence)
      : cdt_(sentence.tokens), ud_(sentence.tokens), content_(sentence.tokens.size() + 1, -1) {
    for (const TreebankToken& token : cdt_) lower_.push_back(ingest::Fold(token.form));
    children_.resize(cdt_.size() + 1);
    for (int i = 1; i <= size(); ++i) children_[Cdt(i).head].push_back(i);
  }

  void Run() {
    top_.resize(cdt_.size() + 1);
    for (int i = 1; i <= size(); ++i) Content(i);
    for (int i = 1; i <= size(); ++i) {
      if (content_[i] == i) top_[i] = TopOf(i);
    }
    for (int i = 1; i <= size(); ++i) SetTag(i);
    const int root = MainRoot();
    for (int i = 1; i <= size(); ++i) Attach(i, root);
    BreakCycles(root);
    for (int i = 1; i <= size(); ++i) {
      if (Is(i, "XP") && i != root) AttachMark(i, root);
    }
  }

 private:
  int size() const { return static_cast<int>(cdt_.size()); }
  const TreebankToken& Cdt(int i) const { return cdt_[i - 1]; }
  TreebankToken& Ud(int i) { return ud_[i - 1]; }
  const std::string& Lower(int i) const { return lower_[i - 1]; }
  const std::string& Relation(int i) const { return Cdt(i).deprel; }
  // By the first letters of PAROLE's tag.
  bool Is(int i, const char* tags) const {
    return i > 0 && IsOneOf(Cdt(i).upos.substr(0, 2), tags);
  }
  bool IsParticiple(int i) const { return i > 0 && absl::StartsWith(Cdt(i).upos, "VAP"); }
  bool IsVerb(int i) const { return Is(i, "VA VE"); }
  bool IsInfinitiveMark(int i) const { return Lower(i) == "at" && Is(i, "U="); }
  bool IsGenitive(int i) const { return absl::StrContains(Cdt(i).feats, "case=gen"); }

  // The first child of one of these relations behind the word; 0: none.
  int Child(int i, const char* relations) const {
    for (const int child : children_[i]) {
      if (child > i && IsOneOf(Relation(child), relations)) return child;
    }
    return 0;
  }

  // What a form of "være" says of its subject, unless that is a clause, a participle or a phrase
  // with a preposition; 0: none.
  int Predicate(int i) const {
    for (const int child : children_[i]) {
      if (Relation(child) == "pred") return Is(child, "SP CS U= VA") ? 0 : child;
    }
    return 0;
  }

  // The word that governs in place of this one; 0: it governs itself.
  int Successor(int i) const {
    if (Is(i, "SP")) return Child(i, "nobj vobj");
    if (Is(i, "CS U=")) return Child(i, "vobj nobj pred");
    if (Is(i, "CC")) return Child(i, "conj");
    if (Is(i, "VA") && IsOneOf(Cdt(i).lemma, "kunne skulle ville måtte burde turde")) {
      return Child(i, "vobj");
    }
    if (Is(i, "VA") && IsOneOf(Cdt(i).lemma, "være have blive")) {
      const int verb = Child(i, "vobj");
      if (verb > 0 && IsParticiple(verb)) return verb;
      return Cdt(i).lemma == "være" ? Predicate(i) : 0;
    }
    if (const int owned = Child(i, "possd"); owned > 0) return owned;
    if (Is(i, "PD PI PO PT AC AN AO PC")) {
      const int noun = Child(i, "nobj");
      const int described = Is(i, "PD") && noun == 0 ? Child(i, "mod") : 0;
      return Is(described, "AN") || IsParticiple(described) ? described : noun;
    }
    for (const int child : children_[i]) {
      if (child < i && IsOneOf(Relation(child), "namef")) return child;
    }
    return 0;
  }

  int Content(int i) {
    if (content_[i] >= 0) return content_[i];
    content_[i] = i;  // for a circle
    const int next = Successor(i);
    return content_[i] = next > 0 ? Content(next) : i;
  }

  // The noun of a determiner's own phrase: in "intet lands hær" lands, though hær governs all.
  int NounOf(int i) const {
    const int noun = Child(i, "nobj");
    if (noun > 0 && Child(i, "possd") > noun) return noun;
    int at = i;
    for (int steps = 0; steps < size() && Successor(at) > 0; ++steps) {
      if (at != i && Is(at, "NC NP") && Child(at, "possd") > 0) break;
      at = Successor(at);
    }
    return at;
  }

  // The highest word that a word governs in place of.
  int TopOf(int i) {
    int top = i;
    for (int steps = 0; steps < size(); ++steps) {  // a circle ends too
      if (Cdt(top).head == 0 || Successor(Cdt(top).head) != top) break;
      top = Cdt(top).head;
    }
    return top;
  }

  bool OpensClause(int i) const { return Is(i, "CS") || IsInfinitiveMark(i); }
  // A finite clause or an infinitive, by the words that it goes through.
  bool IsClause(int top) const {
    int steps = 0;
    for (int i = top; i > 0 && steps < size(); i = Successor(i), ++steps) {
      if (IsVerb(i) && !(IsParticiple(i) && i == top)) return true;
      if (OpensClause(i)) return true;
    }
    return false;
  }

  void SetTag(int i) {
    TreebankToken& token = Ud(i);
    token.upos = CdtTag(Cdt(i).upos, Lower(i));
    token.feats = CdtFeatures(Cdt(i).upos, Cdt(i).feats);
    const bool is_lowered = content_[i] != i;
    if (is_lowered && IsVerb(i)) token.upos = "AUX";
    if (Is(i, "PD PI PO PT") && is_lowered) token.upos = "DET";
    if (Is(i, "PT") && is_lowered) token.upos = "PRON";
    if (Lower(i) == "som" && Is(i, "U=")) {
      const bool is_pronoun = !is_lowered && IsOneOf(Relation(i), "subj dobj");
      token.upos = is_pronoun ? "PRON" : "ADP";
    }
    if (Is(i, "U=") && Relation(i) == "expl") token.feats = "_";
    if (token.upos == "ADV") token.lemma = Lower(i);
  }

  int MainRoot() const {
    int best = 0;
    int worth = -1;
    for (const int i : children_[0]) {
      const bool joins = Is(i, "CC") && content_[i] != i;  // "Men hun gik"
      const int of_this = IsVerb(i) ? 3 : joins ? 2 : Is(i, "SP RG XP") ? 0 : 1;
      if (of_this > worth) {
        best = i;
        worth = of_this;
      }
    }
    return content_[std::max(best, 1)];
  }

  void Attach(int i, int root) {
    TreebankToken& token = Ud(i);
    if (content_[i] != i) {
      const bool is_of_noun = Is(i, "PD PI PT AC AN AO");
      token.head = is_of_noun ? NounOf(i) : content_[i];
      token.deprel = FunctionOf(i);
      return;
    }
    const int top = top_[i];
    if (i == root) {
      token.head = 0;
      token.deprel = "root";
    } else if (Cdt(top).head == 0) {
      token.head = Is(top, "XP") ? root : VerbNear(top, root);
      token.deprel = Is(top, "RG") ? "advmod:lmod" : RelationOf(top, i, token.head);
    } else {
      const int governor = Cdt(top).head;
      const bool is_of_noun = Is(governor, "PD PI PT AC AN AO") && i < NounOf(governor);
      token.head = is_of_noun ? NounOf(governor) : content_[governor];
      token.deprel = RelationOf(top, i, token.head);
    }
  }

  // Words of place hang on no word in the files: the verb in front, else the first one behind.
  int VerbNear(int i, int root) const {
    for (int k = i - 1; k > 0; --k) {
      if (IsVerb(k) && content_[k] != i) return content_[k];
    }
    for (int k = i + 1; k <= size(); ++k) {
      if (IsVerb(k) && content_[k] != content_[i]) return content_[k];
    }
    return root;
  }

  // Of a word to that which governs in its place.
  std::string FunctionOf(int i) const {
    const int next = Successor(i);
    if (Is(i, "CC")) return "cc";
    if (OpensClause(i)) return "mark";
    if (Is(i, "SP") || Is(i, "U=")) return IsClause(next) ? "mark" : "case";
    if (IsVerb(i)) return Relation(next) == "pred" ? "cop" : "aux";
    if (Relation(next) == "namef") return "flat";
    if (Is(i, "AC")) return "nummod";
    if (Is(i, "AN AO")) return "amod";
    if (Relation(next) == "possd" && !Is(i, "PO")) return "nmod:poss";
    return "det";
  }

  std::string RelationOf(int top, int i, int head) const {
    const std::string& relation = Relation(top);
    const bool is_clause = IsClause(top);
    const bool of_nominal = Is(head, "NC NP PP PI PD AC XX XF PT");
    if (relation == "pnct") return "punct";
    if (relation == "rel") return "acl:relcl";
    if (relation == "conj" || relation == "coord") return "conj";
    if (relation == "expl") return "expl";
    if (relation == "iobj") return "iobj";
    if (relation == "part") return "compound:prt";
    if (relation == "voc") return "vocative";
    if (relation == "subj") return is_clause ? "ccomp" : "nsubj";
    if (relation == "dobj" || relation == "qobj") {
      if (!is_clause) return Is(i, "I=") ? "discourse" : "obj";
      return IsInfinitiveMark(top) ? "obj" : "ccomp";
    }
    if (relation == "vobj") return "xcomp";
    if (relation == "pred") return Is(top, "SP") ? "obl" : "xcomp";
    if (relation == "aobj") return "amod";
    if (relation == "nobj" && IsGenitive(i) && Is(i, "NC NP") && head > i) return "nmod:poss";
    if (relation == "nobj" && Is(head, "NP") && Is(i, "NP NC")) return "flat";
    if (IsOneOf(relation, "namef namel name")) return "flat";
    if (relation == "appr" || relation == "appa") return "appos";
    if (relation == "title") return "nmod";
    if (is_clause) return of_nominal && !Is(top, "SP") ? "acl:relcl" : "advcl";
    if (Is(i, "SP")) return relation == "part" ? "compound:prt" : "case";
    if (Is(i, "RG")) return "advmod";
    if (Is(i, "AN AO") || (IsParticiple(i) && relation == "mod")) {
      return of_nominal ? "amod" : "advmod";
    }
    if (Is(i, "AC")) return Is(head, "NC NP") && i > head ? "nmod" : "nummod";
    return of_nominal ? "nmod" : "obl";
  }

  void BreakCycles(int root) {
    for (int i = 1; i <= size(); ++i) {
      int at = i;
      for (int steps = 0; at > 0 && steps <= size(); ++steps) at = Ud(at).head;
      if (at > 0) Ud(i).head = root;
    }
  }

  // A comma hangs on the clause or phrase that it sets off: the highest word on either side whose
  // governor stands on the other side.
  void AttachMark(int i, int root) {
    TreebankToken& token = Ud(i);
    token.deprel = "punct";
    if (token.head == i || token.head == 0) token.head = root;
    if (IsLastMark(i)) {
      token.head = root;
      return;
    }
    if (!IsOneOf(Lower(i), ", - – : ;")) return;
    const int right = Highest(i + 1, i, 1);
    const int left = Highest(i - 1, i, -1);
    if (right > 0 && Ud(right).head > 0 && Ud(right).head < i) {
      token.head = right;
    } else if (left > 0 && Ud(left).head > i && (token.head > i || token.head == root)) {
      token.head = left;
    }
  }
  // Behind which only marks stand.
  bool IsLastMark(int i) const {
    if (!IsOneOf(Lower(i), ". ? ! ...")) return false;
    for (int k = i; k <= size(); ++k) {
      if (!Is(k, "XP")) return false;
    }
    return true;
  }
  int Highest(int from, int mark, int side) {
    int at = from;
    while (at > 0 && at <= size() && Is(at, "XP")) at += side;
    if (at <= 0 || at > size()) return 0;
    while (Ud(at).head > 0 && (Ud(at).head - mark) * side > 0) at = Ud(at).head;
    return at;
  }

  const std::vector<TreebankToken> cdt_;
  std::vector<TreebankToken>& ud_;
  std::vector<std::string> lower_;
  std::vector<std::vector<int>> children_;  // by head in CDT; of 0 those that hang on no word
  std::vector<int> content_;                // by word: which governs in its place
  std::vector<int> top_;                    // by such a word: the highest that it stands for
};

}  // namespace

void ConvertCdt(TreebankSentence& sentence) {
  if (sentence.has_tree()) Conversion(sentence).Run();
}

}  // namespace norn::train
