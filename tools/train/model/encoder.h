// From annotated sentences to the network's numbers, and the lists of words and labels that the
// numbers stand for.
//
//   Encoder encoder(recipe);
//   EncodedSentence encoded = encoder.Encode(sentence, corpus.language, corpus.scheme);
#ifndef NORN_TOOLS_TRAIN_MODEL_ENCODER_H_
#define NORN_TOOLS_TRAIN_MODEL_ENCODER_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "tools/train/network/analysis_network.h"
#include "tools/train/recipe/recipe.h"
#include "tools/train/treebank/treebank.h"

namespace norn::train {

class Encoder {
 public:
  // Words that stand at least twice in the corpora get a vector of their own.
  // `recipe` outlives the encoder.
  explicit Encoder(const Recipe& recipe);

  EncodedSentence Encode(const TreebankSentence& sentence, const std::string& language,
                         const std::string& scheme) const;
  // The network's sizes that follow from the data.
  void FillShape(NetworkShape& shape) const;

  const std::vector<uint32_t>& word_hashes() const { return word_hashes_; }  // without word 0
  const std::vector<std::string>& languages() const { return languages_; }
  const std::vector<std::string>& schemes() const { return schemes_; }
  const std::vector<std::string>& tags() const { return tags_; }
  const std::vector<std::string>& features() const { return features_; }
  const std::vector<std::string>& relations() const { return relations_; }
  const std::vector<std::string>& names(int scheme) const { return names_[scheme]; }
  // The index of the scheme by which a language's names are answered.
  int SchemeOf(const std::string& language) const;

 private:
  int Index(const std::vector<std::string>& sorted, const std::string& label) const;

  const Recipe& recipe_;
  std::vector<uint32_t> word_hashes_;                         // sorted
  absl::flat_hash_map<uint32_t, std::pair<int, int>> words_;  // index and count
  std::vector<std::string> languages_, schemes_, tags_, features_, relations_;
  std::vector<std::vector<std::string>> names_;
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_MODEL_ENCODER_H_
