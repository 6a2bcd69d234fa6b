#include "ingest/extract/scoring/scorer_set.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "ingest/extract/scoring/scoring.pb.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

// The shipped file (scorers.S).
extern "C" {
extern const char norn_scorers_begin[];
extern const char norn_scorers_end[];
}

namespace norn::ingest {
const ScorerModels& ScorerModels::BuiltIn() {
  static const ScorerModels* const models = [] {
    const size_t size = norn_scorers_end - norn_scorers_begin;
    absl::StatusOr<ScorerModels> loaded = FromBytes(absl::string_view(norn_scorers_begin, size));
    if (!loaded.ok()) {
      std::fprintf(stderr, "norn: the built-in scorers: %s\n",
                   std::string(loaded.status().message()).c_str());
      std::abort();
    }
    return new ScorerModels(*std::move(loaded));
  }();
  return *models;
}

absl::StatusOr<ScorerModels> ScorerModels::FromBytes(absl::string_view bytes) {
  ScorerSet set;
  if (!set.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::DataLossError("scorers: not an encoded ScorerSet");
  }
  if (set.format_version() != kScorerFormatVersion) {
    return absl::FailedPreconditionError(absl::StrCat("scorers: version ", set.format_version(),
                                                      " instead of ", kScorerFormatVersion));
  }
  ScorerModels models;
  for (const Scorer& scorer : set.scorer()) {
    absl::StatusOr<LinearModel> model = LinearModel::FromScorer(scorer);
    if (!model.ok()) return model.status();
    models.models_[scorer.name()] = *std::move(model);
  }
  models.version_ = absl::StrCat(absl::Hex(XXH3_64bits(bytes.data(), bytes.size())));
  return models;
}

const LinearModel& ScorerModels::Get(absl::string_view name) const {
  const auto model = models_.find(std::string(name));
  return model == models_.end() ? none_ : model->second;
}

}  // namespace norn::ingest
