// What speaks for a mention filling a role of an event: what it is, where the tree has it as seen
// from the evoking word, which preposition it has, and what the rules say.
#ifndef NORN_INGEST_EXTRACT_ROLES_ROLE_FEATURES_H_
#define NORN_INGEST_EXTRACT_ROLES_ROLE_FEATURES_H_

#include <cstdint>

#include "absl/strings/string_view.h"
#include "ingest/extract/evocation/sentence_view.h"
#include "ingest/extract/rules/arguments.h"
#include "ingest/extract/scoring/features.h"

namespace norn::ingest {

// The roles that the rules fill for a trigger at the token, by candidate; empty: none.
using RuleRoles = std::vector<std::string>;
RuleRoles RolesByRules(const SentenceView& view, uint32_t token, absl::string_view type);

// `candidate`: index into the view's candidates.
void AddRoleFeatures(const SentenceView& view, uint32_t token, absl::string_view type,
                     uint32_t candidate, const RuleRoles& rules, Features& features);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_ROLES_ROLE_FEATURES_H_
