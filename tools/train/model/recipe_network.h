// A network of the sizes that a recipe asks for, over what its encoder knows.
#ifndef NORN_TOOLS_TRAIN_MODEL_RECIPE_NETWORK_H_
#define NORN_TOOLS_TRAIN_MODEL_RECIPE_NETWORK_H_

#include "absl/status/status.h"
#include "tools/train/model/encoder.h"
#include "tools/train/network/analysis_network.h"
#include "tools/train/recipe/recipe.h"

namespace norn::train {

// `recipe` outlives the network.
AnalysisNetwork MakeNetwork(const Recipe& recipe, const Encoder& encoder);

// Takes over what the recipe's model to start from knows, where it has one. kNotFound for a file
// that cannot be opened, kDataLoss for one that is no model, kFailedPrecondition for other sizes.
absl::Status StartNetwork(const Recipe& recipe, const Encoder& encoder, AnalysisNetwork& network);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_MODEL_RECIPE_NETWORK_H_
