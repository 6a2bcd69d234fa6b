// Where pre-training stands, so that a run that was broken off goes on from there: the parameters
// with the moments of their gradients, and a few numbers that the caller chooses.
#ifndef NORN_TOOLS_TRAIN_PRETRAINING_STATE_FILE_H_
#define NORN_TOOLS_TRAIN_PRETRAINING_STATE_FILE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "tools/train/network/parameter.h"

namespace norn::train {

// The file is replaced when all is written. kUnavailable where it cannot be.
absl::Status SaveState(const std::string& path, const std::vector<uint64_t>& numbers,
                       const std::vector<Parameter*>& parameters);
// kNotFound where there is none; kFailedPrecondition for a file of other sizes, which changes
// nothing.
absl::Status LoadState(const std::string& path, std::vector<uint64_t>& numbers,
                       const std::vector<Parameter*>& parameters);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_PRETRAINING_STATE_FILE_H_
