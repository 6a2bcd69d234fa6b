// The bytes of the models that are linked into the program.
#ifndef NORN_INGEST_ANALYSIS_MODELS_BUILTIN_MODELS_H_
#define NORN_INGEST_ANALYSIS_MODELS_BUILTIN_MODELS_H_

#include <vector>

#include "absl/strings/string_view.h"

namespace norn::ingest {

// In a fixed order; they live as long as the program.
std::vector<absl::string_view> BuiltInModels();

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_MODELS_BUILTIN_MODELS_H_
