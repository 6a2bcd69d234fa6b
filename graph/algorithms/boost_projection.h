// A CsrProjection as a graph of Boost.Graph's concepts: VertexListGraph, IncidenceGraph,
// BidirectionalGraph. Boost is heavy to compile: include this in few .cc files only.
//
//   boost::connected_components(BoostProjection<false>(projection, cancellation), map);
#ifndef NORN_GRAPH_ALGORITHMS_BOOST_PROJECTION_H_
#define NORN_GRAPH_ALGORITHMS_BOOST_PROJECTION_H_

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <type_traits>
#include <utility>

#include "graph/algorithms/csr_projection.h"

namespace norn::graph {

struct SubgraphEdge {
  CsrProjection::Vertex source = 0;
  CsrProjection::Vertex target = 0;
  bool operator==(const SubgraphEdge&) const = default;
};

// The edges of one vertex; kOut: it is the source.
template <bool kOut>
class SubgraphEdgeIterator
    : public boost::iterator_facade<SubgraphEdgeIterator<kOut>, SubgraphEdge,
                                    boost::random_access_traversal_tag, SubgraphEdge> {
 public:
  SubgraphEdgeIterator() = default;
  SubgraphEdgeIterator(CsrProjection::Vertex vertex, const CsrProjection::Vertex* at)
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

  CsrProjection::Vertex vertex_ = 0;
  const CsrProjection::Vertex* at_ = nullptr;
};

template <bool kDirected>
class BoostProjection {
 public:
  // The projection has that orientation; it and the token outlive this. Boost's algorithms cannot
  // be told to end; once the cancellation is on, no vertex has edges any more, and they soon have
  // done.
  BoostProjection(const CsrProjection& graph, base::CancellationToken& cancellation)
      : graph_(&graph), cancellation_(&cancellation) {}

  // What boost::graph_traits asks for.
  using vertex_descriptor = CsrProjection::Vertex;
  using edge_descriptor = SubgraphEdge;
  using directed_category =
      std::conditional_t<kDirected, boost::bidirectional_tag, boost::undirected_tag>;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  struct traversal_category : boost::bidirectional_graph_tag, boost::vertex_list_graph_tag {};
  using vertex_iterator = boost::counting_iterator<CsrProjection::Vertex>;
  using out_edge_iterator = SubgraphEdgeIterator<true>;
  using in_edge_iterator = SubgraphEdgeIterator<false>;
  using vertices_size_type = CsrProjection::Vertex;
  using edges_size_type = uint64_t;
  using degree_size_type = uint32_t;
  static vertex_descriptor null_vertex() { return CsrProjection::kNone; }

  const CsrProjection& graph() const { return *graph_; }
  absl::Span<const CsrProjection::Vertex> Out(CsrProjection::Vertex v) const {
    return cancellation_->IsStopped() ? absl::Span<const CsrProjection::Vertex>() : graph_->Out(v);
  }
  absl::Span<const CsrProjection::Vertex> In(CsrProjection::Vertex v) const {
    return cancellation_->IsStopped() ? absl::Span<const CsrProjection::Vertex>() : graph_->In(v);
  }

 private:
  const CsrProjection* graph_;
  base::CancellationToken* cancellation_;
};

template <bool D>
auto vertices(const BoostProjection<D>& g) {
  using Iterator = typename BoostProjection<D>::vertex_iterator;
  return std::make_pair(Iterator(0), Iterator(g.graph().vertex_count()));
}
template <bool D>
CsrProjection::Vertex num_vertices(const BoostProjection<D>& g) {
  return g.graph().vertex_count();
}
template <bool D>
auto out_edges(CsrProjection::Vertex v, const BoostProjection<D>& g) {
  const absl::Span<const CsrProjection::Vertex> to = g.Out(v);
  using Iterator = SubgraphEdgeIterator<true>;
  return std::make_pair(Iterator(v, to.data()), Iterator(v, to.data() + to.size()));
}
template <bool D>
auto in_edges(CsrProjection::Vertex v, const BoostProjection<D>& g) {
  const absl::Span<const CsrProjection::Vertex> from = g.In(v);
  using Iterator = SubgraphEdgeIterator<false>;
  return std::make_pair(Iterator(v, from.data()), Iterator(v, from.data() + from.size()));
}
template <bool D>
uint32_t out_degree(CsrProjection::Vertex v, const BoostProjection<D>& g) {
  return static_cast<uint32_t>(g.graph().Out(v).size());
}
template <bool D>
uint32_t in_degree(CsrProjection::Vertex v, const BoostProjection<D>& g) {
  return static_cast<uint32_t>(g.graph().In(v).size());
}
template <bool D>
uint32_t degree(CsrProjection::Vertex v, const BoostProjection<D>& g) {
  return out_degree(v, g) + (D ? in_degree(v, g) : 0);
}
template <bool D>
CsrProjection::Vertex source(const SubgraphEdge& e, const BoostProjection<D>&) {
  return e.source;
}
template <bool D>
CsrProjection::Vertex target(const SubgraphEdge& e, const BoostProjection<D>&) {
  return e.target;
}
template <bool D>
boost::typed_identity_property_map<CsrProjection::Vertex> get(boost::vertex_index_t,
                                                              const BoostProjection<D>&) {
  return {};
}

}  // namespace norn::graph

namespace boost {

template <bool D>
struct property_map<norn::graph::BoostProjection<D>, vertex_index_t> {
  using type = typed_identity_property_map<norn::graph::CsrProjection::Vertex>;
  using const_type = type;
};

}  // namespace boost

#endif  // NORN_GRAPH_ALGORITHMS_BOOST_PROJECTION_H_
