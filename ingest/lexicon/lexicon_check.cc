#include "ingest/lexicon/lexicon_check.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "ingest/lexicon/event_schema.h"
#include "ingest/lexicon/event_status.h"
#include "ingest/lexicon/frame_check.h"

namespace norn::ingest {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

using Names = absl::flat_hash_set<std::string>;

// Everything that entries may refer to, over all parts.
struct Known {
  Names states;
  Names holders;  // states and actors: what an office can be of
  Names offices;
  Names named;  // ids of what has a name in some part
  EventSchema events;
};

template <typename Entries>
void CollectNamed(const Entries& entries, Names& named) {
  for (const auto& entry : entries) {
    if (entry.name_size() > 0) named.insert(entry.id());
  }
}

Known Collect(absl::Span<const Lexicon> parts) {
  Known known;
  Lexicon types;
  for (const Lexicon& part : parts) {
    for (const State& state : part.state()) {
      known.states.insert(state.id());
      known.holders.insert(state.id());
    }
    for (const Actor& actor : part.actor()) known.holders.insert(actor.id());
    for (const Office& office : part.office()) known.offices.insert(office.code());
    CollectNamed(part.state(), known.named);
    CollectNamed(part.actor(), known.named);
    CollectNamed(part.weapon(), known.named);
    CollectNamed(part.place(), known.named);
    types.mutable_event_type()->MergeFrom(part.event_type());
  }
  known.events = EventSchema(types);
  return known;
}

absl::Status Refused(const Lexicon& part, absl::string_view entry, absl::string_view problem) {
  return absl::InvalidArgumentError(absl::StrCat(
      part.language().empty() ? "shared" : part.language(), ": ", entry, ": ", problem));
}

std::string Entry(absl::string_view kind, absl::string_view id) {
  return absl::StrCat(kind, " \"", id, "\"");
}

bool HasStrayBlanks(absl::string_view word) {
  return word.front() == ' ' || word.back() == ' ' || absl::StrContains(word, "  ");
}

// What an entry is called in messages: its first text that is not empty.
std::string EntryName(const Message& entry, absl::string_view kind) {
  const auto* descriptor = entry.GetDescriptor();
  const auto* reflection = entry.GetReflection();
  for (int i = 0; i < descriptor->field_count(); ++i) {
    const FieldDescriptor* field = descriptor->field(i);
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_STRING) continue;
    if (!field->is_repeated()) {
      const std::string text = reflection->GetString(entry, field);
      if (!text.empty()) return Entry(kind, text);
      continue;
    }
    for (int j = 0; j < reflection->FieldSize(entry, field); ++j) {
      const std::string text = reflection->GetRepeatedString(entry, field, j);
      if (!text.empty()) return Entry(kind, text);
    }
  }
  return std::string(kind);
}

// Every list of words in a message, whatever the field: the schema's own structure is walked, so
// that a field added later is checked too. The schema is not recursive.
absl::Status CheckWords(const Lexicon& part, const Message& message, const std::string& entry) {
  const auto* descriptor = message.GetDescriptor();
  const auto* reflection = message.GetReflection();
  for (int i = 0; i < descriptor->field_count(); ++i) {
    const FieldDescriptor* field = descriptor->field(i);
    if (!field->is_repeated()) continue;
    for (int j = 0; j < reflection->FieldSize(message, field); ++j) {
      if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        const Message& child = reflection->GetRepeatedMessage(message, field, j);
        NORN_RETURN_IF_ERROR(CheckWords(
            part, child, entry.empty() ? EntryName(child, field->name().c_str()) : entry));
      } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
        const std::string word = reflection->GetRepeatedString(message, field, j);
        const std::string where = entry.empty() ? field->name() : entry;
        if (word.empty()) {
          return Refused(part, where,
                         absl::StrCat("word ", j + 1, " of `", field->name(), "` is empty"));
        }
        if (HasStrayBlanks(word)) {
          return Refused(part, where,
                         absl::StrCat("\"", word, "\" in `", field->name(),
                                      "` has blanks at an end or twice in a row"));
        }
      }
    }
  }
  return absl::OkStatus();
}

// Ids seen so far, by language and kind.
class Ids {
 public:
  absl::Status Add(const Lexicon& part, absl::string_view kind, const std::string& id) {
    if (id.empty()) return Refused(part, kind, "an entry has no id");
    if (!seen_.emplace(part.language(), absl::StrCat(kind, " ", id)).second) {
      return Refused(part, Entry(kind, id), "occurs twice; join the two entries");
    }
    return absl::OkStatus();
  }

  // As Add, for ids of the form "prefix/name".
  absl::Status AddPath(const Lexicon& part, absl::string_view kind, const std::string& id,
                       absl::string_view prefix) {
    if (!absl::StartsWith(id, prefix) || id.size() == prefix.size()) {
      return Refused(part, Entry(kind, id),
                     absl::StrCat("the id must begin with \"", prefix, "\" and go on"));
    }
    return Add(part, kind, id);
  }

