// A sentence's dependency tree (Universal Dependencies) to walk in: children, paths between words.
// Total for every input: heads out of range or in circles are cut.
//
//   const SentenceTree tree(text, sentence);
//   for (const uint32_t child : tree.ChildrenOf(verb)) Use(text.tokens[child].deprel);
#ifndef NORN_INGEST_EXTRACT_EVOCATION_SENTENCE_TREE_H_
#define NORN_INGEST_EXTRACT_EVOCATION_SENTENCE_TREE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/analysis/annotated_text.h"

namespace norn::ingest {

class SentenceTree {
 public:
  // `text` outlives the tree.
  SentenceTree(const AnnotatedText& text, const Sentence& sentence);

  // Tokens are numbered as in the text, here and below.
  const std::vector<uint32_t>& ChildrenOf(uint32_t token) const {
    return children_[token - first_];
  }
  // Nothing for a root.
  std::optional<uint32_t> HeadOf(uint32_t token) const;

  // The steps from one token to another: "<" and a relation for each step up, ">" and a relation
  // for each step down ("<obl>nsubj"). Empty: none of at most `limit` steps.
  std::string Path(uint32_t from, uint32_t to, size_t limit) const;

  // The preposition that a noun's head has (`case`), or a clause's subordinator (`mark`), lower
  // case; empty: none.
  absl::string_view MarkerOf(uint32_t token) const;

  // The token among [begin, end) that stands highest in the tree; the first of equals.
  uint32_t Top(uint32_t begin, uint32_t end) const;

  // The nearest verb above (or the token itself, if it is one); nothing under a nominal root.
  std::optional<uint32_t> VerbAbove(uint32_t token) const;

 private:
  static constexpr size_t kMaxDepth = 64;

  std::vector<uint32_t> Ancestors(uint32_t token) const;  // the token first

  const AnnotatedText& text_;
  uint32_t first_;
  std::vector<std::vector<uint32_t>> children_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_EVOCATION_SENTENCE_TREE_H_
