#include "tools/export/event_filter.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/search_key.h"
#include "base/status_macros.h"
#include "query/diagnostics/diagnostic.h"
#include "tools/export/text/picture_text.h"
#include "tools/export/text/time_span.h"

namespace norn::tools {
namespace {

using graph::Edge;
using graph::Node;
using graph::PropertyGraph;
using Ids = absl::flat_hash_set<std::string>;

// The first or last day that a bound means; empty for no bound.
absl::StatusOr<TimeSpan> SpanOfBound(const std::string& date, const char* option) {
  if (date.empty()) return TimeSpan();
  TimeSpan span = SpanOf({{"date", graph::Value(date)}});
  if (span.is_known()) return span;
  return absl::InvalidArgumentError(
      absl::StrCat(option, ": '", date, "' is no date such as 2025, 2025-07 or 2025-07-04"));
}

bool IsAmong(const std::vector<std::string>& wanted, const std::string& text) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), text) != wanted.end();
}

struct Bounds {
  std::string first;  // days; empty: none
  std::string last;
};

bool Passes(const Node& event, const EventFilter& filter, const Bounds& bounds) {
  if (!IsAmong(filter.types, TextOf(event.properties, "type"))) return false;
  if (!IsAmong(filter.statuses, TextOf(event.properties, "status"))) return false;
  const auto reports = event.properties.find("reports");
  const int64_t* const count =
      reports == event.properties.end() ? nullptr : reports->second.As<int64_t>();
  if ((count == nullptr ? 0 : *count) < filter.min_reports) return false;
  if (bounds.first.empty() && bounds.last.empty()) return true;
  const TimeSpan span = SpanOf(event.properties);
  return span.is_known() && (bounds.first.empty() || span.last >= bounds.first) &&
         (bounds.last.empty() || span.first <= bounds.last);
}

// "did you mean …", of the first names that a part of is wanted; empty: there are none.
std::string NamesWith(const std::string& wanted, const std::vector<std::string>& names) {
  constexpr size_t kMost = 3;
  std::set<std::string> with;
  for (const std::string& name : names) {
    if (!wanted.empty() && absl::StrContains(base::SearchKey(name), wanted)) with.insert(name);
  }
  std::vector<std::string> first(with.begin(), with.end());
  first.resize(std::min(first.size(), kMost));
  return first.empty() ? "" : absl::StrCat("did you mean `", absl::StrJoin(first, "`, `"), "`?");
}

// The one actor of that id, name or alias.
absl::StatusOr<std::string> FindActor(const PropertyGraph& graph, const std::string& name) {
  const std::string wanted = base::SearchKey(name);
  std::set<std::string> found;
  std::vector<std::string> names;
  for (const Node& node : graph.nodes) {
    if (node.id == name) return node.id;
    if (!HasLabel(node, "Actor")) continue;
    names.push_back(TextOf(node.properties, "name"));
    if (base::SearchKey(names.back()) == wanted) found.insert(node.id);
    const auto aliases = node.properties.find("aliases");
    const auto* list =
        aliases == node.properties.end() ? nullptr : aliases->second.As<graph::Value::List>();
    if (list == nullptr) continue;
    for (const graph::Value& alias : *list) {
      const std::string* text = alias.As<std::string>();
      if (text == nullptr) continue;
      names.push_back(*text);
      if (base::SearchKey(*text) == wanted) found.insert(node.id);
    }
  }
  if (found.size() == 1) return *found.begin();
  if (found.empty()) {
    std::string suggestion = query::DidYouMean(name, names);
    if (suggestion.empty()) suggestion = NamesWith(wanted, names);
    return absl::NotFoundError(absl::StrCat("nobody in the graph goes by the name '", name, "'",
                                            suggestion.empty() ? "" : "; ", suggestion));
  }
  return absl::InvalidArgumentError(absl::StrCat(
      "'", name, "' is the name of several; give an id: ", absl::StrJoin(found, ", ")));
}