 private:
  std::set<std::pair<std::string, std::string>> seen_;
};

absl::Status Refers(const Lexicon& part, const std::string& entry, absl::string_view field,
                    const std::string& id, const Names& known) {
  if (id.empty() || known.contains(id)) return absl::OkStatus();
  return Refused(part, entry, absl::StrCat(field, " \"", id, "\" is in no lexicon"));
}

absl::Status CheckStatusName(const Lexicon& part, const std::string& entry,
                             const std::string& status) {
  if (status.empty() || status == kUnreal || IsEventStatus(status)) return absl::OkStatus();
  return Refused(part, entry, absl::StrCat("status \"", status, "\" is none of the known ones"));
}

absl::Status CheckTypeName(const Lexicon& part, const std::string& entry, const std::string& type,
                           const Known& known) {
  if (known.events.Find(type) != nullptr) return absl::OkStatus();
  return Refused(part, entry, absl::StrCat("type \"", type, "\" is in no lexicon"));
}

absl::Status CheckRoleName(const Lexicon& part, const std::string& entry, const std::string& type,
                           const std::string& role, const Known& known) {
  if (!known.events.RoleOf(type, role).name().empty()) return absl::OkStatus();
  return Refused(part, entry, absl::StrCat("role \"", role, "\" is none of ", type, "'s"));
}

absl::Status CheckActor(const Lexicon& part, const Actor& actor, const Known& known, Ids& ids) {
  // A language's folder may add names to a shared actor without repeating its kind.
  const absl::string_view prefix = actor.kind() == Actor::PERSON             ? "person/"
                                   : actor.kind() == Actor::ORGANIZATION     ? "organization/"
                                   : absl::StartsWith(actor.id(), "person/") ? "person/"
                                                                             : "organization/";
  NORN_RETURN_IF_ERROR(ids.AddPath(part, "actor", actor.id(), prefix));
  const std::string entry = Entry("actor", actor.id());
  NORN_RETURN_IF_ERROR(Refers(part, entry, "state", actor.state(), known.states));
  for (const Actor::Tenure& tenure : actor.tenure()) {
    if (tenure.office().empty()) return Refused(part, entry, "a tenure has no office");
    NORN_RETURN_IF_ERROR(Refers(part, entry, "office", tenure.office(), known.offices));
    NORN_RETURN_IF_ERROR(Refers(part, entry, "office of", tenure.of(), known.holders));
  }
  return absl::OkStatus();
}

