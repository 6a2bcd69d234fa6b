// A parser whose trees are given: it finds each sentence that it is asked for among them by its
// letters. What stands on the trees can so be tested apart from the model that draws them.
//
//   absl::StatusOr<std::vector<ConlluSentence>> trees = ParseConllu(bytes);
//   const GivenTrees parser(*std::move(trees));
//   const Extractor extractor(LexiconSet::BuiltIn(), parser);
#ifndef NORN_TESTS_EXTERNAL_GIVEN_TREES_H_
#define NORN_TESTS_EXTERNAL_GIVEN_TREES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/annotator.h"
#include "ingest/analysis/conllu.h"

namespace norn::ingest {

class GivenTrees : public Parser {
 public:
  // Trees of Universal Dependencies 1 or 2; relations and tags are brought to 2.
  explicit GivenTrees(std::vector<ConlluSentence> trees);

  // Runs of proper nouns are the names, of unknown type. A text whose letters are no given tree's
  // stays without a tree.
  std::vector<Name> Annotate(AnnotatedText& text) const override;
  const std::string& version() const override { return version_; }

 private:
  void Fill(const ConlluSentence& tree, AnnotatedText& text) const;

  std::vector<ConlluSentence> trees_;
  absl::flat_hash_map<std::string, size_t> tree_of_;  // by the text's letters
  std::string version_ = "given";
};

}  // namespace norn::ingest

#endif  // NORN_TESTS_EXTERNAL_GIVEN_TREES_H_
