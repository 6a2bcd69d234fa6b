#include "ingest/lexicon/lexicon_check.h"

#include <set>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
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
  Names event_types;
};

Known Collect(absl::Span<const Lexicon> parts) {
  Known known;
  for (const Lexicon& part : parts) {
    for (const State& state : part.state()) {
      known.states.insert(state.id());
      known.holders.insert(state.id());
    }
    for (const Actor& actor : part.actor()) known.holders.insert(actor.id());
    for (const Office& office : part.office()) known.offices.insert(office.code());
    for (const EventType& type : part.event_type()) known.event_types.insert(type.type());
  }
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
  static const Names* const kStatuses =
      new Names({"", "happened", "planned", "proposed", "requested", "withheld", "threatened",
                 "denied", "unreal"});
  if (kStatuses->contains(status)) return absl::OkStatus();
  return Refused(part, entry, absl::StrCat("status \"", status, "\" is none of the known ones"));
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
  return absl::OkStatus();
}

absl::Status CheckEvents(const Lexicon& part, const Known& known, Ids& ids) {
  for (const EventType& type : part.event_type()) {
    NORN_RETURN_IF_ERROR(ids.Add(part, "event type", type.type()));
  }
  for (const Trigger& trigger : part.trigger()) {
    NORN_RETURN_IF_ERROR(ids.Add(part, "trigger", trigger.rule()));
    const std::string entry = Entry("trigger", trigger.rule());
    NORN_RETURN_IF_ERROR(Refers(part, entry, "type", trigger.type(), known.event_types));
    for (const Trigger::Refinement& refinement : trigger.refinement()) {
      NORN_RETURN_IF_ERROR(Refers(part, entry, "type", refinement.type(), known.event_types));
    }
    NORN_RETURN_IF_ERROR(CheckStatusName(part, entry, trigger.status()));
  }
  for (const Cue& cue : part.cue()) {
    const std::string entry = EntryName(cue, "cue");
    for (const std::string& type : cue.type()) {
      NORN_RETURN_IF_ERROR(Refers(part, entry, "type", type, known.event_types));
    }
    NORN_RETURN_IF_ERROR(CheckStatusName(part, entry, cue.status()));
  }
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
