// Begins a network where a model that was trained before stands, so that training on more data need
// not begin from nothing. Words, languages and labels are matched by name; what the model does not
// know begins as it would without it, words as the unknown word and vectors from outside that the
// model did not have as saying nothing.
//
//   absl::StatusOr<ingest::ModelFile> model = ingest::ModelFile::Open(bytes);
//   absl::Status status = ImportModel(*model, encoder, network);
#ifndef NORN_TOOLS_TRAIN_MODEL_MODEL_IMPORT_H_
#define NORN_TOOLS_TRAIN_MODEL_MODEL_IMPORT_H_

#include "absl/status/status.h"
#include "ingest/analysis/neural/model_file.h"
#include "tools/train/model/encoder.h"
#include "tools/train/network/analysis_network.h"

namespace norn::train {

// kFailedPrecondition for a model of another size. Its vectors from outside must be the first of
// the recipe's.
absl::Status ImportModel(const ingest::ModelFile& model, const Encoder& encoder,
                         AnalysisNetwork& network);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_MODEL_MODEL_IMPORT_H_
