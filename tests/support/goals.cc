#include "tests/support/goals.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "base/search_key.h"
#include "ingest/lexicon/event_schema.h"

namespace norn::tests {
namespace {

using graph::Edge;
using graph::Node;
using graph::PropertyGraph;
using Words = std::vector<std::string>;

std::string Text(const graph::Properties& properties, const std::string& key) {
  const auto at = properties.find(key);
  if (at == properties.end()) return "";
  const auto* text = at->second.As<std::string>();
  return text != nullptr ? *text : graph::ToString(at->second);
}

bool HasLabel(const Node& node, const std::string& label) {
  return std::find(node.labels.begin(), node.labels.end(), label) != node.labels.end();
}

bool SameName(absl::string_view a, absl::string_view b) {
  return base::SearchKey(a) == base::SearchKey(b);
}

bool GoesBy(const Node& node, const std::string& name) {
  if (name == "*" || SameName(Text(node.properties, "name"), name)) return true;
  const auto aliases = node.properties.find("aliases");
  if (aliases == node.properties.end()) return false;
  const auto* list = aliases->second.As<graph::Value::List>();
  return list != nullptr && std::any_of(list->begin(), list->end(), [&](const auto& alias) {
           const auto* text = alias.template As<std::string>();
           return text != nullptr && SameName(*text, name);
         });
}

// Every name on an edge's end is a name of an actor, or tells an event by type, date or place.
bool Fits(const Node& node, const std::string& name) {
  if (GoesBy(node, name)) return true;
  if (!HasLabel(node, "Event")) return false;
  for (const char* key : {"type", "date", "place"}) {
    if (SameName(Text(node.properties, key), name)) return true;
  }
  return false;
}

const Node* Find(const PropertyGraph& graph, const std::string& id) {
  for (const Node& node : graph.nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

std::string Join(Words::const_iterator begin, Words::const_iterator end) {
  return absl::StrJoin(begin, end, " ");
}

// The words from `begin` on as key=value; a value reaches to the next key. False if they do not
// begin with a key.
bool ParseDetails(Words::const_iterator begin, Words::const_iterator end,
                  std::map<std::string, std::string>& details) {
  std::string* value = nullptr;
  for (auto word = begin; word != end; ++word) {
    const size_t equals = word->find('=');
    const bool is_key = equals != std::string::npos && equals > 0 &&
                        std::all_of(word->begin(), word->begin() + equals,
                                    [](char c) { return absl::ascii_islower(c) || c == '_'; });
    if (is_key) {
      value = &details[word->substr(0, equals)];
      *value = word->substr(equals + 1);
    } else if (value == nullptr) {
      return false;
    } else {
      absl::StrAppend(value, " ", *word);
    }
  }
  return true;
}

// By name: an actor (USA, NATO) may be all capitals too.
bool IsEdgeType(const std::string& word) {
  static const std::set<std::string> types = {"SPOKE_WITH",      "MET_AT",      "SUPPLIED",
                                              "PARTICIPATED_IN", "INVOLVES",    "TOOK_PLACE_IN",
                                              "HOLDS_OFFICE",    "REPORTED_IN", "MENTIONED_IN"};
  return types.count(word) > 0;
}

// Empty if all is well.
std::string ParseGoal(const Words& words, Goal& goal) {
  std::string kind = words[0];
  goal.forbidden = absl::StartsWith(kind, "no-");
  if (goal.forbidden) kind = kind.substr(3);
  if (kind == "nothing" && !goal.forbidden) {
    return words.size() == 1 ? "" : "`nothing` stands alone";
  }
  if (kind == "actor") {
    goal.kind = Goal::Kind::kActor;
    static const std::set<std::string> kinds = {"person", "state", "organization"};
    const bool has_kind = words.size() > 2 && kinds.count(words.back()) > 0;
    if (has_kind) goal.type = words.back();
    goal.name = Join(words.begin() + 1, words.end() - (has_kind ? 1 : 0));
    if (goal.name.empty()) return "a name is missing";
    return has_kind || goal.forbidden ? "" : "the kind is missing";
  }
  if (kind == "weapon") {
    goal.kind = Goal::Kind::kWeapon;
    goal.name = Join(words.begin() + 1, words.end());
    return goal.name.empty() ? "a name is missing" : "";
  }
  if (kind == "event") {
    goal.kind = Goal::Kind::kEvent;
    if (words.size() < 4) return "an event has a type, a status and a date (or * or -)";
    goal.type = words[1];
    goal.status = words[2];
    goal.date = words[3];
    const bool ok = ParseDetails(words.begin() + 4, words.end(), goal.details);
    return ok ? "" : "after the date come key=value";
  }
  if (kind == "edge") {
    goal.kind = Goal::Kind::kEdge;
    const auto type = std::find_if(words.begin() + 1, words.end(), IsEdgeType);
    if (type == words.end()) return "an edge's type is missing";
    goal.name = Join(words.begin() + 1, type);
    goal.type = *type;
    goal.other = Join(type + 1, words.end());
    return goal.name.empty() || goal.other.empty() ? "an edge has two ends (or *)" : "";
  }
  return absl::StrCat("unknown goal `", words[0], "`");
}

Words Names(const std::string& list) {
  Words names;
  for (const absl::string_view name : absl::StrSplit(list, ',')) {
    names.emplace_back(absl::StripAsciiWhitespace(name));
  }
  return names;
}

struct Part {
  const Node* actor;
  std::string role;
};

std::vector<Part> PartsOf(const Node& event, const PropertyGraph& graph) {
  std::vector<Part> parts;
  for (const Edge& edge : graph.edges) {
    if (edge.type != "PARTICIPATED_IN" || edge.to != event.id) continue;
    if (const Node* actor = Find(graph, edge.from)) {
      parts.push_back({actor, Text(edge.properties, "role")});
    }
  }
  return parts;
}

bool HasPart(const std::vector<Part>& parts, const std::string& name, const std::string& role) {
  return std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
    return (role.empty() || part.role == role) && GoesBy(*part.actor, name);
  });
}

bool Involves(const Node& event, const std::string& weapon, const PropertyGraph& graph) {
  return std::any_of(graph.edges.begin(), graph.edges.end(), [&](const Edge& edge) {
    if (edge.type != "INVOLVES" || edge.from != event.id) return false;
    const Node* node = Find(graph, edge.to);
    return node != nullptr && GoesBy(*node, weapon);
  });
}

bool IsIn(const Node& event, const std::string& place, const PropertyGraph& graph) {
  if (SameName(Text(event.properties, "place"), place)) return true;
  return std::any_of(graph.edges.begin(), graph.edges.end(), [&](const Edge& edge) {
    if (edge.type != "TOOK_PLACE_IN" || edge.from != event.id) return false;
    const Node* node = Find(graph, edge.to);
    return node != nullptr && GoesBy(*node, place);
  });
}

bool IsRole(const std::string& key) {
  return ingest::EventSchema::BuiltIn().FindRole(key) != nullptr;
}

bool DetailFits(const std::string& key, const std::string& value, const Node& event,
                const PropertyGraph& graph) {
  const std::vector<Part> parts = PartsOf(event, graph);
  const Words names = Names(value);
  const auto all = [&](auto fits) { return std::all_of(names.begin(), names.end(), fits); };
  if (key == "participants" || key == "only" || IsRole(key)) {
    const std::string role = IsRole(key) ? key : "";
    if (!all([&](const std::string& name) { return HasPart(parts, name, role); })) return false;
    return key != "only" || std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
             return std::any_of(names.begin(), names.end(),
                                [&](const std::string& name) { return GoesBy(*part.actor, name); });
           });
  }
  if (key == "weapons") {
    return all([&](const std::string& name) { return Involves(event, name, graph); });
  }
  if (key == "place") return IsIn(event, value, graph);
  const std::string found = Text(event.properties, key);
  return value == "*" ? !found.empty() : SameName(found, value);
}

