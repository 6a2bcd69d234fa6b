#include "tools/train/conversion/cdt_tree.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "ingest/analysis/unicode.h"

namespace norn::train {

bool IsOneOf(absl::string_view word, const char* words) {
  const std::vector<absl::string_view> list = absl::StrSplit(words, ' ');
  return std::find(list.begin(), list.end(), word) != list.end();
}

CdtTree::CdtTree(std::vector<TreebankToken> tokens)
    : tokens_(std::move(tokens)),
      children_(tokens_.size() + 1),
      content_(tokens_.size() + 1, -1),
      before_(tokens_.size() + 1) {
  for (const TreebankToken& token : tokens_) lower_.push_back(ingest::Fold(token.form));
  for (int i = 1; i <= size(); ++i) children_[At(i).head].push_back(i);
  for (int i = 1; i <= size(); ++i) {
    FindContent(i);
    before_[Successor(i)] = i;
  }
}

bool CdtTree::Is(int i, const char* tags) const {
  return i > 0 && IsOneOf(At(i).upos.substr(0, 2), tags);
}

bool CdtTree::IsParticiple(int i) const { return i > 0 && absl::StartsWith(At(i).upos, "VAP"); }

bool CdtTree::IsFinite(int i) const {
  return IsVerb(i) && !IsParticiple(i) && IsOneOf(At(i).upos.substr(2, 1), "D M");
}

bool CdtTree::IsOfEvent(int i) const { return Is(i, "AN") && absl::EndsWith(At(i).upos, "R"); }

bool CdtTree::IsGenitive(int i) const { return absl::StrContains(At(i).feats, "case=gen"); }

bool CdtTree::HasChild(int i, const char* relations) const {
  return std::any_of(children_[i].begin(), children_[i].end(),
                     [&](int child) { return IsOneOf(Relation(child), relations); });
}

// The first child of one of these relations behind the word; 0: none.
int CdtTree::Child(int i, const char* relations) const {
  for (const int child : children_[i]) {
    if (child > i && IsOneOf(Relation(child), relations)) return child;
  }
  return 0;
}

int CdtTree::ChildInFront(int i, const char* relations) const {
  for (const int child : children_[i]) {
    if (child < i && IsOneOf(Relation(child), relations)) return child;
  }
  return 0;
}

// What a form of "være" says of its subject, unless that is a clause, a participle or a phrase
// with a preposition; 0: none.
int CdtTree::Predicate(int i) const {
  for (const int child : children_[i]) {
    if (Relation(child) == "pred") return Is(child, "SP CS U= VA") ? 0 : child;
  }
  return 0;
}

// The clause that a word of question opens: "hvornår han kommer"; 0: none.
int CdtTree::Clause(int i) const {
  const int verb = Child(i, "rel");
  return IsVerb(verb) ? verb : 0;
}

// "hans far prins Henrik": the name, which hangs on the determiner beside its noun; 0: none.
int CdtTree::NameOf(int noun) const {
  const int determiner = At(noun).head;
  if (!Is(noun, "NC") || !Is(determiner, "PD PI PO AC")) return 0;
  if (!IsOneOf(Relation(noun), "nobj possd")) return 0;
  const int name = Child(determiner, "appr");
  return name > noun ? name : 0;
}

int CdtTree::Successor(int i) const {
  if (Is(i, "SP")) {
    if (const int behind = Child(i, "nobj vobj"); behind > 0) return behind;
    const int in_front = ChildInFront(i, "nobj");
    return in_front > 0 ? in_front : Child(i, "aobj avobj pred");
  }
  if (Is(i, "CS U=")) return Child(i, "vobj nobj pred aobj avobj conj");
  if (Is(i, "CC")) return Child(i, "conj");
  if (Is(i, "VA") && IsOneOf(At(i).lemma, "kunne skulle ville måtte burde turde")) {
    return Child(i, "vobj");
  }
  if (Is(i, "VA") && IsOneOf(At(i).lemma, "være have blive")) {
    const int verb = Child(i, "vobj");
    if (verb > 0 && IsParticiple(verb)) return verb;
    return At(i).lemma == "være" ? Predicate(i) : 0;
  }
  if (const int owned = Child(i, "possd"); owned > 0) return owned;
  if (Is(i, "PD PI PO PT AC AN AO PC")) {
    int noun = Child(i, "nobj");
    // "intet at se", "de andre"
    if (Is(noun, "U= CS") || (Is(noun, "PI PP") && Successor(noun) == 0)) noun = 0;
    if (noun == 0 && Is(i, "PT")) return Clause(i);
    // "det nye", "noget nyt"
    const int described = Is(i, "PD PI PO") && noun == 0 ? Child(i, "mod") : 0;
    return Is(described, "AN") ? described : noun;
  }
  if (Is(i, "RG")) return Clause(i);
  if (const int name = ChildInFront(i, "namef namel"); name > 0) return name;
  if (const int name = NameOf(i); name > 0) return name;
  // "Moving Hearts"
  const int name = Is(i, "NP") ? ChildInFront(i, "mod nobj") : 0;
  return Is(name, "NP") && !IsGenitive(name) ? name : 0;
}

int CdtTree::FindContent(int i) {
  if (content_[i] >= 0) return content_[i];
  content_[i] = i;  // for a circle
  const int next = Successor(i);
  return content_[i] = next > 0 ? FindContent(next) : i;
}

int CdtTree::NounOf(int i) const {
  const int noun = Child(i, "nobj");
  if (noun > 0 && Child(i, "possd") > noun) return noun;
  int at = i;
  for (int steps = 0; steps < size() && Successor(at) > 0; ++steps) {
    if (at != i && Is(at, "NC NP") && Child(at, "possd") > 0) break;
    at = Successor(at);
  }
  return at;
}

int CdtTree::TopOf(int i) const {
  int top = i;
  for (int steps = 0; steps < size() && before_[top] > 0; ++steps) top = before_[top];
  return top;
}

bool CdtTree::HasAuxiliary(int top) const {
  int steps = 0;
  for (int i = top; i != Content(top) && steps < size(); i = Successor(i), ++steps) {
    if (IsVerb(i)) return true;
  }
  return false;
}

bool CdtTree::IsClause(int top) const {
  int steps = 0;
  for (int i = top; i > 0 && steps < size(); i = Successor(i), ++steps) {
    if (IsVerb(i) && !(IsParticiple(i) && i == top)) return true;
    const int next = Successor(i);
    if (OpensClause(i) && (next == 0 || Relation(next) != "nobj")) return true;
  }
  return false;
}

}  // namespace norn::train
