// Who fills the roles that an event's own words leave open: a partner told in the sentence before,
// the state behind "danske jagerfly" or a town. The scorer "missing role" weighs every actor of the
// article against nobody.
//
//   std::vector<MissingRole> missing = FindMissingRoles(reading, schema, models, events);
//   FillMissingRoles(models.Get(kMissingRoleScorer), missing, events);
#ifndef NORN_INGEST_EXTRACT_CLAIMS_MISSING_ROLES_H_
#define NORN_INGEST_EXTRACT_CLAIMS_MISSING_ROLES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/extract/article_reading.h"
#include "ingest/extract/event_drafts.h"
#include "ingest/extract/scoring/features.h"
#include "ingest/extract/scoring/scorer_set.h"
#include "ingest/lexicon/event_schema.h"

namespace norn::ingest {

// It has one label; an actor's score stands against 0 for nobody and the scores of the others.
constexpr absl::string_view kMissingRoleScorer = "missing role";

struct MissingRole {
  size_t event = 0;  // index into the article's events
  std::string role;
  int open = 1;                    // how many may fill it
  std::vector<uint32_t> asked;     // entities, by their index
  std::vector<Features> features;  // by entity asked
};

// The open roles of the events of types that the scorers know, in the order of the events.
std::vector<MissingRole> FindMissingRoles(const ArticleReading& reading, const EventSchema& schema,
                                          const ScorerModels& models,
                                          const std::vector<EventDraft>& events);

// Gives them to whoever is likely enough; an empty model gives none.
void FillMissingRoles(const LinearModel& model, const std::vector<MissingRole>& missing,
                      std::vector<EventDraft>& events);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_CLAIMS_MISSING_ROLES_H_
