// Vectors of words that come from outside of the network: tables that training does not change, a
// projection of which is added to a token's vector. A token has the vectors of all tables, one
// after the other, and zeros where a table does not know it.
//
//   absl::StatusOr<OutsideVectors> outside = OutsideVectors::Load(model, languages);
//   outside->Add(MakeTokenFeatures("Oslo"), language, x);
#ifndef NORN_INGEST_ANALYSIS_NEURAL_OUTSIDE_VECTORS_H_
#define NORN_INGEST_ANALYSIS_NEURAL_OUTSIDE_VECTORS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "ingest/analysis/neural/kernels.h"
#include "ingest/analysis/neural/model_file.h"
#include "ingest/analysis/neural/token_features.h"

namespace norn::ingest {

// The section of the table of that number, from 0: "outside", "outside 2", … Beside it stand its
// words' hashes, sorted ("outside hashes"), and by language whether words without a capital have
// vectors too ("outside for all").
std::string OutsideTableName(int number);

class OutsideVectors {
 public:
  // `size`: of a token's vector. kDataLoss for a model without a table or one that does not fit.
  static absl::StatusOr<OutsideVectors> Load(const ModelFile& model, int languages, int size);

  // Adds to `x` what the tables know of the form or, failing that, of the form without a genitive's
  // ending. `language`: its index in the model.
  void Add(const TokenFeatures& features, int language, float* x) const;

 private:
  struct Table {
    QuantisedRows rows;
    absl::Span<const uint32_t> hashes;  // sorted
    absl::Span<const uint8_t> for_all;  // by language
  };

  static absl::StatusOr<Table> LoadTable(const ModelFile& model, const std::string& name);

  std::vector<Table> tables_;
  int columns_ = 0;  // of all tables
  PackedMatrix projection_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_OUTSIDE_VECTORS_H_
