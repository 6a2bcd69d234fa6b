#include "ingest/extract/drafts/whole_events.h"

#include <algorithm>
#include <set>
#include <string>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "ingest/extract/drafts/draft_kinds.h"

namespace norn::ingest {

bool IsWhole(const EventSchema& schema, const std::vector<proto::Entity>& entities,
             const EventDraft& draft) {
  const proto::EventClaim& claim = draft.claim;
  const auto filled = [&](absl::string_view role) {
    return std::any_of(claim.participants().begin(), claim.participants().end(),
                       [&](const proto::Participant& p) { return p.role() == role; });
  };
  if (draft.needs_detail) {
    std::set<std::string> roles;
    for (const proto::Participant& p : claim.participants()) roles.insert(p.role());
    const size_t details = roles.size() + size_t{claim.weapons_size() > 0} +
                           size_t{claim.has_date()} +
                           size_t{claim.has_killed() || claim.has_wounded()};
    if (details < 2) return false;
  }
  // A state that meets nobody: a storm met it, or a team.
  if (LacksPartner(schema, draft) && claim.participants_size() == 1 &&
      entities[claim.participants(0).entity()].kind() == proto::Entity::STATE) {
    return false;
  }
  // Whom a body's summit or a bomb without a name is of, the scorer of whole events weighs.
  if (draft.evidence.by_scorers) {
    return claim.participants_size() > 0 || schema.Of(claim.type()).undated().needs_casualties();
  }
  const auto& sets = schema.Of(claim.type()).needs();
  return std::any_of(sets.begin(), sets.end(), [&](const std::string& needs) {
    int participants = 0;
    for (const absl::string_view role : absl::StrSplit(needs, ' ')) {
      if (schema.IsGeneric(role)) {
        ++participants;
      } else if (schema.IsWeaponRole(role) ? claim.weapons_size() == 0 : !filled(role)) {
        return false;
      }
    }
    return claim.participants_size() >= participants;
  });
}

}  // namespace norn::ingest
