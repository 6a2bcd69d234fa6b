#include "graph/algorithms.h"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>

#include "graph/boost_graph.h"

namespace norn::graph {
namespace {

// Boost's property maps over vectors are pointers; an empty vector has one too.
template <typename T>
auto MapOf(std::vector<T>& values) {
  return boost::make_iterator_property_map(values.begin(),
                                           boost::typed_identity_property_map<NodeIndex>());
}

// Runs `algorithm` on the graph in the reading asked for.
template <typename Algorithm>
auto WithGraph(const View& view, const EdgeSelection& selection, const Algorithm& algorithm) {
  if (selection.reading == Reading::kDirected) {
    return algorithm(DirectedGraph(view, selection.types));
  }
  return algorithm(UndirectedGraph(view, selection.types));
}

// Numbers components by their first nodes, whatever numbers the algorithm gave them.
std::vector<uint32_t> Renumber(std::vector<uint32_t> components) {
  std::vector<uint32_t> number(components.size(), kUnreached);
  uint32_t next = 0;
  for (uint32_t& component : components) {
    if (number[component] == kUnreached) number[component] = next++;
    component = number[component];
  }
  return components;
}

// Breadth first, noting how each node was first come to.
class PathRecorder : public boost::default_bfs_visitor {
 public:
  PathRecorder(std::vector<uint32_t>& distances, std::vector<BoostEdge>& came_by)
      : distances_(&distances), came_by_(&came_by) {}
  template <typename Graph>
  void tree_edge(const BoostEdge& e, const Graph&) {
    (*distances_)[e.target] = (*distances_)[e.source] + 1;
    (*came_by_)[e.target] = e;
  }

 private:
  std::vector<uint32_t>* distances_;
  std::vector<BoostEdge>* came_by_;
};

struct Search {
  std::vector<uint32_t> distances;
  std::vector<BoostEdge> came_by;
};

Search BreadthFirst(const View& view, const EdgeSelection& selection, NodeIndex start) {
  Search search{std::vector<uint32_t>(view.node_count(), kUnreached),
                std::vector<BoostEdge>(view.node_count())};
  search.distances[start] = 0;
  WithGraph(view, selection, [&](const auto& g) {
    boost::breadth_first_search(g, start,
                                boost::visitor(PathRecorder(search.distances, search.came_by)));
  });
  return search;
}

}  // namespace

std::vector<double> PageRank(const View& view, const EdgeSelection& selection,
                             const PageRankOptions& options) {
  std::vector<double> ranks(view.node_count());
  if (ranks.empty()) return ranks;
  WithGraph(view, selection, [&](const auto& g) {
    boost::graph::page_rank(g, MapOf(ranks),
                            boost::graph::n_iterations(static_cast<size_t>(options.iterations)),
                            options.damping);
  });
  return ranks;
}

std::vector<uint32_t> ConnectedComponents(const View& view, const EdgeSelection& selection) {
  std::vector<uint32_t> components(view.node_count());
  boost::connected_components(UndirectedGraph(view, selection.types), MapOf(components));
  return Renumber(std::move(components));
}

std::vector<uint32_t> StronglyConnectedComponents(const View& view,
                                                  const EdgeSelection& selection) {
  std::vector<uint32_t> components(view.node_count());
  boost::strong_components(DirectedGraph(view, selection.types), MapOf(components));
  return Renumber(std::move(components));
}

std::vector<uint32_t> Distances(const View& view, const EdgeSelection& selection, NodeIndex start) {
  return BreadthFirst(view, selection, start).distances;
}

Path ShortestPath(const View& view, const EdgeSelection& selection, NodeIndex from, NodeIndex to) {
  const Search search = BreadthFirst(view, selection, from);
  if (search.distances[to] == kUnreached) return {};
  Path path;
  path.nodes.push_back(to);
  while (path.nodes.back() != from) {
    const BoostEdge& edge = search.came_by[path.nodes.back()];
    path.edges.push_back(edge.edge);
    path.nodes.push_back(edge.source);
  }
  std::reverse(path.nodes.begin(), path.nodes.end());
  std::reverse(path.edges.begin(), path.edges.end());
  return path;
}

std::vector<double> Betweenness(const View& view, const EdgeSelection& selection) {
  std::vector<double> centrality(view.node_count());
  WithGraph(view, selection,
            [&](const auto& g) { boost::brandes_betweenness_centrality(g, MapOf(centrality)); });
  // Boost halves what it counts in an undirected graph.
  if (selection.reading == Reading::kUndirected) {
    for (double& value : centrality) value *= 2;
  }
  return centrality;
}

std::vector<uint32_t> CoreNumbers(const View& view, const EdgeSelection& selection) {
  std::vector<uint32_t> cores(view.node_count());
  if (cores.empty()) return cores;
  const UndirectedGraph g(view, selection.types);
  boost::core_numbers(g, MapOf(cores));
  return cores;
}

std::vector<uint32_t> Degrees(const View& view, const EdgeSelection& selection) {
  return WithGraph(view, selection, [&](const auto& g) {
    std::vector<uint32_t> degrees(view.node_count());
    for (NodeIndex v = 0; v < degrees.size(); ++v) degrees[v] = out_degree(v, g);
    return degrees;
  });
}

}  // namespace norn::graph
