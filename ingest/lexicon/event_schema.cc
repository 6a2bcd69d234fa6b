#include "ingest/lexicon/event_schema.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/match.h"
#include "ingest/lexicon/builtin_tables.h"

namespace norn::ingest {
namespace {

constexpr char kSharedTables[] = "shared/";

const std::string& NoName() {
  static const std::string* const kNone = new std::string;
  return *kNone;
}

}  // namespace

const EventSchema& EventSchema::BuiltIn() {
  static const EventSchema* const kBuiltIn = [] {
    Lexicon shared;
    for (const EmbeddedTable& table : BuiltinTables()) {
      if (!absl::StartsWith(table.name, kSharedTables)) continue;
      Lexicon part;
      if (!part.ParseFromArray(table.begin, static_cast<int>(table.bytes().size()))) std::abort();
      shared.mutable_event_type()->MergeFrom(part.event_type());
    }
    return new EventSchema(shared);
  }();
  return *kBuiltIn;
}

EventSchema::EventSchema(const Lexicon& lexicon)
    : types_(lexicon.event_type().begin(), lexicon.event_type().end()) {
  for (size_t i = 0; i < types_.size(); ++i) by_name_.emplace(types_[i].type(), i);
}

const EventType* EventSchema::Find(absl::string_view type) const {
  const auto found = by_name_.find(std::string(type));
  return found == by_name_.end() ? nullptr : &types_[found->second];
}

const EventType& EventSchema::Of(absl::string_view type) const {
  const EventType* known = Find(type);
  return known == nullptr ? EventType::default_instance() : *known;
}

bool EventSchema::IsConversation(absl::string_view type) const {
  return Of(type).family() == EventType::CONVERSATION;
}

bool EventSchema::HasDetail(absl::string_view type, EventType::Detail detail) const {
  const auto& details = Of(type).detail();
  return std::find(details.begin(), details.end(), detail) != details.end();
}

const Role& EventSchema::RoleOf(absl::string_view type, absl::string_view role) const {
  for (const Role& known : Of(type).role()) {
    if (known.name() == role) return known;
  }
  return Role::default_instance();
}

const std::string& EventSchema::RoleTowards(absl::string_view type,
                                            Role::Direction direction) const {
  for (const Role& role : Of(type).role()) {
    if (role.direction() == direction) return role.name();
  }
  return NoName();
}

const std::string& EventSchema::GenericRole(absl::string_view type) const {
  for (const Role& role : Of(type).role()) {
    if (role.generic()) return role.name();
  }
  return NoName();
}

const Role* EventSchema::FindRole(absl::string_view role) const {
  for (const EventType& type : types_) {
    for (const Role& known : type.role()) {
      if (known.name() == role) return &known;
    }
  }
  return nullptr;
}

bool EventSchema::IsGeneric(absl::string_view role) const {
  const Role* known = FindRole(role);
  return known != nullptr && known->generic();
}

bool EventSchema::IsWeaponRole(absl::string_view role) const {
  const Role* known = FindRole(role);
  return known != nullptr && known->filler_size() == 1 && known->filler(0) == Role::WEAPON;
}

}  // namespace norn::ingest
