// To whom or what is done what a trigger tells: the object of its clause, by the tree and by word
// order.
#ifndef NORN_INGEST_EXTRACT_RULES_OBJECTS_H_
#define NORN_INGEST_EXTRACT_RULES_OBJECTS_H_

#include <cstdint>
#include <optional>

#include "ingest/extract/rules/trigger_frame.h"

namespace norn::ingest {

// Both give an index into the sentence's mentions; `subject` is the clause's, if it is known.

// Of a passive its subject.
std::optional<uint32_t> FindObject(const TriggerFrame& frame, std::optional<uint32_t> subject,
                                   const Argument& argument);
// "gir Nordland raketter": two mentions without a preposition, the first one an actor.
std::optional<uint32_t> FindIndirectObject(const TriggerFrame& frame,
                                           std::optional<uint32_t> subject,
                                           const Argument& argument);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_OBJECTS_H_
