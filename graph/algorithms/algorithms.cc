#include "graph/algorithms/algorithms.h"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/strong_components.hpp>
#include <functional>
#include <queue>
#include <thread>
#include <tuple>
#include <utility>

#include "graph/algorithms/boost_projection.h"
#include "graph/algorithms/communities.h"

namespace norn::graph {
namespace {

using Vertex = CsrProjection::Vertex;

// Boost's property maps over vectors are pointers; an empty vector has one too.
template <typename T>
auto MapOf(std::vector<T>& values) {
  return boost::make_iterator_property_map(values.begin(),
                                           boost::typed_identity_property_map<Vertex>());
}

// Runs `algorithm` on the graph in its orientation.
template <typename Algorithm>
auto WithGraph(const CsrProjection& graph, const base::KeepGoing& keep_going,
               const Algorithm& algorithm) {
  base::CancellationToken cancellation(keep_going);
  if (graph.orientation() == Orientation::kDirected)
    return algorithm(BoostProjection<true>(graph, cancellation));
  return algorithm(BoostProjection<false>(graph, cancellation));
}

// The vertex at which about half of the edges that come in are done.
Vertex MiddleByEdges(const CsrProjection& graph) {
  uint64_t seen = 0;
  Vertex v = 0;
  for (; v < graph.vertex_count() && 2 * seen < graph.edge_count(); ++v) seen += graph.In(v).size();
  return v;
}

double SumAt(const std::vector<double>& values, absl::Span<const Vertex> at) {
  double sum = 0;
  for (const Vertex v : at) sum += values[v];
  return sum;
}

}  // namespace

// Each vertex pulls what its neighbours have to give, which needs no locks: two threads share the
// vertices, and every sum has its own order.
std::vector<double> PageRank(const CsrProjection& graph, const PageRankOptions& options,
                             const base::KeepGoing& keep_going) {
  const Vertex count = graph.vertex_count();
  if (count == 0) return {};
  std::vector<double> ranks(count, 1.0 / count);
  std::vector<double> given(count);  // along each edge that leaves
  const auto pull = [&](Vertex begin, Vertex end) {
    for (Vertex v = begin; v < end; ++v) {
      ranks[v] = 1 - options.damping + options.damping * SumAt(given, graph.In(v));
    }
  };
  constexpr uint64_t kWorthAThread = 100'000;  // edges
  const Vertex middle = graph.edge_count() < kWorthAThread ? count : MiddleByEdges(graph);
  for (int i = 0; i < options.iterations && keep_going(); ++i) {
    for (Vertex v = 0; v < count; ++v) {
      const size_t degree = graph.Out(v).size();
      given[v] = degree == 0 ? 0 : ranks[v] / static_cast<double>(degree);
    }
    std::thread other;
    if (middle < count) other = std::thread(pull, middle, count);
    pull(0, middle);
    if (other.joinable()) other.join();
  }
  return ranks;
}

std::vector<uint32_t> ConnectedComponents(const CsrProjection& graph,
                                          const base::KeepGoing& keep_going) {
  std::vector<uint32_t> components(graph.vertex_count());
  base::CancellationToken cancellation(keep_going);
  boost::connected_components(BoostProjection<false>(graph, cancellation), MapOf(components));
  return NumberByFirst(std::move(components));
}

std::vector<uint32_t> StronglyConnectedComponents(const CsrProjection& graph,
                                                  const base::KeepGoing& keep_going) {
  std::vector<uint32_t> components(graph.vertex_count());
  base::CancellationToken cancellation(keep_going);
  boost::strong_components(BoostProjection<true>(graph, cancellation), MapOf(components));
  return NumberByFirst(std::move(components));
}

std::vector<uint32_t> Distances(const CsrProjection& graph, Vertex start,
                                const base::KeepGoing& keep_going) {
  std::vector<uint32_t> distances(graph.vertex_count(), kUnreached);
  distances[start] = 0;
  WithGraph(graph, keep_going, [&](const auto& g) {
    const auto record = boost::record_distances(MapOf(distances), boost::on_tree_edge());
    boost::breadth_first_search(g, start, boost::visitor(boost::make_bfs_visitor(record)));
  });
  return distances;
}

std::vector<double> Betweenness(const CsrProjection& graph, const base::KeepGoing& keep_going) {
  const Vertex count = graph.vertex_count();
  std::vector<double> centrality(count);
  std::vector<Vertex> order;  // as they are reached
  base::CancellationToken cancellation(keep_going);
  for (Vertex start = 0; start < count && keep_going(); ++start) {
    std::vector<uint32_t> distance(count, kUnreached);
    std::vector<double> paths(count);  // from the start, shortest ones
    std::vector<double> share(count);  // of the paths behind a vertex that go through it
    distance[start] = 0;
    paths[start] = 1;
    order.assign(1, start);
    for (size_t i = 0; i < order.size() && !cancellation.IsStopped(); ++i) {
      const Vertex v = order[i];
      for (const Vertex next : graph.Out(v)) {
        if (distance[next] == kUnreached) {
          distance[next] = distance[v] + 1;
          order.push_back(next);
        }
        if (distance[next] == distance[v] + 1) paths[next] += paths[v];
      }
    }
    for (size_t i = order.size(); i-- > 1 && !cancellation.IsStopped();) {
      const Vertex v = order[i];
      for (const Vertex before : graph.In(v)) {
        if (distance[before] != kUnreached && distance[before] + 1 == distance[v]) {
          share[before] += paths[before] / paths[v] * (1 + share[v]);
        }
      }
      centrality[v] += share[v];
    }
  }
  if (graph.orientation() == Orientation::kUndirected) {
    for (double& score : centrality) score /= 2;  // each path was met from both of its ends
  }
  return centrality;
}

std::vector<double> Closeness(const CsrProjection& graph, const base::KeepGoing& keep_going) {
  std::vector<double> closeness(graph.vertex_count());
  for (Vertex v = 0; v < closeness.size() && keep_going(); ++v) {
    double reached = 0;
    double sum = 0;
    for (const uint32_t distance : Distances(graph, v, keep_going)) {
      if (distance == kUnreached || distance == 0) continue;
      ++reached;
      sum += distance;
    }
    if (reached == 0) continue;
    closeness[v] = reached / sum * (reached / static_cast<double>(closeness.size() - 1));
  }
  return closeness;
}

std::vector<uint32_t> CoreNumbers(const CsrProjection& graph, const base::KeepGoing& keep_going) {
  std::vector<uint32_t> cores(graph.vertex_count());
  if (cores.empty()) return cores;
  base::CancellationToken cancellation(keep_going);
  const BoostProjection<false> g(graph, cancellation);
  boost::core_numbers(g, MapOf(cores));
  return cores;
}

std::vector<uint32_t> Degrees(const CsrProjection& graph) {
  std::vector<uint32_t> degrees(graph.vertex_count());
  for (Vertex v = 0; v < degrees.size(); ++v) {
    degrees[v] = static_cast<uint32_t>(graph.Out(v).size());
  }
  return degrees;
}

std::vector<uint64_t> Triangles(const CsrProjection& graph, const base::KeepGoing& keep_going) {
  // Each edge leads from the vertex of fewer neighbours to that of more, so that the lists which
  // are looked through stay short (Chiba and Nishizeki, 1985); each triangle is met once.
  const Vertex count = graph.vertex_count();
  std::vector<std::vector<Vertex>> neighbours(count);
  base::CancellationToken cancellation(keep_going);
  for (Vertex v = 0; v < count && !cancellation.IsStopped(); ++v) {
    std::vector<Vertex>& own = neighbours[v];
    own.assign(graph.Out(v).begin(), graph.Out(v).end());
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
  }
  const auto comes_before = [&](Vertex a, Vertex b) {
    return std::make_pair(neighbours[a].size(), a) < std::make_pair(neighbours[b].size(), b);
  };
  std::vector<std::vector<Vertex>> ahead(count);
  for (Vertex v = 0; v < count && !cancellation.IsStopped(); ++v) {
    for (const Vertex other : neighbours[v]) {
      if (comes_before(v, other)) ahead[v].push_back(other);
    }
  }
  std::vector<uint64_t> triangles(count);
  std::vector<char> is_ahead(count);
  for (Vertex a = 0; a < count && keep_going(); ++a) {
    for (const Vertex b : ahead[a]) is_ahead[b] = 1;
    for (const Vertex b : ahead[a]) {
      uint64_t with_b = 0;
      for (const Vertex c : ahead[b]) {
        triangles[c] += is_ahead[c];
        with_b += is_ahead[c];
      }
      triangles[a] += with_b;
      triangles[b] += with_b;
    }
    for (const Vertex b : ahead[a]) is_ahead[b] = 0;
  }
  return triangles;
}

Path LightestPath(const View& view, const GraphSelection& selection, NodeIndex from, NodeIndex to,
                  const EdgeWeight& weight, const base::KeepGoing& keep_going) {
  // How a node is best come to: by which edge, from where. Nodes that are done are final.
  struct Arrival {
    double weight = std::numeric_limits<double>::infinity();
    NodeIndex before = 0;
    EdgeIndex edge = 0;
    bool is_done = false;
  };
  std::vector<Arrival> arrivals(view.node_count());
  std::vector<char> is_selected(view.node_count(), 0);
  for (const NodeIndex node : SelectNodes(view, selection)) is_selected[node] = 1;
  if (!is_selected[from] || !is_selected[to]) return {};
  std::vector<EdgeTypeId> types = selection.types;
  if (types.empty()) {
    for (EdgeTypeId type = 0; type < view.edge_types().size(); ++type) types.push_back(type);
  }
  using Entry = std::pair<double, NodeIndex>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  arrivals[from].weight = 0;
  queue.emplace(0, from);
  const auto relax = [&](NodeIndex node, const HalfEdges& edges) {
    for (size_t i = 0; i < edges.size(); ++i) {
      const NodeIndex other = edges.nodes[i];
      if (!is_selected[other] || arrivals[other].is_done) continue;
      const double total = arrivals[node].weight + std::max(0.0, weight(edges.edge(i)));
      if (total >= arrivals[other].weight) continue;
      arrivals[other] = {total, node, edges.edge(i), false};
      queue.emplace(total, other);
    }
  };
  while (!queue.empty() && !arrivals[to].is_done && keep_going()) {
    const NodeIndex node = queue.top().second;
    queue.pop();
    if (std::exchange(arrivals[node].is_done, true)) continue;
    for (const EdgeTypeId type : types) {
      relax(node, view.Out(node, type));
      if (selection.orientation == Orientation::kUndirected) relax(node, view.In(node, type));
    }
  }
  if (!arrivals[to].is_done) return {};
  Path path;
  path.weight = arrivals[to].weight;
  for (NodeIndex node = to; node != from; node = arrivals[node].before) {
    path.nodes.push_back(node);
    path.edges.push_back(arrivals[node].edge);
  }
  path.nodes.push_back(from);
  std::reverse(path.nodes.begin(), path.nodes.end());
  std::reverse(path.edges.begin(), path.edges.end());
  return path;
}

}  // namespace norn::graph
