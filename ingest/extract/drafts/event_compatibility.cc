#include "ingest/extract/drafts/event_compatibility.h"

#include <algorithm>
#include <map>
#include <string>

#include "ingest/extract/time/day_range.h"
#include "ingest/lexicon/event_status.h"

namespace norn::ingest {
namespace {

std::map<std::string, std::set<uint32_t>> ByRole(const proto::EventClaim& claim) {
  std::map<std::string, std::set<uint32_t>> roles;
  for (const proto::Participant& p : claim.participants()) roles[p.role()].insert(p.entity());
  return roles;
}

std::set<uint32_t> WeaponsOf(const proto::EventClaim& claim) {
  std::set<uint32_t> weapons;
  for (const proto::WeaponUse& use : claim.weapons()) weapons.insert(use.entity());
  return weapons;
}

bool Overlap(const std::set<uint32_t>& a, const std::set<uint32_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](uint32_t x) { return b.count(x) > 0; });
}

void MergeParticipants(const proto::EventClaim& from, proto::EventClaim& into) {
  std::set<uint32_t> known = ParticipantsOf(into);
  for (const proto::Participant& participant : from.participants()) {
    if (known.insert(participant.entity()).second) *into.add_participants() = participant;
  }
  std::set<uint32_t> weapons = WeaponsOf(into);
  for (const proto::WeaponUse& use : from.weapons()) {
    if (weapons.insert(use.entity()).second) *into.add_weapons() = use;
  }
}

void MergeDetails(const proto::EventClaim& from, proto::EventClaim& into) {
  if (into.duration_minutes() == 0) into.set_duration_minutes(from.duration_minutes());
  if (into.place() == 0) into.set_place(from.place());
  if (into.medium().empty()) into.set_medium(from.medium());
  if (!into.has_killed() && from.has_killed()) into.set_killed(from.killed());
  if (!into.has_wounded() && from.has_wounded()) into.set_wounded(from.wounded());
  if (into.quantity() == 0) into.set_quantity(from.quantity());
  if (into.currency().empty()) {
    into.set_value(from.value());
    into.set_currency(from.currency());
  }
}

void MergeDate(const proto::EventClaim& from, proto::EventClaim& into) {
  if (!from.has_date()) return;
  if (!into.has_date()) {
    *into.mutable_date() = from.date();
  } else if (auto both = Intersect(into.date(), from.date())) {
    const bool narrower = both->from() != into.date().from() || both->to() != into.date().to();
    both->set_derivation(narrower ? from.date().derivation() : into.date().derivation());
    *into.mutable_date() = *std::move(both);
  }
}

// Whether `from` tells which of its family's types `into` is.
bool Specifies(const EventSchema& schema, const proto::EventClaim& from,
               const proto::EventClaim& into) {
  const EventType::Form form = schema.Of(from.type()).form();
  switch (schema.Of(into.type()).form()) {
    case EventType::OPEN:
      return form != EventType::OPEN;
    case EventType::OPEN_WITHOUT_MEDIUM:
      return into.medium().empty() && (form == EventType::FIXED || !from.medium().empty());
    default:
      return false;
  }
}

}  // namespace

std::set<uint32_t> ParticipantsOf(const proto::EventClaim& claim) {
  std::set<uint32_t> entities;
  for (const proto::Participant& p : claim.participants()) entities.insert(p.entity());
  return entities;
}

bool TypesAgree(const EventSchema& schema, const proto::EventClaim& a, const proto::EventClaim& b) {
  if (a.type() == b.type()) return true;
  return schema.IsConversation(a.type()) && schema.IsConversation(b.type()) &&
         (IsUnspecific(schema, a) || IsUnspecific(schema, b));
}

bool StatusesAgree(absl::string_view a, absl::string_view b) {
  return a == b || (IsAhead(a) && IsAhead(b));
}

bool DatesAgree(const proto::EventClaim& a, const proto::EventClaim& b) {
  return !a.has_date() || !b.has_date() || Intersect(a.date(), b.date()).has_value();
}

bool PlacesAgree(const proto::EventClaim& a, const proto::EventClaim& b) {
  return a.place() == 0 || b.place() == 0 || a.place() == b.place();
}

bool IsUnspecific(const EventSchema& schema, const proto::EventClaim& claim) {
  const EventType::Form form = schema.Of(claim.type()).form();
  return form == EventType::OPEN ||
         (form == EventType::OPEN_WITHOUT_MEDIUM && claim.medium().empty());
}

bool RolesConflict(const proto::EventClaim& a, const proto::EventClaim& b) {
  const auto roles_b = ByRole(b);
  for (const auto& [role, entities] : ByRole(a)) {
    const auto other = roles_b.find(role);
    if (other != roles_b.end() && !Overlap(entities, other->second)) return true;
    // Nobody attacks himself.
    for (const auto& [other_role, others] : roles_b) {
      if (other_role != role && Overlap(entities, others)) return true;
    }
  }
  return false;
}

bool RolesAgree(const EventSchema& schema, const proto::EventClaim& a, const proto::EventClaim& b) {
  if (schema.IsConversation(a.type())) return ParticipantsOf(a) == ParticipantsOf(b);
  const auto roles_a = ByRole(a);
  const auto roles_b = ByRole(b);
  bool shared = false;
  for (const auto& [role, entities] : roles_a) {
    const auto other = roles_b.find(role);
    if (other == roles_b.end()) continue;
    if (!Overlap(entities, other->second)) return false;
    shared = true;
  }
  const std::set<uint32_t> weapons_a = WeaponsOf(a);
  const std::set<uint32_t> weapons_b = WeaponsOf(b);
  const bool weapons_agree =
      weapons_a.empty() || weapons_b.empty() || Overlap(weapons_a, weapons_b);
  return weapons_agree && (shared || Overlap(weapons_a, weapons_b));
}

bool WeaponsAgree(const proto::EventClaim& a, const proto::EventClaim& b) {
  return std::any_of(a.weapons().begin(), a.weapons().end(), [&](const proto::WeaponUse& one) {
    return std::any_of(b.weapons().begin(), b.weapons().end(), [&](const proto::WeaponUse& other) {
      return one.entity() == other.entity();
    });
  });
}

void MergeClaim(const EventSchema& schema, const proto::EventClaim& from, proto::EventClaim& into) {
  if (Specifies(schema, from, into)) {
    into.set_type(from.type());
    into.set_plover(from.plover());
  }
  const bool happened = from.status() == kHappened && IsAhead(into.status());
  const bool agreed_on = from.status() == kPlanned && into.status() == kProposed;
  if (happened || agreed_on) into.set_status(from.status());
  MergeParticipants(from, into);
  MergeDetails(from, into);
  MergeDate(from, into);
  for (const proto::Report& report : from.reports()) *into.add_reports() = report;
  into.set_confidence(std::max(into.confidence(), from.confidence()));
}

}  // namespace norn::ingest