bool EventFits(const Goal& goal, const Node& event, const PropertyGraph& graph) {
  const auto is = [&](const std::string& wanted, const std::string& key) {
    return wanted == "*" || Text(event.properties, key) == (wanted == "-" ? "" : wanted);
  };
  if (!HasLabel(event, "Event") || !is(goal.type, "type") || !is(goal.status, "status") ||
      !is(goal.date, "date")) {
    return false;
  }
  return std::all_of(goal.details.begin(), goal.details.end(), [&](const auto& detail) {
    return DetailFits(detail.first, detail.second, event, graph);
  });
}

bool EdgeFits(const Goal& goal, const Edge& edge, const PropertyGraph& graph) {
  if (edge.type != goal.type) return false;
  const Node* from = Find(graph, edge.from);
  const Node* to = Find(graph, edge.to);
  if (from == nullptr || to == nullptr) return false;
  if (Fits(*from, goal.name) && Fits(*to, goal.other)) return true;
  // To have spoken has no direction.
  return edge.type == "SPOKE_WITH" && Fits(*to, goal.name) && Fits(*from, goal.other);
}

bool IsHeadline(const Edge& edge) {
  return edge.type == "SPOKE_WITH" || edge.type == "MET_AT" || edge.type == "SUPPLIED";
}

