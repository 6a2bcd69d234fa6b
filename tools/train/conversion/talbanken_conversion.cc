#include "tools/train/conversion/talbanken_conversion.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "ingest/analysis/unicode.h"
#include "tools/train/conversion/talbanken_features.h"

namespace norn::train {
namespace {

using Words = absl::flat_hash_set<std::string>;

bool IsOneOf(const std::string& word, std::initializer_list<absl::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Words List(const char* words) { return absl::StrSplit(words, ' '); }

// Verbs that version 2 takes for auxiliaries; other "aux" of version 1 govern what they helped.
const Words& Auxiliaries() {
  static const auto* words = new Words(List(
      "är var vara varit varande vore har hade ha haft kan kunna kunde kunnat ska skall skulle "
      "måste vill ville velat vilja kommer kom komma kommit får fick få fått bör borde lär må "
      "måtte torde blir blev bli blivit blivande"));
  return *words;
}
const Words& Copulas() {
  static const auto* words = new Words(List("är var vara varit varande vore"));
  return *words;
}
const Words& Passives() {
  static const auto* words = new Words(List("blir blev bli blivit"));
  return *words;
}
// Verb particles that are adverbs of direction in version 2; the rest stay adpositions.
const Words& AdverbParticles() {
  static const auto* words = new Words(
      List("ut in upp fram kvar ihop bort ner ned hem tillbaka undan igång isär samman omkring "
           "dit hit iväg åter"));
  return *words;
}
const Words& ClauseOpeners() {
  static const auto* words = new Words(List("när då där medan innan eftersom sedan ifall"));
  return *words;
}
const Words& Negations() {
  static const auto* words = new Words(List("inte icke ej"));
  return *words;
}
// The multiword expressions that version 2 still treats as one: first word and second.
bool StaysFixed(const std::string& first, const std::string& second) {
  static const auto* pairs = new Words(
      List("därför_att för_sedan så_småningom till_och till_med som_helst rent_av i_och i_med "
           "över_huvud"));
  return pairs->contains(absl::StrCat(first, "_", second));
}

const std::map<std::string, std::string>& RenamedRelations() {
  static const auto* names = new std::map<std::string, std::string>{
      {"nsubjpass", "nsubj:pass"}, {"csubjpass", "csubj:pass"},
      {"auxpass", "aux:pass"},     {"dobj", "obj"},
      {"neg", "advmod"},           {"mwe", "fixed"},
      {"name", "flat:name"},       {"nmod:agent", "obl:agent"}};
  return *names;
}

// A sentence's tree, its words counted from 1; 0 is above the root.
class Tree {
 public:
  explicit Tree(std::vector<TreebankToken>& tokens) : tokens_(tokens) {
    for (const TreebankToken& token : tokens_) lower_.push_back(ingest::Fold(token.form));
  }

  int size() const { return static_cast<int>(tokens_.size()); }
  TreebankToken& At(int i) { return tokens_[i - 1]; }
  const std::string& Lower(int i) const { return lower_[i - 1]; }
  std::vector<int> Children(int head) {
    std::vector<int> children;
    for (int i = 1; i <= size(); ++i) {
      if (At(i).head == head) children.push_back(i);
    }
    return children;
  }
  bool HasChild(int head, const std::string& relation) {
    const std::vector<int> children = Children(head);
    return std::any_of(children.begin(), children.end(),
                       [&](int c) { return At(c).deprel == relation; });
  }
  bool IsVerb(int i) { return i > 0 && (At(i).upos == "VERB" || At(i).upos == "AUX"); }
  bool IsPredicate(int i) {
    return i > 0 && (At(i).upos == "VERB" || At(i).upos == "AUX" || HasChild(i, "cop"));
  }

 private:
  std::vector<TreebankToken>& tokens_;
  std::vector<std::string> lower_;
};

std::string FunctionOf(Tree& tree, int word, int governor) {
  const std::string& tag = tree.At(word).upos;
  if (tag == "ADP") return tree.IsPredicate(governor) ? "mark" : "case";
  if (tag == "SCONJ" || tag == "PART") return "mark";
  if (tag == "CONJ") return tree.IsPredicate(governor) ? "mark" : "case";
  if (tag == "DET" || tag == "DT") return "det";
  if (tag == "ADJ") return "amod";
  if (tag == "NOUN" || tag == "PRON") return "nmod";
  return "advmod";
}

// A conjunction or comma hangs on what follows it, no longer on what stands in front.
void MoveCoordinators(Tree& tree) {
  for (int i = 1; i <= tree.size(); ++i) {
    TreebankToken& token = tree.At(i);
    const bool joins = token.deprel == "cc";
    if (!joins && !(token.deprel == "punct" && token.form == ",")) continue;
    if (token.head == 0 || token.head > i) continue;
    for (int k = i + 1; k <= tree.size(); ++k) {
      if (tree.At(k).deprel != "conj") continue;
      if (tree.At(k).head == token.head || (joins && tree.At(k).head < i)) {
        token.head = k;
        break;
      }
    }
  }
}

class Conversion : private Tree {
 public:
  explicit Conversion(TreebankSentence& sentence) : Tree(sentence.tokens) {}

  void Run() {
    LeaveOneRoot();
    for (int i = 1; i <= size(); ++i) DissolveExpression(i);
    for (int i = 1; i <= size(); ++i) GovernByVerb(i);
    for (int i = 1; i <= size(); ++i) LowerCopula(i);
    for (int i = 1; i <= size(); ++i) MendClause(i);
    for (int i = 1; i <= size(); ++i) Relabel(i);
    for (int i = 1; i <= size(); ++i) Retag(i);
    MoveCoordinators(*this);
    for (int i = 1; i <= size(); ++i) {
      TreebankToken& token = At(i);
      token.feats = TalbankenFeatures(token.upos, Lower(i), token.feats, IsInDefinitePhrase(i));
    }
  }

 private:
  // A sentence has its full stop as a second root.
  void LeaveOneRoot() {
    const std::vector<int> roots = Children(0);
    for (const int root : roots) {
      if (root == roots[0]) continue;
      At(root).head = roots[0];
      At(root).deprel = At(root).upos == "PUNCT" ? "punct" : "parataxis";
    }
  }

  // Version 1 made one expression of "i dag" and "även om"; version 2 analyses them.
  void DissolveExpression(int first) {
    std::vector<int> rest;
    for (const int child : Children(first)) {
      if (At(child).deprel == "mwe") rest.push_back(child);
    }
    if (rest.empty() || StaysFixed(Lower(first), Lower(rest[0]))) return;
    const std::string relation = At(first).deprel;
    const int governor = At(first).head;
    const bool is_function = relation == "mark" || relation == "case" || relation == "cc";
    if (relation == "case" && RaiseNoun(first, rest)) return;
    if (is_function && governor > 0) {
      rest.insert(rest.begin(), first);
      for (const int word : rest) {
        At(word).head = governor;
        At(word).deprel = FunctionOf(*this, word, governor);
      }
      return;
    }
    // The last word with a meaning of its own governs the others.
    int head = rest.back();
    for (const int word : rest) {
      if (At(word).upos == "NOUN") head = word;
    }
    for (const int child : Children(first)) {
      if (child != head) At(child).head = head;
    }
    At(head).head = governor;
    At(head).deprel = At(head).upos == "NOUN" || At(head).upos == "PRON" ? "nmod" : relation;
    At(first).head = head;
    rest.push_back(first);
    for (const int word : rest) {
      if (word == head) continue;
      At(word).deprel = At(word).upos == "ADP" ? "case" : FunctionOf(*this, word, head);
    }
  }

  // "på grund av regnet": the noun governs what it was a preposition of. False if there is none.
  bool RaiseNoun(int first, const std::vector<int>& rest) {
    const int phrase = At(first).head;
    int noun = 0;
    for (const int word : rest) {
      if (At(word).upos == "NOUN") noun = word;
    }
    if (phrase <= rest.back() || noun == 0 || noun == rest.back()) return false;
    At(noun).head = At(phrase).head;
    At(noun).deprel = IsVerb(phrase) ? "nmod" : At(phrase).deprel;
    At(phrase).head = noun;
    At(phrase).deprel = IsVerb(phrase) ? "acl" : "nmod";
    At(first).head = noun;
    for (const int word : rest) {
      if (word == noun) continue;
      At(word).head = word < noun ? noun : phrase;
      At(word).deprel = FunctionOf(*this, word, At(word).head);
    }
    return true;
  }

  // "brukar komma": version 1 has an auxiliary, version 2 a verb with a complement.
  void GovernByVerb(int i) {
    if (At(i).deprel != "aux" || Auxiliaries().contains(Lower(i))) return;
    const int verb = At(i).head;
    if (verb < i) return;
    At(i).head = At(verb).head;
    At(i).deprel = At(verb).deprel;
    for (const int child : Children(verb)) {
      if (child < i || At(child).deprel == "nsubj" || At(child).deprel == "conj") {
        if (child != i) At(child).head = i;
      }
    }
    At(verb).head = i;
    At(verb).deprel = "xcomp";
    if (At(i).deprel != "root") return;
    for (const int child : Children(verb)) {  // the sentence's full stop
      if (At(child).upos == "PUNCT" && child == size()) At(child).head = i;
    }
  }

  // "Huset är i Lund": version 2 has Lund as the predicate and the verb as its copula.
  void LowerCopula(int i) {
    if (!Copulas().contains(Lower(i)) || At(i).upos != "VERB") return;
    if (At(i).deprel == "cop" || At(i).deprel == "aux" || At(i).deprel == "mwe") return;
    int predicate = 0;
    for (const int child : Children(i)) {
      const std::string& relation = At(child).deprel;
      const bool stands_behind = child > i && (relation == "nmod" || relation == "xcomp");
      // "Det är på torget som de står": version 1 left the phrase without a relation.
      if (stands_behind || relation == "dep") predicate = child;
      if (predicate > 0) break;
    }
    if (predicate == 0) return;
    At(predicate).head = At(i).head;
    At(predicate).deprel = At(i).deprel;
    for (const int child : Children(i)) {
      if (child != predicate) At(child).head = predicate;
    }
    At(i).head = predicate;
    At(i).deprel = "cop";
  }

  // What version 1 had no relation for, or one that is another's now.
  void MendClause(int i) {
    TreebankToken& token = At(i);
    if (token.head == 0) return;
    const bool is_clause = IsPredicate(i);
    const bool has_subject = HasChild(i, "nsubj") || HasChild(i, "nsubjpass");
    // "lära sig simma": who learns is to swim.
    if (token.deprel == "ccomp" && absl::StrContains(token.feats, "VerbForm=Inf") && !has_subject &&
        !HasChild(i, "aux")) {
      token.deprel = "xcomp";
    }
    if (token.deprel == "advmod" && token.upos == "VERB") token.deprel = "advcl";
    if (token.deprel == "conj" && is_clause && !HasChild(token.head, "cc") && !HasChild(i, "cc") &&
        IsSetOff(token.head, i, has_subject)) {
      token.deprel = "parataxis";
    }
    // "Det är hon som skriver"
    if (token.deprel == "acl:relcl" && HasChild(token.head, "cop") && IsSaidOfIt(token.head)) {
      token.deprel = "acl:cleft";
    }
    // "vad som händer"
    if (token.deprel == "dep" && Lower(i) == "som" && IsPredicate(token.head)) {
      for (const int child : Children(token.head)) {
        if (At(child).deprel == "nsubj") At(child).deprel = "dislocated";
      }
      token.deprel = "nsubj";
    }
  }
  // By a mark stronger than a comma, or by a comma if it has a subject of its own.
  bool IsSetOff(int first, int second, bool has_subject) {
    bool has_comma = false;
    for (int i = std::min(first, second) + 1; i < std::max(first, second); ++i) {
      if (At(i).upos != "PUNCT") continue;
      if (IsOneOf(Lower(i), {";", ":", "-", "("})) return true;
      has_comma = has_comma || Lower(i) == ",";
    }
    return has_comma && has_subject;
  }
  bool IsSaidOfIt(int predicate) {
    for (const int child : Children(predicate)) {
      const bool is_subject = At(child).deprel == "nsubj" || At(child).deprel == "expl";
      if (is_subject && child < predicate && Lower(child) == "det") return true;
    }
    return false;
  }
  bool IsCompared(int noun) {
    for (const int child : Children(noun)) {
      const bool is_function = At(child).deprel == "mark" || At(child).deprel == "case";
      if (is_function && IsOneOf(Lower(child), {"som", "än"})) return true;
    }
    return false;
  }
  // Of an adjective: "de stora städerna", "hans stora hus".
  bool IsInDefinitePhrase(int i) {
    const int noun = At(i).head;
    if (At(i).deprel != "amod" || noun == 0) return false;
    if (absl::StrContains(At(noun).feats, "Definite=Def")) return true;
    for (const int child : Children(noun)) {
      if (At(child).deprel == "nmod:poss") return true;
      if (At(child).deprel == "det" && absl::StrContains(At(child).feats, "Definite=Def")) {
        return true;
      }
    }
    return false;
  }

  void Relabel(int i) {
    TreebankToken& token = At(i);
    const auto renamed = RenamedRelations().find(token.deprel);
    if (renamed != RenamedRelations().end()) token.deprel = renamed->second;
    if (token.deprel == "nmod" && token.head > 0) {
      const std::string& governor = At(token.head).upos;
      const bool modifies_clause =
          governor == "VERB" || governor == "ADJ" || governor == "ADV" || governor == "AUX";
      if (modifies_clause || (HasChild(token.head, "cop") && i < token.head)) token.deprel = "obl";
    }
    // "bor som granne", "äldre än huset"
    if (token.deprel == "advcl" && token.upos != "VERB" && !IsPredicate(i) && IsCompared(i)) {
      token.deprel = "obl";
    }
    // A noun's relation of what is no adverb: "i det civila", "klockan 11".
    const bool is_nominal = token.upos == "ADJ" || token.upos == "NOUN" || token.upos == "PROPN" ||
                            token.upos == "PRON";
    const bool is_phrase = is_nominal && (HasChild(i, "case") || token.upos != "ADJ");
    const bool is_number = token.deprel == "nummod" && token.upos == "NUM";
    if (token.head > 0 && IsVerb(token.head) &&
        ((token.deprel == "advmod" && is_phrase) || is_number)) {
      token.deprel = "obl";
    }
    // "för att skriva": what opens a clause.
    if (token.deprel == "case" && token.upos == "ADP" && IsVerb(token.head)) token.deprel = "mark";
    if (token.deprel == "det") {
      if (token.upos == "ADJ") token.deprel = "amod";
      if (token.upos == "NOUN" || token.upos == "PROPN" || token.upos == "DT") {
        token.deprel = "nmod:poss";
      }
      if (token.upos == "ADV") token.deprel = "advmod";
    }
    const std::string& word = Lower(i);
    if (token.deprel == "mark" && (word == "som" || word == "än") && !IsPredicate(token.head)) {
      // "räknas som vinst", unlike "bor som granne".
      const bool is_role =
          word == "som" && !IsOneOf(At(token.head).deprel, {"obl", "nmod", "advcl"});
      if (!is_role) token.deprel = "case";
    }
    if (ClauseOpeners().contains(word) && token.deprel == "advmod" && i < token.head &&
        At(token.head).deprel == "advcl") {
      token.deprel = "mark";
    }
    if (token.deprel == "advmod" && IsOneOf(word, {"både", "såväl", "antingen", "varken"})) {
      token.deprel = "cc";
    }
    if (token.deprel == "aux" && Passives().contains(word)) token.deprel = "aux:pass";
  }

  void Retag(int i) {
    TreebankToken& token = At(i);
    const std::string& word = Lower(i);
    const std::string& relation = token.deprel;
    if (token.upos == "VERB" &&
        (relation == "aux" || relation == "cop" || relation == "aux:pass")) {
      token.upos = "AUX";
    }
    if (token.upos == "VERB" && Copulas().contains(word)) token.upos = "AUX";
    if (token.upos == "DT") token.upos = relation == "nmod:poss" ? "PRON" : "DET";
    if (Negations().contains(word) && token.upos == "ADV") token.upos = "PART";
    if (token.upos == "PUNCT" && relation == "cc") token.upos = "SYM";  // "9 - 17"
    if (token.upos == "CONJ") token.upos = relation == "cc" ? "CCONJ" : "SCONJ";
    if (word == "som" && relation == "case") token.upos = "ADP";
    if ((word == "som" || ClauseOpeners().contains(word)) && relation == "mark") {
      token.upos = "SCONJ";
    }
    if (relation == "compound:prt" && AdverbParticles().contains(word)) token.upos = "ADV";
    if (relation == "det" && token.upos != "DET") token.upos = "DET";
    if (word == "samma" && token.upos == "DET") {
      token.upos = "ADJ";
      token.deprel = "amod";
    }
  }
};

}  // namespace

void ConvertTalbanken(TreebankSentence& sentence) {
  if (sentence.has_tree()) Conversion(sentence).Run();
}

}  // namespace norn::train
