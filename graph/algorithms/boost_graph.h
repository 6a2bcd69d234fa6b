// A view as a graph of Boost.Graph's concepts, without a copy: VertexListGraph, EdgeListGraph,
// IncidenceGraph, BidirectionalGraph and AdjacencyGraph. Boost is heavy to compile: include this in
// few .cc files only; graph/algorithms.h has what is mostly wanted.
//
//   const DirectedGraph g(view, {*view.FindEdgeType("SPOKE_WITH")});
//   boost::breadth_first_search(g, start, boost::visitor(visitor));
//
// UndirectedGraph reads each edge in both directions: a node's incident edges are those that leave
// it and those that come in. The view must outlive the graph. Copies are cheap.
#ifndef NORN_GRAPH_ALGORITHMS_BOOST_GRAPH_H_
#define NORN_GRAPH_ALGORITHMS_BOOST_GRAPH_H_

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <memory>
#include <utility>
#include <vector>

#include "graph/algorithms/boost_iterators.h"
#include "graph/view/view.h"

namespace norn::graph {

template <bool kDirected>
class BoostGraph {
 public:
  // Only edges of these types; none given: all edges.
  explicit BoostGraph(const View& view, std::vector<EdgeTypeId> types = {}) : view_(&view) {
    if (types.empty()) {
      for (EdgeTypeId t = 0; t < view.edge_types().size(); ++t) types.push_back(t);
    }
    types_ = std::make_shared<const std::vector<EdgeTypeId>>(std::move(types));
  }

  // What boost::graph_traits asks for.
  using vertex_descriptor = NodeIndex;
  using edge_descriptor = BoostEdge;
  using directed_category =
      std::conditional_t<kDirected, boost::bidirectional_tag, boost::undirected_tag>;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  struct traversal_category : boost::bidirectional_graph_tag,
                              boost::adjacency_graph_tag,
                              boost::vertex_list_graph_tag,
                              boost::edge_list_graph_tag {};
  using vertex_iterator = boost::counting_iterator<NodeIndex>;
  using out_edge_iterator = IncidentEdgeIterator;
  using in_edge_iterator = IncidentEdgeIterator;
  using edge_iterator = AllEdgesIterator;
  using adjacency_iterator =
      typename boost::adjacency_iterator_generator<BoostGraph, NodeIndex, out_edge_iterator>::type;
  using vertices_size_type = NodeIndex;
  using edges_size_type = EdgeIndex;
  using degree_size_type = uint32_t;
  static vertex_descriptor null_vertex() { return std::numeric_limits<NodeIndex>::max(); }

  const View& view() const { return *view_; }
  EdgeTypes types() const { return *types_; }

  static constexpr Incidence kOut = kDirected ? Incidence::kOut : Incidence::kBoth;
  static constexpr Incidence kIn = kDirected ? Incidence::kIn : Incidence::kBothReversed;

 private:
  const View* view_;
  std::shared_ptr<const std::vector<EdgeTypeId>> types_;
};

using DirectedGraph = BoostGraph<true>;
using UndirectedGraph = BoostGraph<false>;

// The concepts' functions, found by their argument.
template <bool D>
std::pair<boost::counting_iterator<NodeIndex>, boost::counting_iterator<NodeIndex>> vertices(
    const BoostGraph<D>& g) {
  return {boost::counting_iterator<NodeIndex>(0),
          boost::counting_iterator<NodeIndex>(g.view().node_count())};
}
template <bool D>
NodeIndex num_vertices(const BoostGraph<D>& g) {
  return g.view().node_count();
}
template <bool D>
std::pair<AllEdgesIterator, AllEdgesIterator> edges(const BoostGraph<D>& g) {
  return {AllEdgesIterator(g.view(), g.types(), 0),
          AllEdgesIterator(g.view(), g.types(), g.view().node_count())};
}
template <bool D>
EdgeIndex num_edges(const BoostGraph<D>& g) {
  EdgeIndex count = 0;
  for (EdgeTypeId type : g.types()) count += g.view().CountEdges(type);
  return count;
}
template <bool D>
NodeIndex source(const BoostEdge& e, const BoostGraph<D>&) {
  return e.source;
}
template <bool D>
NodeIndex target(const BoostEdge& e, const BoostGraph<D>&) {
  return e.target;
}
template <bool D>
std::pair<IncidentEdgeIterator, IncidentEdgeIterator> out_edges(NodeIndex v,
                                                                const BoostGraph<D>& g) {
  return IncidentEdgeIterator::Range(g.view(), g.types(), v, BoostGraph<D>::kOut);
}
template <bool D>
std::pair<IncidentEdgeIterator, IncidentEdgeIterator> in_edges(NodeIndex v,
                                                               const BoostGraph<D>& g) {
  return IncidentEdgeIterator::Range(g.view(), g.types(), v, BoostGraph<D>::kIn);
}
template <bool D>
uint32_t out_degree(NodeIndex v, const BoostGraph<D>& g) {
  return IncidentEdgeIterator::Degree(g.view(), g.types(), v, BoostGraph<D>::kOut);
}
template <bool D>
uint32_t in_degree(NodeIndex v, const BoostGraph<D>& g) {
  return IncidentEdgeIterator::Degree(g.view(), g.types(), v, BoostGraph<D>::kIn);
}
template <bool D>
uint32_t degree(NodeIndex v, const BoostGraph<D>& g) {
  return IncidentEdgeIterator::Degree(g.view(), g.types(), v, Incidence::kBoth);
}
template <bool D>
auto adjacent_vertices(NodeIndex v, const BoostGraph<D>& g) {
  using Iterator = typename BoostGraph<D>::adjacency_iterator;
  const auto range = out_edges(v, g);
  return std::make_pair(Iterator(range.first, &g), Iterator(range.second, &g));
}

template <bool D>
boost::typed_identity_property_map<NodeIndex> get(boost::vertex_index_t, const BoostGraph<D>&) {
  return {};
}
template <bool D>
NodeIndex get(boost::vertex_index_t, const BoostGraph<D>&, NodeIndex v) {
  return v;
}
template <bool D>
EdgeIndexMap get(boost::edge_index_t, const BoostGraph<D>&) {
  return {};
}
template <bool D>
EdgeIndex get(boost::edge_index_t, const BoostGraph<D>&, const BoostEdge& e) {
  return e.edge;
}

}  // namespace norn::graph

namespace boost {

template <bool D>
struct property_map<norn::graph::BoostGraph<D>, vertex_index_t> {
  using type = typed_identity_property_map<norn::graph::NodeIndex>;
  using const_type = type;
};
template <bool D>
struct property_map<norn::graph::BoostGraph<D>, edge_index_t> {
  using type = norn::graph::EdgeIndexMap;
  using const_type = type;
};

}  // namespace boost

#endif  // NORN_GRAPH_ALGORITHMS_BOOST_GRAPH_H_
