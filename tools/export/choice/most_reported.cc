#include "tools/export/choice/most_reported.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "tools/export/text/picture_text.h"

namespace norn::tools {
namespace {

using graph::GraphRows;

// A node and its rank, the smallest first.
using Ranked = std::vector<std::pair<int64_t, uint32_t>>;

int64_t ReportsOf(const graph::Node& event) {
  const auto reports = event.properties.find("reports");
  const int64_t* const count =
      reports == event.properties.end() ? nullptr : reports->second.As<int64_t>();
  return count == nullptr ? 0 : *count;
}

bool IsHeadline(absl::string_view type) { return type == "SPOKE_WITH" || type == "SUPPLIED"; }

class Taker {
 public:
  explicit Taker(const GraphRows& rows)
      : rows_(rows), is_chosen_(rows.node_count()), is_taken_(rows.node_count()) {}

  MostReported Take(size_t limit) {
    MostReported part;
    Ranked ranked = Events();
    part.has_events = !ranked.empty();
    if (!part.has_events) ranked = Nodes();
    part.all = ranked.size();
    part.taken = std::min(limit, ranked.size());
    std::sort(ranked.begin(), ranked.end());
    ranked.resize(part.taken);
    for (const auto& [rank, row] : ranked) is_chosen_[row] = is_taken_[row] = true;
    std::vector<uint32_t> edges = part.has_events ? EdgesOfEvents() : EdgesBetween();
    std::vector<uint32_t> nodes;
    for (uint32_t row = 0; row < is_taken_.size(); ++row) {
      if (is_taken_[row]) nodes.push_back(row);
    }
    part.graph = rows_.Part(std::move(nodes), std::move(edges)).Collect();
    return part;
  }

 private:
  Ranked Events() {
    Ranked events;
    for (uint32_t row = 0; row < rows_.node_count(); ++row) {
      const graph::Node node = rows_.NodeAt(row);
      if (HasLabel(node, "Event")) events.emplace_back(-ReportsOf(node), row);
    }
    return events;
  }

  Ranked Nodes() const {
    Ranked nodes(rows_.node_count());
    for (uint32_t row = 0; row < nodes.size(); ++row) nodes[row].second = row;
    for (size_t edge = 0; edge < rows_.edge_count(); ++edge) {
      --nodes[rows_.SourceRow(edge)].first;
      --nodes[rows_.TargetRow(edge)].first;
    }
    return nodes;
  }

  std::vector<uint32_t> EdgesBetween() const {
    std::vector<uint32_t> edges;
    for (uint32_t edge = 0; edge < rows_.edge_count(); ++edge) {
      if (is_chosen_[rows_.SourceRow(edge)] && is_chosen_[rows_.TargetRow(edge)]) {
        edges.push_back(edge);
      }
    }
    return edges;
  }

  std::vector<uint32_t> EdgesOfEvents() {
    absl::flat_hash_set<std::string> ids;
    for (uint32_t row = 0; row < is_chosen_.size(); ++row) {
      if (is_chosen_[row]) ids.insert(rows_.NodeAt(row).id);
    }
    std::vector<uint32_t> edges;
    std::vector<uint32_t> offices;
    for (uint32_t edge = 0; edge < rows_.edge_count(); ++edge) {
      const absl::string_view type = rows_.TypeAt(edge);
      if (type == "HOLDS_OFFICE") offices.push_back(edge);
      const bool joined = is_chosen_[rows_.SourceRow(edge)] || is_chosen_[rows_.TargetRow(edge)];
      if (!joined &&
          !(IsHeadline(type) && ids.contains(TextOf(rows_.EdgeAt(edge).properties, "event")))) {
        continue;
      }
      edges.push_back(edge);
      is_taken_[rows_.SourceRow(edge)] = is_taken_[rows_.TargetRow(edge)] = true;
    }
    for (const uint32_t edge : offices) {
      if (!is_taken_[rows_.SourceRow(edge)]) continue;
      edges.push_back(edge);
      is_taken_[rows_.TargetRow(edge)] = true;
    }
    std::sort(edges.begin(), edges.end());
    return edges;
  }

  const GraphRows& rows_;
  std::vector<bool> is_chosen_;  // an event, or a node of a graph without
  std::vector<bool> is_taken_;
};

}  // namespace

MostReported TakeMostReported(const GraphRows& rows, const MostReportedLimits& limits) {
  if (rows.node_count() + rows.edge_count() > limits.whole) return Taker(rows).Take(limits.events);
  MostReported all;
  all.graph = rows.Collect();
  return all;
}

}  // namespace norn::tools
