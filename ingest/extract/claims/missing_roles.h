// Who might fill the roles that an event's own words leave open, or that the wrong one may have: a
// partner told in the sentence before, the state behind "danske jagerfly" or a town.
//
//   std::vector<MissingRole> missing = FindMissingRoles(reading, schema, models, events);
#ifndef NORN_INGEST_EXTRACT_CLAIMS_MISSING_ROLES_H_
#define NORN_INGEST_EXTRACT_CLAIMS_MISSING_ROLES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/extract/article_reading.h"
#include "ingest/extract/drafts/event_drafts.h"
#include "ingest/extract/scoring/features.h"
#include "ingest/extract/scoring/scorer_set.h"
#include "ingest/lexicon/event_schema.h"

namespace norn::ingest {

// Why it is asked who fills a role: nobody does; one does, and may be the wrong one; enough take
// part, and one more may ("med var også …").
enum class Vacancy { kOpen, kHeld, kFurther };

struct MissingRole {
  size_t event = 0;  // index into the article's events
  std::string role;
  Vacancy vacancy = Vacancy::kOpen;
  int open = 1;  // how many may fill it
  // Who has the role where one does; among those asked.
  std::optional<uint32_t> holder;
  std::vector<uint32_t> asked;     // entities, by their index
  std::vector<Features> features;  // by entity asked
};

// The open roles, those that one participant has, and by actor who might take part, too (one of
// these asks of one actor), of the events of types that the scorers know, in the order of the
// events.
std::vector<MissingRole> FindMissingRoles(const ArticleReading& reading, const EventSchema& schema,
                                          const ScorerModels& models,
                                          const std::vector<EventDraft>& events);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_CLAIMS_MISSING_ROLES_H_
