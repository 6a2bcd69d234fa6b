// Vectors of words that somebody else made, shortened to what the models can afford.
//
//   absl::StatusOr<WordVectors> vectors = ReadWordVectors("glove.txt", 100000, 64);
#ifndef NORN_TOOLS_TRAIN_RECIPE_WORD_VECTORS_H_
#define NORN_TOOLS_TRAIN_RECIPE_WORD_VECTORS_H_

#include <cstdint>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "ingest/analysis/neural/token_features.h"
#include "tools/train/network/parameter.h"

namespace norn::train {

struct WordVectors {
  absl::flat_hash_map<uint32_t, int> columns;  // by word hash
  Matrix vectors;                              // a column a word

  // The column of the form, or of what is left without a genitive's ending; -1 where unknown.
  int Find(const ingest::TokenFeatures& features) const;
};

// Lines of "word x1 x2 …", the most frequent words first. The first `words` of them are kept, their
// vectors reduced to `dimensions` principal components and scaled to unit variance. kNotFound, or
// kDataLoss with the line.
absl::StatusOr<WordVectors> ReadWordVectors(const std::string& path, int words, int dimensions);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_RECIPE_WORD_VECTORS_H_
