#include "tools/train/conversion/talbanken_heads.h"

#include <string>
#include <vector>

#include "tools/train/conversion/talbanken_words.h"

namespace norn::train {
namespace {

std::string FunctionOf(TalbankenTree& tree, int word, int governor) {
  const std::string& tag = tree.At(word).upos;
  if (tag == "ADP") return tree.IsPredicate(governor) ? "mark" : "case";
  if (tag == "SCONJ" || tag == "PART") return "mark";
  if (tag == "CONJ") return tree.IsPredicate(governor) ? "mark" : "case";
  if (tag == "DET" || tag == "DT") return "det";
  if (tag == "ADJ") return "amod";
  if (tag == "NOUN" || tag == "PRON") return "nmod";
  return "advmod";
}

// A sentence has its full stop as a second root.
void LeaveOneRoot(TalbankenTree& tree) {
  const std::vector<int> roots = tree.Children(0);
  for (const int root : roots) {
    if (root == roots[0]) continue;
    tree.At(root).head = roots[0];
    tree.At(root).deprel = tree.At(root).upos == "PUNCT" ? "punct" : "parataxis";
  }
}

// "på grund av regnet": the noun governs what it was a preposition of. False if there is none.
bool RaiseNoun(TalbankenTree& tree, int first, const std::vector<int>& rest) {
  const int phrase = tree.At(first).head;
  int noun = 0;
  for (const int word : rest) {
    if (tree.At(word).upos == "NOUN") noun = word;
  }
  if (phrase <= rest.back() || noun == 0 || noun == rest.back()) return false;
  tree.At(noun).head = tree.At(phrase).head;
  tree.At(noun).deprel = tree.IsVerb(phrase) ? "nmod" : tree.At(phrase).deprel;
  tree.At(phrase).head = noun;
  tree.At(phrase).deprel = tree.IsVerb(phrase) ? "acl" : "nmod";
  tree.At(first).head = noun;
  for (const int word : rest) {
    if (word == noun) continue;
    tree.At(word).head = word < noun ? noun : phrase;
    tree.At(word).deprel = FunctionOf(tree, word, tree.At(word).head);
  }
  return true;
}

// Version 1 made one expression of "i dag" and "även om"; version 2 analyses them.
void DissolveExpression(TalbankenTree& tree, int first) {
  std::vector<int> rest;
  for (const int child : tree.Children(first)) {
    if (tree.At(child).deprel == "mwe") rest.push_back(child);
  }
  if (rest.empty() || StaysFixed(tree.Lower(first), tree.Lower(rest[0]))) return;
  const std::string relation = tree.At(first).deprel;
  const int governor = tree.At(first).head;
  const bool is_function = relation == "mark" || relation == "case" || relation == "cc";
  if (relation == "case" && RaiseNoun(tree, first, rest)) return;
  if (is_function && governor > 0) {
    rest.insert(rest.begin(), first);
    for (const int word : rest) {
      tree.At(word).head = governor;
      tree.At(word).deprel = FunctionOf(tree, word, governor);
    }
    return;
  }
  // The last word with a meaning of its own governs the others.
  int head = rest.back();
  for (const int word : rest) {
    if (tree.At(word).upos == "NOUN") head = word;
  }
  for (const int child : tree.Children(first)) {
    if (child != head) tree.At(child).head = head;
  }
  tree.At(head).head = governor;
  tree.At(head).deprel =
      tree.At(head).upos == "NOUN" || tree.At(head).upos == "PRON" ? "nmod" : relation;
  tree.At(first).head = head;
  rest.push_back(first);
  for (const int word : rest) {
    if (word == head) continue;
    tree.At(word).deprel = tree.At(word).upos == "ADP" ? "case" : FunctionOf(tree, word, head);
  }
}

// "brukar komma": version 1 has an auxiliary, version 2 a verb with a complement.
void GovernByVerb(TalbankenTree& tree, int i) {
  if (tree.At(i).deprel != "aux" || IsAuxiliary(tree.Lower(i))) return;
  const int verb = tree.At(i).head;
  if (verb < i) return;
  tree.At(i).head = tree.At(verb).head;
  tree.At(i).deprel = tree.At(verb).deprel;
  for (const int child : tree.Children(verb)) {
    if (child < i || tree.At(child).deprel == "nsubj" || tree.At(child).deprel == "conj") {
      if (child != i) tree.At(child).head = i;
    }
  }
  tree.At(verb).head = i;
  tree.At(verb).deprel = "xcomp";
  if (tree.At(i).deprel != "root") return;
  for (const int child : tree.Children(verb)) {  // the sentence's full stop
    if (tree.At(child).upos == "PUNCT" && child == tree.size()) tree.At(child).head = i;
  }
}

// "Huset är i Lund": version 2 has Lund as the predicate and the verb as its copula.
void LowerCopula(TalbankenTree& tree, int i) {
  if (!IsCopula(tree.Lower(i)) || tree.At(i).upos != "VERB") return;
  const std::string& before = tree.At(i).deprel;
  if (before == "cop" || before == "aux" || before == "mwe") return;
  int predicate = 0;
  for (const int child : tree.Children(i)) {
    const std::string& relation = tree.At(child).deprel;
    const bool stands_behind = child > i && (relation == "nmod" || relation == "xcomp");
    // "Det är på torget som de står": version 1 left the phrase without a relation.
    if (stands_behind || relation == "dep") predicate = child;
    if (predicate > 0) break;
  }
  if (predicate == 0) return;
  tree.At(predicate).head = tree.At(i).head;
  tree.At(predicate).deprel = tree.At(i).deprel;
  for (const int child : tree.Children(i)) {
    if (child != predicate) tree.At(child).head = predicate;
  }
  tree.At(i).head = predicate;
  tree.At(i).deprel = "cop";
}

}  // namespace

void MendHeads(TalbankenTree& tree) {
  LeaveOneRoot(tree);
  for (int i = 1; i <= tree.size(); ++i) DissolveExpression(tree, i);
  for (int i = 1; i <= tree.size(); ++i) GovernByVerb(tree, i);
  for (int i = 1; i <= tree.size(); ++i) LowerCopula(tree, i);
}

void MoveCoordinators(TalbankenTree& tree) {
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

}  // namespace norn::train
