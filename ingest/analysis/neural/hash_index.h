// Looking words up in the model's sorted lists of hashes.
//
//   const int row = FindEither(hashes, MakeTokenFeatures("Oslos"));   // of oslos, else of oslo
#ifndef NORN_INGEST_ANALYSIS_NEURAL_HASH_INDEX_H_
#define NORN_INGEST_ANALYSIS_NEURAL_HASH_INDEX_H_

#include <algorithm>
#include <cstdint>

#include "absl/types/span.h"
#include "ingest/analysis/neural/token_features.h"

namespace norn::ingest {

// The index of a hash, or -1.
inline int FindHash(absl::Span<const uint32_t> sorted, uint32_t hash) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), hash);
  return at == sorted.end() || *at != hash ? -1 : static_cast<int>(at - sorted.begin());
}

// Of the form or, failing that, of the form without a genitive's ending.
inline int FindEither(absl::Span<const uint32_t> sorted, const TokenFeatures& features) {
  const int of_word = FindHash(sorted, features.word);
  return of_word >= 0 ? of_word : FindHash(sorted, features.stem);
}

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_HASH_INDEX_H_
