// A Subgraph as a graph of Boost.Graph's concepts: VertexListGraph, IncidenceGraph,
// BidirectionalGraph. Boost is heavy to compile: include this in few .cc files only.
//
//   boost::connected_components(BoostSubgraph<false>(subgraph, brake), map);
#ifndef NORN_GRAPH_ALGORITHMS_BOOST_SUBGRAPH_H_
#define NORN_GRAPH_ALGORITHMS_BOOST_SUBGRAPH_H_

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <type_traits>
#include <utility>

#include "graph/algorithms/subgraph.h"

namespace norn::graph {

struct SubgraphEdge {
  Subgraph::Vertex source = 0;
  Subgraph::Vertex target = 0;
  bool operator==(const SubgraphEdge&) const = default;
};

// The edges of one vertex; kOut: it is the source.
template <bool kOut>
class SubgraphEdgeIterator
    : public boost::iterator_facade<SubgraphEdgeIterator<kOut>, SubgraphEdge,
                                    boost::random_access_traversal_tag, SubgraphEdge> {
 public:
  SubgraphEdgeIterator() = default;
  SubgraphEdgeIterator(Subgraph::Vertex vertex, const Subgraph::Vertex* at)
      : vertex_(vertex), at_(at) {}

 private:
  friend class boost::iterator_core_access;
  SubgraphEdge dereference() const {
    return kOut ? SubgraphEdge{vertex_, *at_} : SubgraphEdge{*at_, vertex_};
  }
  void increment() { ++at_; }
  void decrement() { --at_; }
  void advance(std::ptrdiff_t n) { at_ += n; }
  bool equal(const SubgraphEdgeIterator& other) const { return at_ == other.at_; }
  std::ptrdiff_t distance_to(const SubgraphEdgeIterator& other) const { return other.at_ - at_; }

  Subgraph::Vertex vertex_ = 0;
  const Subgraph::Vertex* at_ = nullptr;
};

template <bool kDirected>
class BoostSubgraph {
 public:
  // The subgraph has that reading; it and the brake outlive this. Boost's algorithms cannot be told
  // to end; once the brake is on, no vertex has edges any more, and they soon have done.
  BoostSubgraph(const Subgraph& graph, Brake& brake) : graph_(&graph), brake_(&brake) {}

  // What boost::graph_traits asks for.
  using vertex_descriptor = Subgraph::Vertex;
  using edge_descriptor = SubgraphEdge;
  using directed_category =
      std::conditional_t<kDirected, boost::bidirectional_tag, boost::undirected_tag>;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  struct traversal_category : boost::bidirectional_graph_tag, boost::vertex_list_graph_tag {};
  using vertex_iterator = boost::counting_iterator<Subgraph::Vertex>;
  using out_edge_iterator = SubgraphEdgeIterator<true>;
  using in_edge_iterator = SubgraphEdgeIterator<false>;
  using vertices_size_type = Subgraph::Vertex;
  using edges_size_type = uint64_t;
  using degree_size_type = uint32_t;
  static vertex_descriptor null_vertex() { return Subgraph::kNone; }

  const Subgraph& graph() const { return *graph_; }
  absl::Span<const Subgraph::Vertex> Out(Subgraph::Vertex v) const {
    return brake_->IsStopped() ? absl::Span<const Subgraph::Vertex>() : graph_->Out(v);
  }
  absl::Span<const Subgraph::Vertex> In(Subgraph::Vertex v) const {
    return brake_->IsStopped() ? absl::Span<const Subgraph::Vertex>() : graph_->In(v);
  }

 private:
  const Subgraph* graph_;
  Brake* brake_;
};

template <bool D>
auto vertices(const BoostSubgraph<D>& g) {
  using Iterator = typename BoostSubgraph<D>::vertex_iterator;
  return std::make_pair(Iterator(0), Iterator(g.graph().vertex_count()));
}
template <bool D>
Subgraph::Vertex num_vertices(const BoostSubgraph<D>& g) {
  return g.graph().vertex_count();
}
template <bool D>
auto out_edges(Subgraph::Vertex v, const BoostSubgraph<D>& g) {
  const absl::Span<const Subgraph::Vertex> to = g.Out(v);
  using Iterator = SubgraphEdgeIterator<true>;
  return std::make_pair(Iterator(v, to.data()), Iterator(v, to.data() + to.size()));
}
template <bool D>
auto in_edges(Subgraph::Vertex v, const BoostSubgraph<D>& g) {
  const absl::Span<const Subgraph::Vertex> from = g.In(v);
  using Iterator = SubgraphEdgeIterator<false>;
  return std::make_pair(Iterator(v, from.data()), Iterator(v, from.data() + from.size()));
}
template <bool D>
uint32_t out_degree(Subgraph::Vertex v, const BoostSubgraph<D>& g) {
  return static_cast<uint32_t>(g.graph().Out(v).size());
}
template <bool D>
uint32_t in_degree(Subgraph::Vertex v, const BoostSubgraph<D>& g) {
  return static_cast<uint32_t>(g.graph().In(v).size());
}
template <bool D>
uint32_t degree(Subgraph::Vertex v, const BoostSubgraph<D>& g) {
  return out_degree(v, g) + (D ? in_degree(v, g) : 0);
}
template <bool D>
Subgraph::Vertex source(const SubgraphEdge& e, const BoostSubgraph<D>&) {
  return e.source;
}
template <bool D>
Subgraph::Vertex target(const SubgraphEdge& e, const BoostSubgraph<D>&) {
  return e.target;
}
template <bool D>
boost::typed_identity_property_map<Subgraph::Vertex> get(boost::vertex_index_t,
                                                         const BoostSubgraph<D>&) {
  return {};
}

}  // namespace norn::graph

namespace boost {

template <bool D>
struct property_map<norn::graph::BoostSubgraph<D>, vertex_index_t> {
  using type = typed_identity_property_map<norn::graph::Subgraph::Vertex>;
  using const_type = type;
};

}  // namespace boost

#endif  // NORN_GRAPH_ALGORITHMS_BOOST_SUBGRAPH_H_
