#include "graph/algorithms/csr_projection.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <iterator>
#include <thread>

namespace norn::graph {
namespace {

bool HasOneOf(const NodeGroup& group, const std::vector<LabelId>& labels) {
  return labels.empty() || std::any_of(labels.begin(), labels.end(), [&](LabelId label) {
           return std::binary_search(group.labels.begin(), group.labels.end(), label);
         });
}

}  // namespace

std::vector<NodeIndex> SelectNodes(const View& view, const GraphSelection& selection) {
  std::vector<NodeIndex> nodes;
  for (const NodeGroup& group : view.node_groups()) {
    if (!HasOneOf(group, selection.labels)) continue;
    for (NodeIndex i = 0; i < group.count; ++i) nodes.push_back(group.first + i);
  }
  std::sort(nodes.begin(), nodes.end());
  if (!selection.nodes) return nodes;
  std::vector<NodeIndex> wanted = *selection.nodes;
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  std::vector<NodeIndex> both;
  std::set_intersection(nodes.begin(), nodes.end(), wanted.begin(), wanted.end(),
                        std::back_inserter(both));
  return both;
}

CsrProjection::CsrProjection(const View& view, const GraphSelection& selection,
                             const base::KeepGoing& keep_going)
    : orientation_(selection.orientation), nodes_(SelectNodes(view, selection)) {
  if (nodes_.size() != view.node_count()) {
    vertex_of_.assign(view.node_count(), kNone);
    for (Vertex v = 0; v < nodes_.size(); ++v) vertex_of_[nodes_[v]] = v;
  }
  std::vector<EdgeTypeId> types = selection.types;
  if (types.empty()) {
    for (EdgeTypeId type = 0; type < view.edge_types().size(); ++type) types.push_back(type);
  }
  uint64_t edges = 0;
  for (const EdgeTypeId type : types) edges += view.CountEdges(type);
  const bool is_directed = orientation_ == Orientation::kDirected;
  // One thread asks whether to go on, for both.
  std::atomic<bool> stopped = false;
  const auto fill = [&](Rows& rows, bool outward, bool inward,
                        base::CancellationToken* cancellation) {
    rows.begin.reserve(nodes_.size() + 1);
    rows.to.reserve(outward && inward ? 2 * edges : edges);
    const auto append = [&](const HalfEdges& half) {
      for (const NodeIndex node : half.nodes) {
        if (const Vertex vertex = VertexOf(node); vertex != kNone) rows.to.push_back(vertex);
      }
    };
    for (const NodeIndex node : nodes_) {
      if (cancellation != nullptr && cancellation->IsStopped()) stopped = true;
      for (const EdgeTypeId type : types) {
        if (stopped) break;
        if (outward) append(view.Out(node, type));
        if (inward) append(view.In(node, type));
      }
      if (selection.is_simple) {
        const auto first = rows.to.begin() + static_cast<std::ptrdiff_t>(rows.begin.back());
        std::sort(first, rows.to.end());
        rows.to.erase(std::unique(first, rows.to.end()), rows.to.end());
        rows.to.erase(std::remove(first, rows.to.end(), VertexOf(node)), rows.to.end());
      }
      rows.begin.push_back(rows.to.size());
    }
  };
  base::CancellationToken cancellation(keep_going);
  if (!is_directed) {
    fill(out_, true, true, &cancellation);
    return;
  }
  std::thread other([&] { fill(in_, false, true, nullptr); });
  fill(out_, true, false, &cancellation);
  other.join();
}

CsrProjection::Vertex CsrProjection::VertexOf(NodeIndex node) const {
  return vertex_of_.empty() ? node : vertex_of_[node];
}

}  // namespace norn::graph
