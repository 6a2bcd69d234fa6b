// The vector of a token before its sentence is read: the sum of its word's, its pieces', its
// shape's, its language's and its word lists' vectors, and of those from outside, projected.
//
//   absl::StatusOr<TokenVectors> vectors = TokenVectors::Load(model);
//   vectors->Add(MakeTokenFeatures(form), language, opens_sentence, x);   // x: dimensions() floats
#ifndef NORN_INGEST_ANALYSIS_NEURAL_TOKEN_VECTORS_H_
#define NORN_INGEST_ANALYSIS_NEURAL_TOKEN_VECTORS_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "ingest/analysis/neural/model_file.h"
#include "ingest/analysis/neural/outside_vectors.h"
#include "ingest/analysis/neural/token_features.h"

namespace norn::ingest {

class TokenVectors {
 public:
  static absl::StatusOr<TokenVectors> Load(const ModelFile& model);

  // Adds to `x`. `language`: its index in the model's section "languages".
  void Add(const TokenFeatures& features, int language, bool opens_sentence, float* x) const;

  int dimensions() const { return words_.columns; }

 private:
  QuantisedRows words_, pieces_, shapes_, languages_, lexicon_;
  absl::Span<const uint32_t> word_hashes_;     // sorted; word i has row i + 1
  absl::Span<const uint32_t> lexicon_hashes_;  // sorted
  absl::Span<const uint8_t> lexicon_bits_;
  OutsideVectors outside_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_TOKEN_VECTORS_H_
