// The best dependency tree for scores of all pairs of head and dependent: the maximum spanning
// arborescence of Chu and Liu (1965) and Edmonds (1967), with one word below the root.
//
//   std::vector<int> heads = DecodeTree(scores, n);   // heads[0]: of the first word; 0: the root
#ifndef NORN_INGEST_ANALYSIS_NEURAL_TREE_DECODER_H_
#define NORN_INGEST_ANALYSIS_NEURAL_TREE_DECODER_H_

#include <vector>

#include "absl/types/span.h"

namespace norn::ingest {

// `scores[dependent * (words + 1) + head]`: how well word `dependent` (from 0) hangs on `head` (0:
// the root, else a word counted from 1). Of equal trees the one with the smaller heads is taken.
// Time: words^2 for each cycle that has to be broken, words^3 at worst.
std::vector<int> DecodeTree(absl::Span<const float> scores, int words);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_TREE_DECODER_H_
