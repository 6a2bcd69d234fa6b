#include "tools/export/subgraph.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "base/status_macros.h"
#include "query/values/value.h"

namespace norn::tools {
namespace {

using graph::EdgeIndex;
using graph::KeyId;
using graph::NodeIndex;
using query::Value;

struct Elements {
  std::set<NodeIndex> nodes;
  std::set<EdgeIndex> edges;
};

// The nesting of values is limited by the query language itself.
void Collect(const Value& value, Elements& found) {
  switch (value.kind()) {
    case Value::Kind::kNode:
      found.nodes.insert(value.node().index);
      break;
    case Value::Kind::kRelationship:
      found.edges.insert(value.relationship().index);
      break;
    case Value::Kind::kPath:
      for (const Value& node : value.path().nodes) Collect(node, found);
      for (const Value& edge : value.path().relationships) Collect(edge, found);
      break;
    case Value::Kind::kList:
      for (const Value& item : value.list()) Collect(item, found);
      break;
    case Value::Kind::kMap:
      for (const auto& [key, item] : value.map()) Collect(item, found);
      break;
    case Value::Kind::kNull:
    case Value::Kind::kBool:
    case Value::Kind::kInteger:
    case Value::Kind::kFloat:
    case Value::Kind::kString:
    case Value::Kind::kDate:
    case Value::Kind::kLocalTime:
    case Value::Kind::kTime:
    case Value::Kind::kLocalDateTime:
    case Value::Kind::kDateTime:
    case Value::Kind::kDuration:
      break;
  }
}

graph::Node NodeOf(const graph::View& view, NodeIndex index) {
  graph::Node node;
  node.id = std::string(view.NodeId(index));
  for (const graph::LabelId label : view.node_groups()[view.GroupOf(index)].labels) {
    node.labels.emplace_back(view.labels()[label]);
  }
  for (KeyId key = 0; key < view.property_keys().size(); ++key) {
    if (view.property_keys()[key] == "id") continue;
    graph::Value value = view.NodeProperty(index, key);
    if (!value.is_null()) node.properties.emplace(view.property_keys()[key], std::move(value));
  }
  return node;
}

graph::Edge EdgeOf(const graph::View& view, EdgeIndex index) {
  graph::Edge edge;
  edge.from = std::string(view.NodeId(view.Source(index)));
  edge.to = std::string(view.NodeId(view.Target(index)));
  edge.type = std::string(view.edge_types()[view.TypeOf(index)]);
  edge.key = std::string(view.EdgeKey(index));
  for (KeyId key = 0; key < view.property_keys().size(); ++key) {
    graph::Value value = view.EdgeProperty(index, key);
    if (!value.is_null()) edge.properties.emplace(view.property_keys()[key], std::move(value));
  }
  return edge;
}

// The event that an edge came of, with the parts that those who were found had in it.
void AddEventOf(const graph::View& view, EdgeIndex edge, Elements& found) {
  const auto key = view.FindKey("event");
  if (!key.has_value()) return;
  const graph::Value named = view.EdgeProperty(edge, *key);
  const std::string* const id = named.As<std::string>();
  const auto event = id == nullptr ? std::nullopt : view.FindNode(*id);
  if (!event.has_value() || !found.nodes.insert(*event).second) return;
  for (const char* type : {"PARTICIPATED_IN", "MET_AT"}) {
    const auto part = view.FindEdgeType(type);
    if (!part.has_value()) continue;
    const graph::HalfEdges parts = view.In(*event, *part);
    for (size_t i = 0; i < parts.size(); ++i) {
      if (found.nodes.contains(parts.nodes[i])) found.edges.insert(parts.edge(i));
    }
  }
}

// The articles that report what was found, and the edges with their sentences.
void AddEvidence(const graph::View& view, Elements& found) {
  const std::set<EdgeIndex> edges = found.edges;
  for (const EdgeIndex edge : edges) AddEventOf(view, edge, found);
  const auto reported = view.FindEdgeType("REPORTED_IN");
  if (!reported.has_value()) return;
  const std::set<NodeIndex> nodes = found.nodes;
  for (const NodeIndex node : nodes) {
    const graph::HalfEdges reports = view.Out(node, *reported);
    for (size_t i = 0; i < reports.size(); ++i) {
      found.edges.insert(reports.edge(i));
      found.nodes.insert(reports.nodes[i]);
    }
  }
}

Elements ElementsOf(const query::Result& result) {
  Elements found;
  for (const std::vector<Value>& row : result.rows) {
    for (const Value& value : row) Collect(value, found);
  }
  return found;
}

}  // namespace

bool HasElements(const query::Result& result) {
  const Elements found = ElementsOf(result);
  return !found.nodes.empty() || !found.edges.empty();
}

bool HasRelationships(const query::Result& result) { return !ElementsOf(result).edges.empty(); }

absl::StatusOr<graph::PropertyGraph> SubgraphOf(const graph::View& view,
                                                const query::Result& result, Evidence evidence,
                                                const query::Result* matched) {
  Elements found = ElementsOf(result);
  if (!result.rows.empty() && found.nodes.empty() && found.edges.empty()) {
    return absl::InvalidArgumentError(
        "the query's answer has no nodes and no relationships: return them themselves, as in "
        "MATCH (a)-[r]-(b) RETURN a, r, b");
  }
  for (const EdgeIndex edge : found.edges) {
    found.nodes.insert(view.Source(edge));
    found.nodes.insert(view.Target(edge));
  }
  if (matched != nullptr) {
    for (const EdgeIndex edge : ElementsOf(*matched).edges) {
      if (found.nodes.contains(view.Source(edge)) && found.nodes.contains(view.Target(edge))) {
        found.edges.insert(edge);
      }
    }
  }
  if (evidence == Evidence::kIncluded) AddEvidence(view, found);
  graph::PropertyGraph graph;
  for (const NodeIndex node : found.nodes) graph.nodes.push_back(NodeOf(view, node));
  for (const EdgeIndex edge : found.edges) graph.edges.push_back(EdgeOf(view, edge));
  NORN_RETURN_IF_ERROR(graph::Normalize(graph));
  return graph;
}

}  // namespace norn::tools
