// An epoch's order: which sentences are read together, and when.
#ifndef NORN_TOOLS_TRAIN_NETWORK_BATCHES_H_
#define NORN_TOOLS_TRAIN_NETWORK_BATCHES_H_

#include <vector>

#include "tools/train/network/analysis_network.h"
#include "tools/train/network/parameter.h"

namespace norn::train {

using EncodedBatch = std::vector<const EncodedSentence*>;

// All sentences once, in batches of about `tokens` tokens and of like length, the longest first in
// each; the batches' order and what is in them change with `random`.
std::vector<EncodedBatch> MakeBatches(const std::vector<EncodedSentence>& sentences, size_t tokens,
                                      Random& random);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_NETWORK_BATCHES_H_