// What is in the graph is called by its first name.
template <typename Entries>
absl::Status CheckNamed(const Lexicon& part, absl::string_view kind, const Entries& entries,
                        const Known& known) {
  for (const auto& entry : entries) {
    if (!known.named.contains(entry.id())) {
      return Refused(part, Entry(kind, entry.id()), "has no name");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckNames(const Lexicon& part, const Known& known, Ids& ids) {
  for (const State& state : part.state()) {
    NORN_RETURN_IF_ERROR(ids.AddPath(part, "state", state.id(), "state/"));
  }
  for (const Actor& actor : part.actor()) {
    NORN_RETURN_IF_ERROR(CheckActor(part, actor, known, ids));
  }
  for (const Weapon& weapon : part.weapon()) {
    NORN_RETURN_IF_ERROR(ids.AddPath(part, "weapon", weapon.id(), "weapon/"));
  }
  for (const Place& place : part.place()) {
    NORN_RETURN_IF_ERROR(ids.AddPath(part, "place", place.id(), "place/"));
    NORN_RETURN_IF_ERROR(
        Refers(part, Entry("place", place.id()), "country", place.country(), known.states));
  }
  for (const Office& office : part.office()) {
    NORN_RETURN_IF_ERROR(ids.Add(part, "office", office.code()));
  }
  NORN_RETURN_IF_ERROR(CheckNamed(part, "state", part.state(), known));
  NORN_RETURN_IF_ERROR(CheckNamed(part, "actor", part.actor(), known));
  NORN_RETURN_IF_ERROR(CheckNamed(part, "weapon", part.weapon(), known));
  return CheckNamed(part, "place", part.place(), known);
}

bool IsColour(const std::string& text) {
  return text.size() == 7 && text[0] == '#' &&
         std::all_of(text.begin() + 1, text.end(), absl::ascii_isxdigit);
}

// The roles of a type, each once, and what it says of them.
absl::Status CheckRoles(const Lexicon& part, const EventType& type, const Known& known) {
  const std::string entry = Entry("event type", type.type());
  Names names;
  for (const Role& role : type.role()) {
    if (role.name().empty() || !names.insert(role.name()).second) {
      return Refused(part, entry,
                     absl::StrCat("role \"", role.name(), "\" occurs twice or is empty"));
    }
  }
  std::vector<std::string> named(type.same_event().role().begin(), type.same_event().role().end());
  for (const std::string& needs : type.needs()) {
    for (const absl::string_view role : absl::StrSplit(needs, ' ')) named.emplace_back(role);
  }
  for (const Role& role : type.role()) {
    if (!role.known_by().empty()) named.push_back(role.known_by());
  }
  for (const std::string& role : named) {
    NORN_RETURN_IF_ERROR(CheckRoleName(part, entry, type.type(), role, known));
  }
  return absl::OkStatus();
}

absl::Status CheckEventType(const Lexicon& part, const EventType& type, const Known& known,
                            Ids& ids) {
  NORN_RETURN_IF_ERROR(ids.Add(part, "event type", type.type()));
  const std::string entry = Entry("event type", type.type());
  if (!part.language().empty()) return Refused(part, entry, "stands outside `shared`");
  if (type.label().empty()) return Refused(part, entry, "has no label");
  if (type.family() == EventType::FAMILY_UNSPECIFIED) return Refused(part, entry, "has no family");
  if (type.needs().empty()) return Refused(part, entry, "needs no role: nothing would be one");
  if (!IsColour(type.fill()) || !IsColour(type.line())) {
    return Refused(part, entry, "`fill` and `line` must be colours, #RRGGBB");
  }
  NORN_RETURN_IF_ERROR(CheckRoles(part, type, known));
  NORN_RETURN_IF_ERROR(CheckStatusName(part, entry, type.negated_status()));
  for (const std::string& status : type.undated().status()) {
    NORN_RETURN_IF_ERROR(CheckStatusName(part, entry, status));
  }
  if (type.type_of_groups().empty()) return absl::OkStatus();
  return CheckTypeName(part, entry, type.type_of_groups(), known);
}

// A role that takes weapons takes nothing else, wherever it is filled from.
absl::Status CheckArgument(const Lexicon& part, const std::string& entry, const std::string& type,
                           const Argument& argument, const Known& known) {
  NORN_RETURN_IF_ERROR(CheckRoleName(part, entry, type, argument.role(), known));
  if (argument.from() == Argument::FROM_UNSPECIFIED) {
    return Refused(part, entry, absl::StrCat("role \"", argument.role(), "\" has no `from`"));
  }
  if (known.events.IsWeaponRole(argument.role()) != (argument.filler() == Role::WEAPON)) {
    return Refused(part, entry,
                   absl::StrCat("role \"", argument.role(), "\" and its filler do not fit"));
  }
  return absl::OkStatus();
}

absl::Status CheckTrigger(const Lexicon& part, const Trigger& trigger, const Known& known,
                          Ids& ids) {
  NORN_RETURN_IF_ERROR(ids.Add(part, "trigger", trigger.rule()));
  const std::string entry = Entry("trigger", trigger.rule());
  if (trigger.kind() == Trigger::KIND_UNSPECIFIED) return Refused(part, entry, "has no kind");
  std::vector<std::string> types = {trigger.type()};
  for (const Trigger::Refinement& refinement : trigger.refinement()) {
    types.push_back(refinement.type());
  }
  for (const std::string& type : types) {
    NORN_RETURN_IF_ERROR(CheckTypeName(part, entry, type, known));
    for (const Argument& argument : trigger.argument()) {
      NORN_RETURN_IF_ERROR(CheckArgument(part, entry, type, argument, known));
    }
  }
  return CheckStatusName(part, entry, trigger.status());
}

absl::Status CheckCue(const Lexicon& part, const Cue& cue, const Known& known) {
  const std::string entry = EntryName(cue, "cue");
  if (cue.effect() == Cue::EFFECT_UNSPECIFIED) return Refused(part, entry, "has no effect");
  if ((cue.effect() == Cue::STATUS) == cue.status().empty()) {
    return Refused(part, entry, "only a cue of effect STATUS has a status, and always");
  }
  for (const std::string& type : cue.type()) {
    NORN_RETURN_IF_ERROR(CheckTypeName(part, entry, type, known));
  }
  return CheckStatusName(part, entry, cue.status());
}

absl::Status CheckEvents(const Lexicon& part, const Known& known, Ids& ids) {
  for (const EventType& type : part.event_type()) {
    NORN_RETURN_IF_ERROR(CheckEventType(part, type, known, ids));
  }
  for (const Trigger& trigger : part.trigger()) {
    NORN_RETURN_IF_ERROR(CheckTrigger(part, trigger, known, ids));
  }
  for (const Cue& cue : part.cue()) NORN_RETURN_IF_ERROR(CheckCue(part, cue, known));
  for (const Pronoun& pronoun : part.pronoun()) {
    NORN_RETURN_IF_ERROR(
        Refers(part, EntryName(pronoun, "pronoun"), "office", pronoun.office(), known.offices));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckLexicons(absl::Span<const Lexicon> parts) {
  const Known known = Collect(parts);
  Ids ids;
  for (const Lexicon& part : parts) {
    NORN_RETURN_IF_ERROR(CheckWords(part, part, ""));
    NORN_RETURN_IF_ERROR(CheckNames(part, known, ids));
    NORN_RETURN_IF_ERROR(CheckEvents(part, known, ids));
  }
  return CheckFrames(parts);
}

}  // namespace norn::ingest