// The event that an edge belongs to, or came of; empty: none.
std::string EventOf(const Edge& edge, const Ids& events) {
  if (events.contains(edge.to)) return edge.to;
  if (events.contains(edge.from)) return edge.from;
  const std::string named = TextOf(edge.properties, "event");
  return events.contains(named) ? named : "";
}

// Takes out the events that are not in `kept`, and what belongs to them.
void KeepEvents(PropertyGraph& graph, const Ids& kept) {
  Ids gone;
  for (const Node& node : graph.nodes) {
    if (HasLabel(node, "Event") && !kept.contains(node.id)) gone.insert(node.id);
  }
  graph.edges.erase(
      std::remove_if(graph.edges.begin(), graph.edges.end(),
                     [&gone](const Edge& edge) { return !EventOf(edge, gone).empty(); }),
      graph.edges.end());
  graph.nodes.erase(std::remove_if(graph.nodes.begin(), graph.nodes.end(),
                                   [&gone](const Node& node) { return gone.contains(node.id); }),
                    graph.nodes.end());
}

// The events within reach: from who is near to all who took part with them, `depth` times.
Ids EventsAround(const PropertyGraph& graph, const std::string& center, int depth) {
  absl::flat_hash_map<std::string, std::vector<std::string>> events_of, actors_of;
  for (const Edge& edge : graph.edges) {
    if (edge.type != "PARTICIPATED_IN" && edge.type != "MET_AT") continue;
    events_of[edge.from].push_back(edge.to);
    actors_of[edge.to].push_back(edge.from);
  }
  Ids events;
  Ids near = {center};
  std::vector<std::string> newcomers = {center};
  for (int step = 0; step < depth && !newcomers.empty(); ++step) {
    std::vector<std::string> next;
    for (const std::string& actor : newcomers) {
      for (const std::string& event : events_of[actor]) {
        if (!events.insert(event).second) continue;
        for (const std::string& other : actors_of[event]) {
          if (near.insert(other).second) next.push_back(other);
        }
      }
    }
    newcomers = std::move(next);
  }
  return events;
}

}  // namespace

absl::StatusOr<PropertyGraph> FilterEvents(PropertyGraph graph, const EventFilter& filter) {
  NORN_ASSIGN_OR_RETURN(const TimeSpan from, SpanOfBound(filter.from, "--from"));
  NORN_ASSIGN_OR_RETURN(const TimeSpan to, SpanOfBound(filter.to, "--to"));
  const Bounds bounds = {from.first, to.last};
  Ids kept;
  for (const Node& node : graph.nodes) {
    if (HasLabel(node, "Event") && Passes(node, filter, bounds)) kept.insert(node.id);
  }
  KeepEvents(graph, kept);
  if (filter.around.empty()) return graph;
  NORN_ASSIGN_OR_RETURN(const std::string center, FindActor(graph, filter.around));
  KeepEvents(graph, EventsAround(graph, center, filter.depth));
  return graph;
}

std::string Describe(const EventFilter& filter) {
  std::vector<std::string> parts;
  if (!filter.types.empty()) parts.push_back(absl::StrJoin(filter.types, ", "));
  if (!filter.statuses.empty()) parts.push_back(absl::StrJoin(filter.statuses, ", "));
  if (!filter.around.empty()) {
    parts.push_back(
        absl::StrCat("around ", filter.around,
                     filter.depth > 1 ? absl::StrCat(" (", filter.depth, " steps)") : ""));
  }
  if (!filter.from.empty()) parts.push_back(absl::StrCat("from ", filter.from));
  if (!filter.to.empty()) parts.push_back(absl::StrCat("to ", filter.to));
  if (filter.min_reports > 0) {
    parts.push_back(absl::StrCat("in ", filter.min_reports, " or more articles"));
  }
  return absl::StrJoin(parts, " · ");
}

}  // namespace norn::tools
