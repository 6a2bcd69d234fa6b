#include "tools/train/conversion/talbanken_relations.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "tools/train/conversion/talbanken_words.h"

namespace norn::train {
namespace {

bool IsOneOf(absl::string_view word, std::initializer_list<absl::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

const std::map<std::string, std::string>& RenamedRelations() {
  static const auto* names = new std::map<std::string, std::string>{
      {"nsubjpass", "nsubj:pass"}, {"csubjpass", "csubj:pass"},
      {"auxpass", "aux:pass"},     {"dobj", "obj"},
      {"neg", "advmod"},           {"mwe", "fixed"},
      {"name", "flat:name"},       {"nmod:agent", "obl:agent"}};
  return *names;
}

// By a mark stronger than a comma, or by a comma if it has a subject of its own.
bool IsSetOff(TalbankenTree& tree, int first, int second, bool has_subject) {
  bool has_comma = false;
  for (int i = std::min(first, second) + 1; i < std::max(first, second); ++i) {
    if (tree.At(i).upos != "PUNCT") continue;
    if (IsOneOf(tree.Lower(i), {";", ":", "-", "("})) return true;
    has_comma = has_comma || tree.Lower(i) == ",";
  }
  return has_comma && has_subject;
}

bool IsSaidOfIt(TalbankenTree& tree, int predicate) {
  for (const int child : tree.Children(predicate)) {
    const bool is_subject = tree.At(child).deprel == "nsubj" || tree.At(child).deprel == "expl";
    if (is_subject && child < predicate && tree.Lower(child) == "det") return true;
  }
  return false;
}

void Rename(TreebankToken& token) {
  const auto renamed = RenamedRelations().find(token.deprel);
  if (renamed != RenamedRelations().end()) token.deprel = renamed->second;
}

// What version 1 had no relation for, or one that is another's now.
void MendClause(TalbankenTree& tree, int i) {
  TreebankToken& token = tree.At(i);
  if (token.head == 0) return;
  const bool is_clause = tree.IsPredicate(i);
  const bool has_subject = tree.HasChild(i, "nsubj") || tree.HasChild(i, "nsubjpass");
  // "lära sig simma": who learns is to swim.
  if (token.deprel == "ccomp" && absl::StrContains(token.feats, "VerbForm=Inf") && !has_subject &&
      !tree.HasChild(i, "aux")) {
    token.deprel = "xcomp";
  }
  if (token.deprel == "advmod" && token.upos == "VERB") token.deprel = "advcl";
  if (token.deprel == "conj" && is_clause && !tree.HasChild(token.head, "cc") &&
      !tree.HasChild(i, "cc") && IsSetOff(tree, token.head, i, has_subject)) {
    token.deprel = "parataxis";
  }
  // "Det är hon som skriver"
  if (token.deprel == "acl:relcl" && tree.HasChild(token.head, "cop") &&
      IsSaidOfIt(tree, token.head)) {
    token.deprel = "acl:cleft";
  }
  // "vad som händer"
  if (token.deprel == "dep" && tree.Lower(i) == "som" && tree.IsPredicate(token.head)) {
    for (const int child : tree.Children(token.head)) {
      if (tree.At(child).deprel == "nsubj") tree.At(child).deprel = "dislocated";
    }
    token.deprel = "nsubj";
  }
}

bool IsCompared(TalbankenTree& tree, int noun) {
  for (const int child : tree.Children(noun)) {
    const bool is_function = tree.At(child).deprel == "mark" || tree.At(child).deprel == "case";
    if (is_function && IsOneOf(tree.Lower(child), {"som", "än"})) return true;
  }
  return false;
}

void RelabelNominal(TalbankenTree& tree, int i) {
  TreebankToken& token = tree.At(i);
  if (token.deprel == "nmod" && token.head > 0) {
    const std::string& governor = tree.At(token.head).upos;
    const bool modifies_clause =
        governor == "VERB" || governor == "ADJ" || governor == "ADV" || governor == "AUX";
    if (modifies_clause || (tree.HasChild(token.head, "cop") && i < token.head)) {
      token.deprel = "obl";
    }
  }
  // "bor som granne", "äldre än huset"
  if (token.deprel == "advcl" && token.upos != "VERB" && !tree.IsPredicate(i) &&
      IsCompared(tree, i)) {
    token.deprel = "obl";
  }
  // A noun's relation of what is no adverb: "i det civila", "klockan 11".
  const bool is_nominal =
      token.upos == "ADJ" || token.upos == "NOUN" || token.upos == "PROPN" || token.upos == "PRON";
  const bool is_phrase = is_nominal && (tree.HasChild(i, "case") || token.upos != "ADJ");
  const bool is_number = token.deprel == "nummod" && token.upos == "NUM";
  if (token.head > 0 && tree.IsVerb(token.head) &&
      ((token.deprel == "advmod" && is_phrase) || is_number)) {
    token.deprel = "obl";
  }
}

void RelabelFunctionWord(TalbankenTree& tree, int i) {
  TreebankToken& token = tree.At(i);
  // "för att skriva": what opens a clause.
  if (token.deprel == "case" && token.upos == "ADP" && tree.IsVerb(token.head)) {
    token.deprel = "mark";
  }
  if (token.deprel == "det") {
    if (token.upos == "ADJ") token.deprel = "amod";
    if (token.upos == "NOUN" || token.upos == "PROPN" || token.upos == "DT") {
      token.deprel = "nmod:poss";
    }
    if (token.upos == "ADV") token.deprel = "advmod";
  }
  const std::string& word = tree.Lower(i);
  if (token.deprel == "mark" && (word == "som" || word == "än") && !tree.IsPredicate(token.head)) {
    // "räknas som vinst", unlike "bor som granne".
    const bool is_role =
        word == "som" && !IsOneOf(tree.At(token.head).deprel, {"obl", "nmod", "advcl"});
    if (!is_role) token.deprel = "case";
  }
  if (OpensClause(word) && token.deprel == "advmod" && i < token.head &&
      tree.At(token.head).deprel == "advcl") {
    token.deprel = "mark";
  }
  if (token.deprel == "advmod" && IsOneOf(word, {"både", "såväl", "antingen", "varken"})) {
    token.deprel = "cc";
  }
  if (token.deprel == "aux" && IsPassive(word)) token.deprel = "aux:pass";
}

void Retag(TalbankenTree& tree, int i) {
  TreebankToken& token = tree.At(i);
  const std::string& word = tree.Lower(i);
  const std::string& relation = token.deprel;
  if (token.upos == "VERB" && (relation == "aux" || relation == "cop" || relation == "aux:pass")) {
    token.upos = "AUX";
  }
  if (token.upos == "VERB" && IsCopula(word)) token.upos = "AUX";
  if (token.upos == "DT") token.upos = relation == "nmod:poss" ? "PRON" : "DET";
  if (IsNegation(word) && token.upos == "ADV") token.upos = "PART";
  if (token.upos == "PUNCT" && relation == "cc") token.upos = "SYM";  // "9 - 17"
  if (token.upos == "CONJ") token.upos = relation == "cc" ? "CCONJ" : "SCONJ";
  if (word == "som" && relation == "case") token.upos = "ADP";
  if ((word == "som" || OpensClause(word)) && relation == "mark") token.upos = "SCONJ";
  if (relation == "compound:prt" && IsAdverbParticle(word)) token.upos = "ADV";
  if (relation == "det" && token.upos != "DET") token.upos = "DET";
  if (word == "samma" && token.upos == "DET") {
    token.upos = "ADJ";
    token.deprel = "amod";
  }
}

}  // namespace

void MendRelations(TalbankenTree& tree) {
  for (int i = 1; i <= tree.size(); ++i) MendClause(tree, i);
  for (int i = 1; i <= tree.size(); ++i) {
    Rename(tree.At(i));
    RelabelNominal(tree, i);
    RelabelFunctionWord(tree, i);
  }
  for (int i = 1; i <= tree.size(); ++i) Retag(tree, i);
}

}  // namespace norn::train
