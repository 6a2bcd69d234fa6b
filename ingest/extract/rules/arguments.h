// Who fills a trigger's roles: subject, object, prepositional phrases, genitives, found by where
// mentions stand around the trigger in its clause.
#ifndef NORN_INGEST_EXTRACT_RULES_ARGUMENTS_H_
#define NORN_INGEST_EXTRACT_RULES_ARGUMENTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/extract/rules/triggers.h"
#include "ingest/extract/sentence_context.h"

namespace norn::ingest {

struct FilledRole {
  std::string role;
  uint32_t mention = 0;  // index into the sentence's mentions
};

// The roles that are filled, in the order of the trigger's arguments. Empty if a required one is
// not.
std::vector<FilledRole> FillRoles(const SentenceContext& context, const TriggerMatch& match);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_ARGUMENTS_H_