// The node's or edge's text if it fits the goal.
std::vector<std::string> Matches(const Goal& goal, const PropertyGraph& graph) {
  std::vector<std::string> found;
  for (const Node& node : graph.nodes) {
    bool fits = false;
    switch (goal.kind) {
      case Goal::Kind::kActor:
        fits = HasLabel(node, "Actor") && GoesBy(node, goal.name) &&
               (goal.type.empty() || Text(node.properties, "kind") == goal.type);
        break;
      case Goal::Kind::kWeapon:
        fits = HasLabel(node, "WeaponSystem") && GoesBy(node, goal.name);
        break;
      case Goal::Kind::kEvent:
        fits = EventFits(goal, node, graph);
        break;
      case Goal::Kind::kNothing:
        fits = HasLabel(node, "Event");
        break;
      case Goal::Kind::kEdge:
        break;
    }
    if (fits) found.push_back(node.id);
  }
  for (const Edge& edge : graph.edges) {
    const bool fits = goal.kind == Goal::Kind::kEdge      ? EdgeFits(goal, edge, graph)
                      : goal.kind == Goal::Kind::kNothing ? IsHeadline(edge)
                                                          : false;
    if (fits) found.push_back(absl::StrCat(edge.from, " ", edge.type, " ", edge.to));
  }
  return found;
}

}  // namespace

ParsedGoals ParseGoals(absl::string_view text) {
  ParsedGoals parsed;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    ++number;
    line = absl::StripAsciiWhitespace(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    Goal goal;
    goal.gap = absl::ConsumePrefix(&line, "gap ");
    const Words words = absl::StrSplit(line, absl::ByAnyChar(" \t"), absl::SkipEmpty());
    goal.line = number;
    goal.text = std::string(line);
    const std::string error = ParseGoal(words, goal);
    if (error.empty()) {
      parsed.goals.push_back(std::move(goal));
    } else {
      parsed.errors.push_back(absl::StrCat("line ", number, ": ", error));
    }
  }
  return parsed;
}

std::string Unmet(const Goal& goal, const PropertyGraph& graph) {
  const std::vector<std::string> found = Matches(goal, graph);
  const bool must_be_absent = goal.forbidden || goal.kind == Goal::Kind::kNothing;
  if (goal.gap) return found.empty() == must_be_absent ? "is met now: take the word gap away" : "";
  if (must_be_absent) {
    return found.empty() ? "" : absl::StrCat("is there: ", absl::StrJoin(found, ", "));
  }
  return found.empty() ? "is not there" : "";
}

std::string Describe(const PropertyGraph& graph) {
  std::string text;
  for (const Node& node : graph.nodes) {
    if (HasLabel(node, "Article") || HasLabel(node, "Place")) continue;
    absl::StrAppend(&text, "  ", node.id);
    for (const char* key : {"name", "aliases", "kind", "type", "status", "date", "place"}) {
      const std::string value = Text(node.properties, key);
      if (!value.empty()) absl::StrAppend(&text, " ", key, "=", value);
    }
    for (const Part& part : PartsOf(node, graph)) {
      absl::StrAppend(&text, " ", part.role, "=", Text(part.actor->properties, "name"));
    }
    text += "\n";
  }
  for (const Edge& edge : graph.edges) {
    if (IsHeadline(edge) || edge.type == "INVOLVES" || edge.type == "HOLDS_OFFICE") {
      absl::StrAppend(&text, "  ", edge.from, " ", edge.type, " ", edge.to, "\n");
    } else if (edge.type == "REPORTED_IN") {
      absl::StrAppend(&text, "  ", edge.from, " by ", Text(edge.properties, "rule"), ": ",
                      Text(edge.properties, "quote"), "\n");
    }
  }
  return text.empty() ? "  nothing\n" : text;
}

}  // namespace norn::tests
