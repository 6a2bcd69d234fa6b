// Which state stands behind each candidate by what its own words tell, and how sure that is.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_MEANING_STATES_BEHIND_H_
#define NORN_INGEST_EXTRACT_MENTIONS_MEANING_STATES_BEHIND_H_

#include <vector>

#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/mentions/names/entity_table.h"

namespace norn::ingest {

// Fills in `state` (of a place the one it lies in, of a person or organisation the one they belong
// to) and `certainty` of all that mean somebody already.
void ReadStatesBehind(EntityTable& entities, std::vector<std::vector<Mention>>& candidates);

// Whether whom it means is to be worked out: it has no name.
bool IsWithoutName(const Mention& candidate);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_MEANING_STATES_BEHIND_H_
