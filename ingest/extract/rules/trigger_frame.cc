#include "ingest/extract/rules/trigger_frame.h"

#include <algorithm>

namespace norn::ingest {

bool TriggerFrame::Fits(const Mention& mention, const Argument& argument) const {
  if (mention.is_excluded) return false;
  if (argument.filler() == Role::WEAPON) return mention.kind == Mention::Kind::kWeapon;
  if (mention.kind == Mention::Kind::kWeapon) return false;
  if (argument.filler() == Role::PERSON && !IsPerson(mention)) return false;
  if (mention.kind == Mention::Kind::kPlace) return RoleOf(argument).filled_by_places();
  // "angrep ukrainske kraftverk": what is a state's is attacked, so the state is.
  return mention.kind != Mention::Kind::kAdjective ||
         (RoleOf(argument).filled_by_property() && IsOf(proto::Entity::STATE, mention));
}

bool TriggerFrame::IsOf(proto::Entity::Kind kind, const Mention& mention) const {
  return std::any_of(mention.entities.begin(), mention.entities.end(),
                     [&](uint32_t entity) { return context.entities[entity].kind() == kind; });
}

}  // namespace norn::ingest
