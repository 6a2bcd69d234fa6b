#include "tools/export/picture/difference_graph.h"

#include <map>
#include <set>
#include <string>
#include <tuple>

#include "absl/strings/string_view.h"
#include "tools/export/picture/change.h"
#include "tools/export/text/picture_text.h"

namespace norn::tools {
namespace {

using graph::Edge;
using graph::Node;
using graph::PropertyGraph;

// In one of the graphs, or in both.
template <typename Element>
struct Pair {
  const Element* older = nullptr;
  const Element* newer = nullptr;
  const Element& Latest() const { return newer == nullptr ? *older : *newer; }
};

auto KeyOf(const Node& node) { return std::tie(node.id); }
auto KeyOf(const Edge& edge) { return std::tie(edge.from, edge.type, edge.to, edge.key); }

template <typename Element>
auto PairUp(const std::vector<Element>& older, const std::vector<Element>& newer) {
  std::map<decltype(KeyOf(older.front())), Pair<Element>> pairs;
  for (const Element& element : older) pairs[KeyOf(element)].older = &element;
  for (const Element& element : newer) pairs[KeyOf(element)].newer = &element;
  return pairs;
}

bool IsChanged(const Node& older, const Node& newer) {
  if (HasLabel(newer, "Event")) return older != newer;
  return older.labels != newer.labels ||
         TextOf(older.properties, "name") != TextOf(newer.properties, "name");
}

bool IsChanged(const Edge& older, const Edge& newer) { return older != newer; }

template <typename Element>
Change ChangeBetween(const Pair<Element>& pair) {
  if (pair.older == nullptr) return Change::kNew;
  if (pair.newer == nullptr) return Change::kGone;
  return IsChanged(*pair.older, *pair.newer) ? Change::kChanged : Change::kNone;
}

template <typename Element>
Element Marked(const Pair<Element>& pair) {
  Element element = pair.Latest();
  const Change change = ChangeBetween(pair);
  element.properties.erase(kChangeProperty);
  if (change != Change::kNone) {
    element.properties[kChangeProperty] = graph::Value(std::string(StyleOf(change).name));
  }
  return element;
}

// It tells where something stands, not what was done.
bool IsEvidence(const Edge& edge) {
  return edge.type == "REPORTED_IN" || edge.type == "MENTIONED_IN";
}

}  // namespace

PropertyGraph DifferenceGraph(const PropertyGraph& older, const PropertyGraph& newer) {
  const auto nodes = PairUp(older.nodes, newer.nodes);
  const auto edges = PairUp(older.edges, newer.edges);
  // Nodes that are shown, and events of which everything is.
  std::set<absl::string_view> shown, whole;
  for (const auto& [key, pair] : nodes) {
    if (ChangeBetween(pair) == Change::kNone) continue;
    shown.insert(pair.Latest().id);
    if (HasLabel(pair.Latest(), "Event")) whole.insert(pair.Latest().id);
  }
  const auto is_event = [&](const std::string& id) {
    const auto at = nodes.find(std::tie(id));
    return at != nodes.end() && HasLabel(at->second.Latest(), "Event");
  };
  std::set<std::string> events_of_edges;
  for (const auto& [key, pair] : edges) {
    const Edge& edge = pair.Latest();
    if (ChangeBetween(pair) == Change::kNone || IsEvidence(edge)) continue;
    for (const std::string& id : {edge.from, edge.to, TextOf(edge.properties, "event")}) {
      if (is_event(id)) events_of_edges.insert(id);
    }
  }
  whole.insert(events_of_edges.begin(), events_of_edges.end());

  PropertyGraph difference;
  for (const auto& [key, pair] : edges) {
    const Edge& edge = pair.Latest();
    const bool is_of_event = whole.contains(edge.from) || whole.contains(edge.to) ||
                             whole.contains(TextOf(edge.properties, "event"));
    if (!is_of_event && ChangeBetween(pair) == Change::kNone) continue;
    shown.insert(edge.from);
    shown.insert(edge.to);
    difference.edges.push_back(Marked(pair));
  }
  shown.insert(whole.begin(), whole.end());
  for (const auto& [key, pair] : nodes) {
    if (shown.contains(pair.Latest().id)) difference.nodes.push_back(Marked(pair));
  }
  return difference;
}

}  // namespace norn::tools
