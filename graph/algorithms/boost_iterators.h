// The edges of a view as Boost.Graph walks them, and their properties as property maps. Part of
// graph/boost_graph.h; include that.
//
//   for (auto [it, end] = IncidentEdgeIterator::Range(view, types, node, Incidence::kOut);
//        it != end; ++it) Use((*it).target);
#ifndef NORN_GRAPH_ALGORITHMS_BOOST_ITERATORS_H_
#define NORN_GRAPH_ALGORITHMS_BOOST_ITERATORS_H_

#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <tuple>
#include <utility>

#include "absl/types/span.h"
#include "graph/view/view.h"

namespace norn::graph {

using EdgeTypes = absl::Span<const EdgeTypeId>;

// An edge as it was walked: in an undirected reading, `source` is where the walk came from.
struct BoostEdge {
  EdgeIndex edge = 0;
  NodeIndex source = 0;
  NodeIndex target = 0;
  bool operator==(const BoostEdge& other) const { return edge == other.edge; }
  bool operator!=(const BoostEdge& other) const { return edge != other.edge; }
};

// Which edges of a node, and which of their ends is called the source.
enum class Incidence {
  kOut,           // leaving; the node is the source
  kIn,            // coming in; the node is the target
  kBoth,          // both; the node is the source
  kBothReversed,  // both; the node is the target
};

class IncidentEdgeIterator
    : public boost::iterator_facade<IncidentEdgeIterator, BoostEdge, boost::forward_traversal_tag,
                                    BoostEdge> {
 public:
  IncidentEdgeIterator() = default;

  static std::pair<IncidentEdgeIterator, IncidentEdgeIterator> Range(const View& view,
                                                                     EdgeTypes types,
                                                                     NodeIndex node,
                                                                     Incidence incidence);
  static uint32_t Degree(const View& view, EdgeTypes types, NodeIndex node, Incidence incidence);

 private:
  friend class boost::iterator_core_access;
  // A segment is one type in one direction: even ones are out, odd ones are in.
  void SkipEmpty();
  void LoadSegment();
  void increment() {
    if (++at_ == half_.size()) {
      ++segment_;
      SkipEmpty();
    }
  }
  bool equal(const IncidentEdgeIterator& other) const {
    return segment_ == other.segment_ && at_ == other.at_ && node_ == other.node_;
  }
  BoostEdge dereference() const {
    const NodeIndex other = half_.nodes[at_];
    return is_source_ ? BoostEdge{half_.edge(at_), node_, other}
                      : BoostEdge{half_.edge(at_), other, node_};
  }

  const View* view_ = nullptr;
  EdgeTypes types_;
  NodeIndex node_ = 0;
  Incidence incidence_ = Incidence::kOut;
  bool is_source_ = true;
  size_t segment_ = 0;
  size_t at_ = 0;
  HalfEdges half_;
};

// All edges, each once and from its source: the nodes in order, of each the edges that leave it.
class AllEdgesIterator : public boost::iterator_facade<AllEdgesIterator, BoostEdge,
                                                       boost::forward_traversal_tag, BoostEdge> {
 public:
  AllEdgesIterator() = default;
  // At the first edge of `node` or of a later one.
  AllEdgesIterator(const View& view, EdgeTypes types, NodeIndex node);

 private:
  friend class boost::iterator_core_access;
  void SkipEmpty();
  void increment() {
    if (++it_ == end_) {
      ++node_;
      SkipEmpty();
    }
  }
  bool equal(const AllEdgesIterator& other) const {
    return node_ == other.node_ && it_ == other.it_;
  }
  BoostEdge dereference() const { return *it_; }

  const View* view_ = nullptr;
  EdgeTypes types_;
  NodeIndex node_ = 0;
  IncidentEdgeIterator it_, end_;
};

// boost::edge_index: an edge's number in the view.
struct EdgeIndexMap : boost::put_get_helper<EdgeIndex, EdgeIndexMap> {
  using value_type = EdgeIndex;
  using reference = EdgeIndex;
  using key_type = BoostEdge;
  using category = boost::readable_property_map_tag;
  EdgeIndex operator[](const BoostEdge& e) const { return e.edge; }
};

// A named property of nodes, as a Value.
class NodePropertyMap : public boost::put_get_helper<Value, NodePropertyMap> {
 public:
  using value_type = Value;
  using reference = Value;
  using key_type = NodeIndex;
  using category = boost::readable_property_map_tag;
  NodePropertyMap(const View& view, KeyId key) : view_(&view), key_(key) {}
  Value operator[](NodeIndex node) const { return view_->NodeProperty(node, key_); }

 private:
  const View* view_;
  KeyId key_;
};

// A named property of edges, as a Value.
class EdgePropertyMap : public boost::put_get_helper<Value, EdgePropertyMap> {
 public:
  using value_type = Value;
  using reference = Value;
  using key_type = BoostEdge;
  using category = boost::readable_property_map_tag;
  EdgePropertyMap(const View& view, KeyId key) : view_(&view), key_(key) {}
  Value operator[](const BoostEdge& e) const { return view_->EdgeProperty(e.edge, key_); }

 private:
  const View* view_;
  KeyId key_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_ALGORITHMS_BOOST_ITERATORS_H_
