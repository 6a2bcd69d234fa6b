// Who does what a trigger tells: the subject of its clause, by the tree and by word order.
#ifndef NORN_INGEST_EXTRACT_RULES_SUBJECTS_H_
#define NORN_INGEST_EXTRACT_RULES_SUBJECTS_H_

#include <cstdint>
#include <optional>

#include "ingest/extract/rules/trigger_frame.h"

namespace norn::ingest {

// All give an index into the sentence's mentions.

// Of a verb; also that of the clause that it goes on, and whom a relative pronoun stands for.
std::optional<uint32_t> FindSubject(const TriggerFrame& frame);
// The nearest mention in front of the token that may be the clause's subject.
std::optional<uint32_t> SubjectLeftOf(const TriggerFrame& frame, uint32_t token, int32_t clause);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_SUBJECTS_H_
