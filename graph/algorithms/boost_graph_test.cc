#include "graph/algorithms/boost_graph.h"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/page_rank.hpp>
#include <set>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::Pointwise;

template <typename G>
struct ModelsTheConcepts {
  using Vertex = typename boost::graph_traits<G>::vertex_descriptor;
  using Edge = typename boost::graph_traits<G>::edge_descriptor;
  BOOST_CONCEPT_ASSERT((boost::concepts::GraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::VertexListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::EdgeListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::IncidenceGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::BidirectionalGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::AdjacencyGraphConcept<G>));
  BOOST_CONCEPT_ASSERT(
      (boost::concepts::ReadablePropertyGraphConcept<G, Vertex, boost::vertex_index_t>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<EdgeIndexMap, Edge>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<NodePropertyMap, Vertex>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<EdgePropertyMap, Edge>));
};
template struct ModelsTheConcepts<DirectedGraph>;
template struct ModelsTheConcepts<UndirectedGraph>;

// a, b, c, … and edges like "ab" of type X; a digit before it makes it type Y.
View MakeView(char last, const std::vector<std::string>& edges) {
  PropertyGraph g;
  for (char c = 'a'; c <= last; ++c) {
    g.nodes.push_back({std::string(1, c), {}, {{"name", Value(std::string(1, c))}}});
  }
  for (const std::string& e : edges) {
    const bool y = e.size() == 3;
    const std::string ends = e.substr(y ? 1 : 0);
    g.edges.push_back({ends.substr(0, 1),
                       ends.substr(1),
                       y ? "Y" : "X",
                       absl::StrCat("k", g.edges.size()),
                       {{"label", Value(ends)}}});
  }
  EXPECT_TRUE(Normalize(g).ok());
  return View::FromBytes(BuildView(g).value()).value();
}

template <typename Range>
std::vector<std::string> Ends(const Range& range) {
  std::vector<std::string> ends;
  for (auto it = range.first; it != range.second; ++it) {
    const BoostEdge e = *it;
    ends.push_back({static_cast<char>('a' + e.source), static_cast<char>('a' + e.target)});
  }
  return ends;
}

TEST(BoostGraphTest, WalksTheEdgesOfANode) {
  const View view = MakeView('d', {"ab", "ac", "ba", "1ad", "cc"});
  const DirectedGraph g(view);
  EXPECT_THAT(Ends(out_edges(0, g)), ElementsAre("ab", "ac", "ad"));
  EXPECT_THAT(Ends(in_edges(0, g)), ElementsAre("ba"));
  EXPECT_THAT(Ends(in_edges(2, g)), ElementsAre("ac", "cc"));
  EXPECT_THAT(Ends(out_edges(3, g)), ElementsAre());
  EXPECT_EQ(out_degree(0, g), 3);
  EXPECT_EQ(in_degree(0, g), 1);
  EXPECT_EQ(degree(0, g), 4);
  const auto [begin, end] = adjacent_vertices(0, g);
  EXPECT_THAT(std::vector<NodeIndex>(begin, end), ElementsAre(1, 2, 3));

  const UndirectedGraph u(view);
  EXPECT_THAT(Ends(out_edges(0, u)), ElementsAre("ab", "ac", "ab", "ad"));
  EXPECT_THAT(Ends(in_edges(0, u)), ElementsAre("ba", "ca", "ba", "da"));
  EXPECT_EQ(out_degree(2, u), 3);  // a loop has two ends
}

TEST(BoostGraphTest, ListsAllEdgesOnce) {
  const View view = MakeView('d', {"ca", "ab", "ac", "1dd", "ba"});
  const DirectedGraph g(view);
  EXPECT_EQ(num_edges(g), 5);
  EXPECT_THAT(Ends(edges(g)), ElementsAre("ab", "ac", "ba", "ca", "dd"));
  std::set<EdgeIndex> indices;
  const auto [begin, end] = edges(g);
  for (auto it = begin; it != end; ++it) {
    const BoostEdge e = *it;
    indices.insert(get(boost::edge_index, g, e));
    EXPECT_EQ(view.Source(e.edge), source(e, g));
    EXPECT_EQ(view.Target(e.edge), target(e, g));
  }
  EXPECT_EQ(indices.size(), 5);
  EXPECT_EQ(Ends(edges(UndirectedGraph(view))).size(), 5);
}

TEST(BoostGraphTest, SeesOnlyTheTypesGiven) {
  const View view = MakeView('c', {"ab", "1bc"});
  const DirectedGraph g(view, {*view.FindEdgeType("Y")});
  EXPECT_EQ(num_edges(g), 1);
  EXPECT_THAT(Ends(edges(g)), ElementsAre("bc"));
  EXPECT_THAT(Ends(out_edges(0, g)), ElementsAre());
}

TEST(BoostGraphTest, EmptyGraph) {
  const View view = View::FromBytes(BuildView({}).value()).value();
  const DirectedGraph g(view);
  EXPECT_EQ(num_vertices(g), 0);
  EXPECT_THAT(Ends(edges(g)), ElementsAre());
}

TEST(BoostGraphTest, PropertiesAreMaps) {
  const View view = MakeView('b', {"ab"});
  const DirectedGraph g(view);
  const NodePropertyMap names(view, *view.FindKey("name"));
  const EdgePropertyMap labels(view, *view.FindKey("label"));
  EXPECT_EQ(get(names, NodeIndex{1}), Value("b"));
  EXPECT_EQ(get(labels, *edges(g).first), Value("ab"));
}

TEST(BoostGraphTest, BreadthFirstSearchRunsOnIt) {
  const View view = MakeView('e', {"ab", "bc", "cd", "ad", "ea"});
  const DirectedGraph g(view);
  std::vector<int> distances(view.node_count(), 0);
  boost::breadth_first_search(
      g, 0,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(
          boost::make_iterator_property_map(distances.begin(), get(boost::vertex_index, g)),
          boost::on_tree_edge()))));
  EXPECT_THAT(distances, ElementsAre(0, 1, 2, 1, 0));
}

TEST(BoostGraphTest, ConnectedComponentsRunOnIt) {
  const View view = MakeView('e', {"ba", "cb", "ed"});
  std::vector<int> components(view.node_count());
  const UndirectedGraph g(view);
  EXPECT_EQ(boost::connected_components(g, components.data()), 2);
  EXPECT_THAT(components, ElementsAre(0, 0, 0, 1, 1));
}

TEST(BoostGraphTest, PageRankRunsOnIt) {
  const View view = MakeView('c', {"ab", "ba", "ca"});
  std::vector<double> ranks(view.node_count());
  boost::graph::page_rank(DirectedGraph(view), ranks.data(), boost::graph::n_iterations(200));
  // a = .15 + .85 (b + c), b = .15 + .85 a, c = .15.
  EXPECT_THAT(ranks,
              Pointwise(DoubleNear(1e-9), {0.405 / 0.2775, 0.15 + 0.85 * 0.405 / 0.2775, 0.15}));
}

}  // namespace
}  // namespace norn::graph
