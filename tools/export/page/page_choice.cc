#include "tools/export/page/page_choice.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "ingest/lexicon/event_schema.h"
#include "tools/export/text/palette.h"
#include "tools/export/text/picture_text.h"

namespace norn::tools {
namespace {

using graph::Edge;
using graph::Node;
using graph::PropertyGraph;

// The first nodes by rank, the smallest first.
std::set<size_t> First(std::vector<std::pair<int64_t, size_t>> ranked, size_t limit) {
  std::sort(ranked.begin(), ranked.end());
  ranked.resize(std::min(ranked.size(), limit));
  std::set<size_t> nodes;
  for (const auto& [rank, node] : ranked) nodes.insert(node);
  return nodes;
}

class Chooser {
 public:
  Chooser(const PropertyGraph& graph, size_t limit) : graph_(graph), limit_(limit) {
    for (size_t i = 0; i < graph.nodes.size(); ++i) index_.emplace(graph.nodes[i].id, i);
  }

  PageChoice Choose() {
    std::set<size_t> chosen = ChooseEvents();
    choice_.has_events = !chosen.empty();
    if (!choice_.has_events) chosen = ChooseMostConnected();
    choice_.kept = chosen.size();
    if (choice_.has_events) AddWhoTookPart(chosen);
    for (const size_t node : chosen) {
      place_.emplace(node, choice_.nodes.size());
      choice_.nodes.push_back(node);
    }
    for (const Edge& edge : graph_.edges) AddLine(edge);
    return std::move(choice_);
  }

 private:
  std::set<size_t> ChooseEvents() {
    std::vector<std::pair<int64_t, size_t>> events;
    for (size_t i = 0; i < graph_.nodes.size(); ++i) {
      const Node& node = graph_.nodes[i];
      if (!HasLabel(node, "Event")) continue;
      const auto reports = node.properties.find("reports");
      const int64_t* const count =
          reports == node.properties.end() ? nullptr : reports->second.As<int64_t>();
      events.emplace_back(count == nullptr ? 0 : -*count, i);
    }
    choice_.all = events.size();
    return First(std::move(events), limit_);
  }

  std::set<size_t> ChooseMostConnected() {
    std::vector<std::pair<int64_t, size_t>> nodes;
    for (size_t i = 0; i < graph_.nodes.size(); ++i) nodes.emplace_back(0, i);
    for (const Edge& edge : graph_.edges) {
      --nodes[index_.at(edge.from)].first;
      --nodes[index_.at(edge.to)].first;
    }
    choice_.all = nodes.size();
    return First(std::move(nodes), limit_);
  }

  void AddWhoTookPart(std::set<size_t>& chosen) const {
    const std::set<size_t> events = chosen;
    for (const Edge& edge : graph_.edges) {
      const size_t from = index_.at(edge.from);
      const size_t to = index_.at(edge.to);
      if (edge.type == "PARTICIPATED_IN" && events.count(to) > 0) chosen.insert(from);
      if (edge.type == "INVOLVES" && events.count(from) > 0) chosen.insert(to);
    }
  }

  void AddLine(const Edge& edge) {
    const auto from = place_.find(index_.at(edge.from));
    const auto to = place_.find(index_.at(edge.to));
    if (from == place_.end() || to == place_.end()) return;
    const EdgeStyle& style = StyleOfType(edge.type);
    if (!choice_.has_events) {
      choice_.lines.push_back(
          {from->second, to->second, edge.type, style.directed, std::string(style.color)});
    } else if (edge.type == "PARTICIPATED_IN") {
      AddRole(edge, from->second, to->second);
    } else if (edge.type == "INVOLVES") {
      choice_.lines.push_back({from->second, to->second, "", false, std::string(style.color)});
    }
  }

  // In the direction in which something was done or given.
  void AddRole(const Edge& edge, size_t actor, size_t event) {
    const Node& node = graph_.nodes[choice_.nodes[event]];
    const std::string role = TextOf(edge.properties, "role");
    const ingest::Role& known =
        ingest::EventSchema::BuiltIn().RoleOf(TextOf(node.properties, "type"), role);
    const bool receives = known.direction() == ingest::Role::TO;
    choice_.lines.push_back({receives ? event : actor, receives ? actor : event,
                             known.generic() ? "" : role,
                             known.direction() != ingest::Role::NO_DIRECTION,
                             std::string(StyleOfLabels(node.labels).border)});
  }

  const PropertyGraph& graph_;
  const size_t limit_;
  absl::flat_hash_map<std::string, size_t> index_;
  absl::flat_hash_map<size_t, size_t> place_;  // in choice_.nodes
  PageChoice choice_;
};

}  // namespace

PageChoice ChoosePage(const PropertyGraph& graph, size_t limit) {
  return Chooser(graph, limit).Choose();
}

}  // namespace norn::tools
