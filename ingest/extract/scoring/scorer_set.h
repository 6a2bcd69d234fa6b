// The scorers of reading by name: those that are linked into the program, or those of a file.
//
//   const ScorerModels& models = ScorerModels::BuiltIn();
//   const Verdict verdict = models.Get("status").Score(features);
#ifndef NORN_INGEST_EXTRACT_SCORING_SCORER_SET_H_
#define NORN_INGEST_EXTRACT_SCORING_SCORER_SET_H_

#include <cstdint>
#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ingest/extract/scoring/linear_model.h"

namespace norn::ingest {

// Of the features' definitions and of how they are kept.
constexpr uint32_t kScorerFormatVersion = 2;

class ScorerModels {
 public:
  // No scorers: reading is left to the rules.
  ScorerModels() = default;

  // Those that ship. A test checks them; damage is a fault of ours and ends the program.
  static const ScorerModels& BuiltIn();

  // From an encoded ScorerSet. kDataLoss for damage, kFailedPrecondition for another version.
  static absl::StatusOr<ScorerModels> FromBytes(absl::string_view bytes);

  // An empty model where there is no scorer of that name.
  const LinearModel& Get(absl::string_view name) const;
  bool empty() const { return models_.empty(); }

  // A hash of the bytes: part of the extractor's version.
  const std::string& version() const { return version_; }

 private:
  std::map<std::string, LinearModel> models_;
  LinearModel none_;
  std::string version_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_SCORING_SCORER_SET_H_
