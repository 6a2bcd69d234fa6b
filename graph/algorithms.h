// Graph algorithms over a view, by Boost.Graph, without a copy of the graph. Results are vectors
// indexed by node.
//
//   const EdgeSelection calls{{*view.FindEdgeType("SPOKE_WITH")}, Reading::kUndirected};
//   const std::vector<double> rank = PageRank(view, calls);
//   const std::vector<uint32_t> component = ConnectedComponents(view, calls);
#ifndef NORN_GRAPH_ALGORITHMS_H_
#define NORN_GRAPH_ALGORITHMS_H_

#include <cstdint>
#include <limits>
#include <vector>

#include "graph/view.h"

namespace norn::graph {

enum class Reading {
  kDirected,    // edges lead from source to target
  kUndirected,  // edges lead both ways
};

// Which edges an algorithm sees.
struct EdgeSelection {
  std::vector<EdgeTypeId> types;  // empty: all
  Reading reading = Reading::kDirected;
};

struct PageRankOptions {
  double damping = 0.85;
  int iterations = 20;
};
// Not normalized: 1 - damping is what a node has that nobody points to.
std::vector<double> PageRank(const View& view, const EdgeSelection& selection,
                             const PageRankOptions& options = {});

// Components are numbered by their first nodes. The reading is always undirected.
std::vector<uint32_t> ConnectedComponents(const View& view, const EdgeSelection& selection);
// Components are numbered by their first nodes. The reading is always directed.
std::vector<uint32_t> StronglyConnectedComponents(const View& view, const EdgeSelection& selection);

inline constexpr uint32_t kUnreached = std::numeric_limits<uint32_t>::max();
// How many edges away from `start` each node is.
std::vector<uint32_t> Distances(const View& view, const EdgeSelection& selection, NodeIndex start);

// A path with the fewest edges; its nodes are one more than its edges. Among several, the one whose
// edges come first in the view. Empty if there is none.
struct Path {
  std::vector<NodeIndex> nodes;
  std::vector<EdgeIndex> edges;
};
Path ShortestPath(const View& view, const EdgeSelection& selection, NodeIndex from, NodeIndex to);

// How many shortest paths between others go through each node (Brandes). Takes nodes times edges
// steps: for graphs of some thousand nodes. Undirected paths count once in each direction, and
// parallel edges are several paths.
std::vector<double> Betweenness(const View& view, const EdgeSelection& selection);

// The largest k for which the node is in a part of the graph where each has k edges or more,
// parallel ones counted. The reading is always undirected.
std::vector<uint32_t> CoreNumbers(const View& view, const EdgeSelection& selection);

// Edges of each node in the reading: those that leave it, or all.
std::vector<uint32_t> Degrees(const View& view, const EdgeSelection& selection);

}  // namespace norn::graph

#endif  // NORN_GRAPH_ALGORITHMS_H_
