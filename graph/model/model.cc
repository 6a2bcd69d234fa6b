#include "graph/model/model.h"

#include <algorithm>
#include <tuple>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "base/utf8.h"

namespace norn::graph {
namespace {

absl::Status CheckText(absl::string_view text, absl::string_view what, absl::string_view owner) {
  if (base::IsUtf8(text)) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(
      what, " of ", absl::CHexEscape(owner), " is not UTF-8: \"", absl::CHexEscape(text), "\""));
}

absl::Status CheckValue(const Value& value, absl::string_view owner, int depth) {
  if (const auto* text = value.As<std::string>()) return CheckText(*text, "a property", owner);
  if (const auto* time = value.As<ZonedDateTime>()) {
    return CheckText(time->zone, "a time zone", owner);
  }
  if (const auto* list = value.As<Value::List>()) {
    if (depth == kMaxListDepth) {
      return absl::InvalidArgumentError(absl::StrCat("a list of ", owner, " is nested more than ",
                                                     kMaxListDepth, " deep; store it as text"));
    }
    for (const Value& item : *list) NORN_RETURN_IF_ERROR(CheckValue(item, owner, depth + 1));
  }
  return absl::OkStatus();
}

absl::Status NormalizeProperties(Properties& properties, absl::string_view owner) {
  for (auto it = properties.begin(); it != properties.end();) {
    if (it->second.is_null()) {
      it = properties.erase(it);
      continue;
    }
    NORN_RETURN_IF_ERROR(CheckText(it->first, "a property's name", owner));
    NORN_RETURN_IF_ERROR(CheckValue(it->second, owner, 0));
    ++it;
  }
  return absl::OkStatus();
}

absl::Status NormalizeNode(Node& node) {
  if (node.id.empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat("a node has an empty id (labels: ",
                     node.labels.empty() ? "none" : absl::CHexEscape(node.labels.front()), ")"));
  }
  NORN_RETURN_IF_ERROR(CheckText(node.id, "the id", node.id));
  for (const std::string& label : node.labels) {
    NORN_RETURN_IF_ERROR(CheckText(label, "a label", node.id));
  }
  std::sort(node.labels.begin(), node.labels.end());
  node.labels.erase(std::unique(node.labels.begin(), node.labels.end()), node.labels.end());
  return NormalizeProperties(node.properties, node.id);
}

bool HasNode(const std::vector<Node>& nodes, const std::string& id) {
  const auto it = std::lower_bound(nodes.begin(), nodes.end(), id,
                                   [](const Node& n, const std::string& i) { return n.id < i; });
  return it != nodes.end() && it->id == id;
}

auto EdgeIdentity(const Edge& e) { return std::tie(e.from, e.type, e.to, e.key); }

std::string Describe(const Edge& e) {
  return absl::StrCat("edge ", e.from, " -[", e.type, " ", e.key, "]-> ", e.to);
}

absl::Status NormalizeEdge(Edge& edge, const std::vector<Node>& nodes, const Edge* before) {
  const bool new_source = before == nullptr || before->from != edge.from;
  for (const std::string* end : {&edge.from, &edge.to}) {
    // Edges are sorted by source: most share it with the one before.
    if (end == &edge.from && !new_source) continue;
    if (!HasNode(nodes, *end)) {
      return absl::InvalidArgumentError(absl::StrCat(
          absl::CHexEscape(Describe(edge)), ": there is no node \"", absl::CHexEscape(*end), "\""));
    }
  }
  NORN_RETURN_IF_ERROR(CheckText(edge.type, "the type of an edge", edge.from));
  NORN_RETURN_IF_ERROR(CheckText(edge.key, "the key of an edge", edge.from));
  if (edge.type.empty()) {
    return absl::InvalidArgumentError(absl::StrCat(Describe(edge), " has no type"));
  }
  if (before != nullptr && EdgeIdentity(*before) == EdgeIdentity(edge)) {
    return absl::InvalidArgumentError(absl::StrCat(Describe(edge), " is there twice"));
  }
  return NormalizeProperties(edge.properties, edge.from);
}

}  // namespace

absl::Status Normalize(PropertyGraph& graph) {
  for (Node& node : graph.nodes) NORN_RETURN_IF_ERROR(NormalizeNode(node));
  SortGraph(graph);
  for (size_t i = 1; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i].id == graph.nodes[i - 1].id) {
      return absl::InvalidArgumentError(
          absl::StrCat("two nodes have the id \"", graph.nodes[i].id, "\""));
    }
  }
  const Edge* before = nullptr;
  for (Edge& edge : graph.edges) {
    NORN_RETURN_IF_ERROR(NormalizeEdge(edge, graph.nodes, before));
    before = &edge;
  }
  return absl::OkStatus();
}

void SortGraph(PropertyGraph& graph) {
  const auto by_id = [](const Node& a, const Node& b) { return a.id < b.id; };
  const auto by_identity = [](const Edge& a, const Edge& b) {
    return EdgeIdentity(a) < EdgeIdentity(b);
  };
  // Most graphs come sorted already, from the store or from resolution.
  if (!std::is_sorted(graph.nodes.begin(), graph.nodes.end(), by_id)) {
    std::sort(graph.nodes.begin(), graph.nodes.end(), by_id);
  }
  if (!std::is_sorted(graph.edges.begin(), graph.edges.end(), by_identity)) {
    std::sort(graph.edges.begin(), graph.edges.end(), by_identity);
  }
}

}  // namespace norn::graph
