#include "graph/view/graph_rows.h"

#include <string>
#include <utility>
#include <vector>

#include "graph/view/view_builder.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

PropertyGraph Sample() {
  PropertyGraph graph;
  graph.nodes = {{"b", {"Actor", "Person"}, {{"name", Value("B")}, {"mentions", Value(3)}}},
                 {"a", {"Event"}, {{"date", Value("2025-07")}}},
                 {"c", {}, {{"aliases", Value(Value::List{Value("x"), Value("y")})}}}};
  graph.edges = {{"b", "a", "MET_AT", "2", {{"date", Value("2025")}}},
                 {"b", "a", "MET_AT", "1", {{"date", Value("2026")}}},
                 {"b", "c", "MET_AT", "", {{"date", Value("2024")}}},
                 {"b", "a", "ASKED", "", {}},
                 {"a", "c", "TOLD", "", {{"sure", Value(true)}}}};
  EXPECT_TRUE(Normalize(graph).ok());
  return graph;
}

View ViewOf(const PropertyGraph& graph) {
  auto bytes = BuildView(graph);
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  auto view = View::FromBytes(*std::move(bytes));
  EXPECT_TRUE(view.ok()) << view.status();
  return *std::move(view);
}

TEST(GraphRowsTest, OfAGraphAndOfItsViewAreTheSame) {
  const PropertyGraph graph = Sample();
  const View view = ViewOf(graph);
  EXPECT_EQ(GraphRows(graph).Collect(), graph);
  EXPECT_EQ(GraphRows(view).Collect(), graph);
  size_t row = 0;
  const GraphRows rows(view);
  for (const Node& node : rows.nodes()) EXPECT_EQ(node, graph.nodes[row++]);
  row = 0;
  for (const Edge& edge : rows.edges()) EXPECT_EQ(edge, graph.edges[row++]);
  EXPECT_EQ(GraphRows(graph).in_memory(), &graph);
  EXPECT_EQ(GraphRows(view).in_memory(), nullptr);
}

TEST(GraphRowsTest, KnowTheEndsAndTheTypeOfAnEdge) {
  const PropertyGraph graph = Sample();
  const View view = ViewOf(graph);
  for (const bool is_view : {false, true}) {
    const GraphRows rows = is_view ? GraphRows(view) : GraphRows(graph);
    for (size_t edge = 0; edge < graph.edges.size(); ++edge) {
      EXPECT_EQ(rows.NodeAt(rows.SourceRow(edge)).id, graph.edges[edge].from);
      EXPECT_EQ(rows.NodeAt(rows.TargetRow(edge)).id, graph.edges[edge].to);
      EXPECT_EQ(rows.TypeAt(edge), graph.edges[edge].type);
    }
  }
}

TEST(GraphRowsTest, APartHasTheRowsThatWereNamed) {
  const PropertyGraph graph = Sample();
  const View view = ViewOf(graph);
  const GraphRows whole(view);
  const GraphRows part = whole.Part({2, 0}, {4});
  EXPECT_EQ(part.node_count(), 2);
  EXPECT_EQ(part.NodeAt(0), graph.nodes[2]);
  EXPECT_EQ(part.NodeAt(1), graph.nodes[0]);
  EXPECT_EQ(part.EdgeAt(0), graph.edges[4]);
  EXPECT_EQ(whole.NodeAt(part.TargetRow(0)).id, graph.edges[4].to);
}

}  // namespace
}  // namespace norn::graph
