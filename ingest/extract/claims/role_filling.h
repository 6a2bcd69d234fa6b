// Who of those asked fills a role: the scorer "missing role" weighs them against nobody where it is
// open, the scorer "holder" against who has it already, "further participant" each against nobody.
//
//   FillMissingRoles(models, FindMissingRoles(reading, schema, models, events), events);
#ifndef NORN_INGEST_EXTRACT_CLAIMS_ROLE_FILLING_H_
#define NORN_INGEST_EXTRACT_CLAIMS_ROLE_FILLING_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/extract/claims/missing_roles.h"
#include "ingest/extract/drafts/event_drafts.h"
#include "ingest/extract/scoring/scorer_set.h"

namespace norn::ingest {

// They have one label; an actor's score stands against 0 for nobody and the scores of the others.
constexpr absl::string_view kMissingRoleScorer = "missing role";
constexpr absl::string_view kHolderScorer = "holder";
constexpr absl::string_view kFurtherScorer = "further participant";
absl::string_view ScorerOf(Vacancy vacancy);

// Gives them to whoever is likely enough; a model that is empty changes nothing.
void FillMissingRoles(const ScorerModels& models, const std::vector<MissingRole>& missing,
                      std::vector<EventDraft>& events);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_CLAIMS_ROLE_FILLING_H_
