// Annotated sentences to train and measure models with, from CoNLL-U, CoNLL-X (as the Copenhagen
// Dependency Treebank is at hand), IOB2 (Universal NER) or two columns (form and name type), plain
// or gzip'd.
//
//   absl::StatusOr<std::vector<TreebankSentence>> sentences = ReadTreebank("nb-train.conllu.gz");
#ifndef NORN_TOOLS_TRAIN_TREEBANK_TREEBANK_H_
#define NORN_TOOLS_TRAIN_TREEBANK_TREEBANK_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace norn::train {

struct TreebankToken {
  std::string form;
  std::string lemma;   // empty: not annotated
  std::string upos;    // empty: not annotated
  std::string feats;   // "_" where there are none
  int head = -1;       // 1-based; 0: the root; -1: not annotated
  std::string deprel;  // with its subtype: nsubj:pass
  std::string name;    // O, B-PER, I-PER, …; empty: not annotated
  bool space_after = true;
};

struct TreebankSentence {
  std::vector<TreebankToken> tokens;
  std::string text;  // the `# text =` line, where there is one
  std::string part;  // the `# part =` line: which part of a split it belongs to

  bool has_tags() const { return !tokens.empty() && !tokens[0].upos.empty(); }
  bool has_tree() const { return !tokens.empty() && tokens[0].head >= 0; }
  bool has_names() const { return !tokens.empty() && !tokens[0].name.empty(); }
};

// The format goes by the file's name: .conllu, .conll, .iob2, else two columns. kNotFound or
// kDataLoss with file and line. Ranges of multiword tokens and empty nodes are left out; name tags
// are made whole (a bare type becomes B- or I-, "0" becomes O, an I- without its B- becomes B-).
absl::StatusOr<std::vector<TreebankSentence>> ReadTreebank(const std::string& path);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_TREEBANK_TREEBANK_H_
