// What hangs on a trigger besides subject and object: prepositional phrases, genitives, adjectives,
// the front of a compound.
#ifndef NORN_INGEST_EXTRACT_RULES_TRIGGER_PHRASES_H_
#define NORN_INGEST_EXTRACT_RULES_TRIGGER_PHRASES_H_

#include <cstdint>
#include <optional>

#include "ingest/extract/rules/trigger_frame.h"

namespace norn::ingest {

// All give an index into the sentence's mentions.

// Behind one of the argument's prepositions.
std::optional<uint32_t> FindPrepositional(const TriggerFrame& frame, const Argument& argument);
// "Dahls lange samtale": with at most two words between.
std::optional<uint32_t> FindGenitive(const TriggerFrame& frame);
// "det nordlandske angrepet"
std::optional<uint32_t> FindAdjective(const TriggerFrame& frame);
// "Atacms-angrep"
std::optional<uint32_t> FindCompound(const TriggerFrame& frame);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_TRIGGER_PHRASES_H_
