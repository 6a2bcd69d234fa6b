// From a trained network to the bytes of a model file (ingest/analysis/neural/model_file.h).
#ifndef NORN_TOOLS_TRAIN_MODEL_MODEL_EXPORT_H_
#define NORN_TOOLS_TRAIN_MODEL_MODEL_EXPORT_H_

#include <string>

#include "tools/train/model/encoder.h"
#include "tools/train/network/analysis_network.h"
#include "tools/train/recipe/recipe.h"

namespace norn::train {

std::string ExportModel(AnalysisNetwork& network, const Encoder& encoder, const Recipe& recipe);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_MODEL_MODEL_EXPORT_H_
