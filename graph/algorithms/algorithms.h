// Graph algorithms over a part of a view, most of them Boost.Graph's. Results are vectors indexed
// by the projection's vertices.
//
//   const CsrProjection calls(view, {.types = {*view.FindEdgeType("SPOKE_WITH")}});
//   const std::vector<uint32_t> cores = CoreNumbers(calls, keep_going);
//   const std::vector<uint32_t> component = ConnectedComponents(calls, keep_going);
#ifndef NORN_GRAPH_ALGORITHMS_ALGORITHMS_H_
#define NORN_GRAPH_ALGORITHMS_ALGORITHMS_H_

#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "base/cancellation.h"
#include "graph/algorithms/csr_projection.h"
#include "graph/view/view.h"

namespace norn::graph {

struct PageRankOptions {
  double damping = 0.85;
  int iterations = 20;
};
// Not normalized: 1 - damping is what a node has that nobody points to. Uses two threads where the
// graph is large; the ranks are the same to the bit.
std::vector<double> PageRank(const CsrProjection& graph, const PageRankOptions& options,
                             const base::KeepGoing& keep_going);

// Components are numbered by their first vertices. The orientation must be undirected.
std::vector<uint32_t> ConnectedComponents(const CsrProjection& graph,
                                          const base::KeepGoing& keep_going);
// Components are numbered by their first vertices. The orientation must be directed.
std::vector<uint32_t> StronglyConnectedComponents(const CsrProjection& graph,
                                                  const base::KeepGoing& keep_going);

inline constexpr uint32_t kUnreached = std::numeric_limits<uint32_t>::max();
// How many edges away from `start` each vertex is.
std::vector<uint32_t> Distances(const CsrProjection& graph, CsrProjection::Vertex start,
                                const base::KeepGoing& keep_going);

// How many shortest paths between two others go through each vertex, of several between the same
// two its part of them (Brandes, 2001); as NetworkX's betweenness_centrality with normalized=False.
// Takes vertices times edges steps. Undirected, each two vertices count once. Parallel edges are
// several paths, unless the projection is simple.
std::vector<double> Betweenness(const CsrProjection& graph, const base::KeepGoing& keep_going);

// For each vertex, how near those are that it reaches: (reached / sum of distances) * (reached /
// (vertices - 1)), after Wasserman and Faust (1994), so that graphs in several parts compare; 0
// where it reaches nobody. Takes vertices times edges steps.
std::vector<double> Closeness(const CsrProjection& graph, const base::KeepGoing& keep_going);

// The largest k for which the vertex is in a part of the graph where each has k edges or more
// (Batagelj and Zaveršnik, 2003); on a simple projection as NetworkX's core_number. The orientation
// must be undirected.
std::vector<uint32_t> CoreNumbers(const CsrProjection& graph, const base::KeepGoing& keep_going);

// Edges of each vertex: those that leave it, or all where it is undirected.
std::vector<uint32_t> Degrees(const CsrProjection& graph);

// In how many triangles each vertex is, parallel edges counted once. The orientation must be
// undirected.
std::vector<uint64_t> Triangles(const CsrProjection& graph, const base::KeepGoing& keep_going);

// A path; its nodes are one more than its edges. Empty if there is none.
struct Path {
  std::vector<NodeIndex> nodes;
  std::vector<EdgeIndex> edges;
  double weight = 0;
};

// The lightest path between two nodes of the view (Dijkstra), by a number that each edge has: null
// counts as 1. Negative is taken for 0.
using EdgeWeight = std::function<double(EdgeIndex)>;
Path LightestPath(const View& view, const GraphSelection& selection, NodeIndex from, NodeIndex to,
                  const EdgeWeight& weight, const base::KeepGoing& keep_going);

}  // namespace norn::graph

#endif  // NORN_GRAPH_ALGORITHMS_ALGORITHMS_H_
