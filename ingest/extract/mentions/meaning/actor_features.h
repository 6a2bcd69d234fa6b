// What speaks for and against an entity being an actor of its article, one that a careful reader
// would list: the features of the scorer "actor". "An Italian newspaper" makes Italy none, nor does
// a ship's name make a person.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_MEANING_ACTOR_FEATURES_H_
#define NORN_INGEST_EXTRACT_MENTIONS_MEANING_ACTOR_FEATURES_H_

#include <cstdint>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/mentions/offices.h"
#include "ingest/extract/scoring/features.h"

namespace norn::ingest {

constexpr absl::string_view kActorScorer = "actor";

struct EntityFeatures {
  uint32_t entity = 0;
  Features features;
};

// Of each person, state and organisation that is named, in the order of the entities.
std::vector<EntityFeatures> ActorFeatures(const AnnotatedText& text, const Grammar& grammar,
                                          const EntityTable& entities, const OfficeBook& offices,
                                          const std::vector<std::vector<Mention>>& mentions);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_MEANING_ACTOR_FEATURES_H_
