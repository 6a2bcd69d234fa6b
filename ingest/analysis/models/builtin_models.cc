#include "ingest/analysis/models/builtin_models.h"

#include <cstddef>

extern "C" {
// Made by the assembler (see BUILD).
extern const char norn_joint_model_begin[];
extern const char norn_joint_model_end[];
}

namespace norn::ingest {
namespace {

absl::string_view Between(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

}  // namespace

std::vector<absl::string_view> BuiltInModels() {
  return {Between(norn_joint_model_begin, norn_joint_model_end)};
}

}  // namespace norn::ingest
