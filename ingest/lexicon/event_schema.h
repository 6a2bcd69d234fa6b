// What the kinds of events are (lexicon.proto, EventType), compiled for look-up: the only place in
// which reading, resolution and drawing ask what is decided by an event's type. Read-only once
// made.
//
//   const EventSchema& schema = lexicons.events();
//   if (schema.IsConversation(claim.type())) …
//   if (schema.Of(claim.type()).placeless()) …
//
// A type that it does not know is of no family, has no roles and none of the policies.
#ifndef NORN_INGEST_LEXICON_EVENT_SCHEMA_H_
#define NORN_INGEST_LEXICON_EVENT_SCHEMA_H_

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/lexicon/lexicon.pb.h"

namespace norn::ingest {

class EventSchema {
 public:
  EventSchema() = default;
  // Of the lexicon's event types, which CheckLexicons has accepted.
  explicit EventSchema(const Lexicon& lexicon);

  // Of the tables that were built into the program; damage is a fault of ours and ends it.
  static const EventSchema& BuiltIn();

  // In the order of the data.
  const std::vector<EventType>& types() const { return types_; }

  // Null: no such type.
  const EventType* Find(absl::string_view type) const;
  const EventType& Of(absl::string_view type) const;

  bool IsConversation(absl::string_view type) const;
  bool HasDetail(absl::string_view type, EventType::Detail detail) const;

  // The type's role of that name; one without any property where it has none.
  const Role& RoleOf(absl::string_view type, absl::string_view role) const;
  // The name of the type's first role of the direction, or its generic one; empty: none.
  const std::string& RoleTowards(absl::string_view type, Role::Direction direction) const;
  const std::string& GenericRole(absl::string_view type) const;

  // Of a role in whichever type has it: for edges of the graph, which name the role alone.
  const Role* FindRole(absl::string_view role) const;
  // Whether it says no more than that somebody took part.
  bool IsGeneric(absl::string_view role) const;
  bool IsWeaponRole(absl::string_view role) const;

 private:
  std::vector<EventType> types_;
  std::map<std::string, size_t> by_name_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_LEXICON_EVENT_SCHEMA_H_
