#include "ingest/extract/conformance/facts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"
#include "ingest/lexicon/event_schema.h"

namespace norn::ingest {
namespace {

using Names = std::set<std::string>;

// An event as one line tells it. Participants of a conversation are one set, whatever their role.
struct Fact {
  std::string type;
  std::string status;
  std::string date;
  Names participants;
  std::map<std::string, Names> roles;  // those that have a direction, and the weapons
  std::map<std::string, std::string> details;
};

// Roles that a line names: who did it, to whom, with what. Of a conversation it names all alike.
bool IsRole(absl::string_view type, absl::string_view role) {
  const EventSchema& schema = EventSchema::BuiltIn();
  return schema.RoleOf(type, role).direction() != Role::NO_DIRECTION || schema.IsWeaponRole(role);
}

std::string KindName(proto::Entity::Kind kind) {
  if (kind == proto::Entity::WEAPON_SYSTEM) return "weapon";
  return absl::AsciiStrToLower(proto::Entity::Kind_Name(kind));
}

// "2025-07-03", "2025-07" and "2025" for a whole month and year, "2025-06-23..2025-06-29", and
// "2025-07/4" for a Thursday in July.
std::string DateText(const proto::DateRange& date) {
  absl::CivilDay from;
  absl::CivilDay to;
  std::string text = absl::StrCat(date.from(), "..", date.to());
  if (absl::ParseCivilTime(date.from(), &from) && absl::ParseCivilTime(date.to(), &to)) {
    if (from == to) {
      text = date.from();
    } else if (from == absl::CivilMonth(from) && to + 1 == absl::CivilMonth(from) + 1) {
      text = date.from().substr(0, 7);
    } else if (from == absl::CivilYear(from) && to + 1 == absl::CivilYear(from) + 1) {
      text = date.from().substr(0, 4);
    }
  }
  return date.weekday() == 0 ? text : absl::StrCat(text, "/", date.weekday());
}

Fact ToFact(const proto::Extraction& record, const proto::EventClaim& event) {
  Fact fact = {
      event.type(), event.status(), event.has_date() ? DateText(event.date()) : "-", {}, {}, {}};
  const auto name = [&](uint32_t entity) {
    return record.entities(static_cast<int>(entity)).name();
  };
  for (const proto::Participant& participant : event.participants()) {
    if (IsRole(event.type(), participant.role())) {
      fact.roles[participant.role()].insert(name(participant.entity()));
    } else {
      fact.participants.insert(name(participant.entity()));
      if (!EventSchema::BuiltIn().IsGeneric(participant.role())) {
        fact.details[participant.role()] = name(participant.entity());
      }
    }
  }
  const auto detail = [&](const char* key, const std::string& value) {
    if (!value.empty() && value != "0") fact.details[key] = value;
  };
  for (const proto::WeaponUse& weapon : event.weapons()) {
    fact.roles["weapon"].insert(name(weapon.entity()));
    detail("quantity", absl::StrCat(weapon.quantity()));
  }
  detail("quantity", absl::StrCat(event.quantity()));
  detail("duration", absl::StrCat(event.duration_minutes()));
  detail("place", event.place() == 0 ? "" : name(event.place() - 1));
  detail("medium", event.medium());
  detail("amount", event.currency().empty()
                       ? ""
                       : absl::StrCat(static_cast<int64_t>(event.value()), " ", event.currency()));
  if (event.has_killed()) detail("killed", absl::StrCat(event.killed()));
  if (event.has_wounded()) detail("wounded", absl::StrCat(event.wounded()));
  for (const proto::Report& report : event.reports()) {
    detail("by", report.attributed_to());
    if (report.hedged()) fact.details["hedged"] = "yes";
  }
  return fact;
}

std::string Line(const Fact& fact) {
  std::vector<std::string> parts = {fact.type, fact.status, fact.date};
  if (!fact.participants.empty()) parts.push_back(absl::StrJoin(fact.participants, " + "));
  for (const auto& [role, names] : fact.roles) {
    parts.push_back(absl::StrCat(role, "=", absl::StrJoin(names, " + ")));
  }
  for (const auto& [key, value] : fact.details) parts.push_back(absl::StrCat(key, "=", value));
  return absl::StrJoin(parts, " ");
}

bool IsDate(absl::string_view word) {
  return word == "-" || absl::ascii_isdigit(static_cast<unsigned char>(word[0])) ||
         absl::StartsWith(word, "..");
}

// The other way round: an event line as a fact; what it does not tell stays empty.
Fact Parse(absl::string_view line) {
  const std::vector<std::string> words = absl::StrSplit(line, ' ', absl::SkipEmpty());
  Fact fact;
  fact.type = words[0];
  if (words.size() > 1) fact.status = words[1];
  size_t at = 2;
  if (at < words.size() && IsDate(words[at])) fact.date = words[at++];
  std::vector<std::pair<std::string, std::string>> parts = {{"", ""}};
  for (; at < words.size(); ++at) {
    std::string word = words[at];
    if (const size_t equals = word.find('='); equals != std::string::npos) {
      parts.push_back({word.substr(0, equals), word.substr(equals + 1)});
    } else {
      absl::StrAppend(&parts.back().second, parts.back().second.empty() ? "" : " ", word);
    }
  }
  for (const auto& [key, value] : parts) {
    const Names names = absl::StrSplit(value, " + ", absl::SkipEmpty());
    if (key.empty()) {
      fact.participants = names;
    } else if (IsRole(fact.type, key)) {
      fact.roles[key] = names;
    } else {
      fact.details[key] = value;
    }
  }
  return fact;
}

// Who took part must be told in full; details and the date count only where they are told.
bool Fits(const Fact& expected, const Fact& found) {
  return expected.type == found.type && expected.status == found.status &&
         (expected.date.empty() || expected.date == found.date) &&
         expected.participants == found.participants && expected.roles == found.roles &&
         std::all_of(expected.details.begin(), expected.details.end(), [&](const auto& detail) {
           const auto known = found.details.find(detail.first);
           return known != found.details.end() && known->second == detail.second;
         });
}

std::vector<std::string> OtherFacts(const proto::Extraction& record) {
  std::vector<std::string> lines;
  for (const proto::OfficeClaim& office : record.offices()) {
    lines.push_back(absl::StrCat("office ", record.entities(office.holder()).name(), " ",
                                 office.title(), " ", record.entities(office.of()).name()));
  }
  for (const proto::Entity& entity : record.entities()) {
    lines.push_back(absl::StrCat("actor ", entity.name(), " ", KindName(entity.kind())));
  }
  return lines;
}

bool IsEventLine(absl::string_view line) {
  return EventSchema::BuiltIn().Find(line.substr(0, line.find(' '))) != nullptr;
}

// Lines about all events together: "nothing", "no call", "duration 40", "place Oslo".
bool HoldsOfEvents(absl::string_view line, const std::vector<Fact>& events) {
  if (line == "nothing") return events.empty();
  const std::pair<std::string, std::string> parts = absl::StrSplit(line, absl::MaxSplits(' ', 1));
  if (parts.first == "no") {
    return std::none_of(events.begin(), events.end(),
                        [&](const Fact& event) { return event.type == parts.second; });
  }
  return std::any_of(events.begin(), events.end(), [&](const Fact& event) {
    const auto detail = event.details.find(parts.first);
    return detail != event.details.end() && detail->second == parts.second;
  });
}

}  // namespace

std::vector<std::string> FactsOf(const proto::Extraction& record) {
  std::vector<std::string> lines;
  for (const proto::EventClaim& event : record.events()) {
    lines.push_back(Line(ToFact(record, event)));
  }
  for (std::string& line : OtherFacts(record)) lines.push_back(std::move(line));
  return lines;
}

std::vector<std::string> Mismatches(const std::vector<std::string>& expected,
                                    const proto::Extraction& record) {
  std::vector<Fact> events;
  for (const proto::EventClaim& event : record.events()) events.push_back(ToFact(record, event));
  const std::vector<std::string> others = OtherFacts(record);
  std::vector<std::string> problems;
  std::vector<bool> taken(events.size(), false);
  bool names_events = false;
  for (const std::string& line : expected) {
    bool holds = false;
    if (IsEventLine(line)) {
      names_events = true;
      const Fact wanted = Parse(line);
      for (size_t i = 0; i < events.size() && !holds; ++i) {
        if (taken[i] || !Fits(wanted, events[i])) continue;
        taken[i] = holds = true;
      }
    } else if (absl::StartsWith(line, "office ") || absl::StartsWith(line, "actor ")) {
      holds = std::find(others.begin(), others.end(), line) != others.end();
    } else {
      holds = HoldsOfEvents(line, events);
    }
    if (!holds) problems.push_back(absl::StrCat("missing: ", line));
  }
  for (size_t i = 0; i < events.size(); ++i) {
    if (names_events && !taken[i]) {
      problems.push_back(absl::StrCat("not expected: ", Line(events[i])));
    }
  }
  return problems;
}

std::string Annotated(absl::string_view text, const proto::Extraction& record) {
  std::map<uint32_t, std::pair<uint32_t, std::string>> spans;  // from start to end and kind
  for (const proto::Entity& entity : record.entities()) {
    for (const proto::Span& span : entity.mentions()) {
      spans[span.start()] = {span.end(), KindName(entity.kind())};
    }
  }
  std::string out;
  size_t at = 0;
  for (const auto& [start, end_and_kind] : spans) {
    const auto& [end, kind] = end_and_kind;
    if (start < at || end > text.size() || end < start) continue;
    absl::StrAppend(&out, text.substr(at, start - at), "[", text.substr(start, end - start), "|",
                    kind, "]");
    at = end;
  }
  return absl::StrCat(out, text.substr(at));
}

}  // namespace norn::ingest
