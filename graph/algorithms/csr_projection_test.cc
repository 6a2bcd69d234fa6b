#include "graph/algorithms/csr_projection.h"

#include <boost/graph/graph_concepts.hpp>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "graph/algorithms/boost_projection.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

template <typename G>
struct ModelsTheConcepts {
  BOOST_CONCEPT_ASSERT((boost::concepts::VertexListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::IncidenceGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::concepts::BidirectionalGraphConcept<G>));
};
template struct ModelsTheConcepts<BoostProjection<true>>;
template struct ModelsTheConcepts<BoostProjection<false>>;

// a and c are persons, b and d are events; X leads a -> b -> c and a -> c, Y leads a -> d.
View MakeView() {
  PropertyGraph g;
  for (const char* id : {"a", "b", "c", "d"}) {
    g.nodes.push_back({id, {id[0] % 2 == 1 ? "Person" : "Event"}, {}});
  }
  g.edges.push_back({"a", "b", "X", "", {}});
  g.edges.push_back({"b", "c", "X", "", {}});
  g.edges.push_back({"a", "c", "X", "", {}});
  g.edges.push_back({"a", "d", "Y", "", {}});
  EXPECT_TRUE(Normalize(g).ok());
  return View::FromBytes(BuildView(g).value()).value();
}

std::vector<std::string> Ids(const View& view, const CsrProjection& graph,
                             absl::Span<const CsrProjection::Vertex> vertices) {
  std::vector<std::string> ids;
  for (const CsrProjection::Vertex v : vertices) ids.emplace_back(view.NodeId(graph.nodes()[v]));
  return ids;
}

TEST(CsrProjectionTest, HasAllNodesAndEdgesWhereNothingIsSelected) {
  const View view = MakeView();
  const CsrProjection graph(view, {});
  EXPECT_EQ(graph.vertex_count(), 4U);
  EXPECT_EQ(graph.edge_count(), 4U);
}

TEST(CsrProjectionTest, KeepsEdgesOfItsTypesBetweenItsNodesOnly) {
  const View view = MakeView();
  const CsrProjection graph(
      view, {.labels = {*view.FindLabel("Person")}, .types = {*view.FindEdgeType("X")}});
  EXPECT_EQ(graph.vertex_count(), 2U);
  const CsrProjection::Vertex a = graph.VertexOf(*view.FindNode("a"));
  const CsrProjection::Vertex c = graph.VertexOf(*view.FindNode("c"));
  EXPECT_THAT(Ids(view, graph, graph.Out(a)), ElementsAre("c"));
  EXPECT_THAT(Ids(view, graph, graph.In(c)), ElementsAre("a"));
  EXPECT_THAT(graph.Out(c), IsEmpty());
  EXPECT_EQ(graph.VertexOf(*view.FindNode("b")), CsrProjection::kNone);
}

TEST(CsrProjectionTest, ReadsEdgesBothWaysWhereAskedTo) {
  const View view = MakeView();
  const CsrProjection graph(view, {.orientation = Orientation::kUndirected});
  EXPECT_THAT(Ids(view, graph, graph.Out(graph.VertexOf(*view.FindNode("c")))),
              UnorderedElementsAre("a", "b"));
  EXPECT_EQ(graph.edge_count(), 8U);
}

TEST(CsrProjectionTest, TakesNodesThatAreNamed) {
  const View view = MakeView();
  const NodeIndex a = *view.FindNode("a");
  const NodeIndex b = *view.FindNode("b");
  const CsrProjection graph(view, {.nodes = {{b, a, b}}});
  EXPECT_EQ(graph.vertex_count(), 2U);
  EXPECT_EQ(graph.edge_count(), 1U);
}

}  // namespace
}  // namespace norn::graph
