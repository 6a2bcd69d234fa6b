#include "graph/columns/columnar_graph.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ColumnarGraph, TakesANodeOnce) {
  ColumnarGraph graph;
  NodeTable& ships = graph.Nodes({"Ship"});
  const uint32_t row = *graph.AddNode(ships, "fram");
  ships.Set(row, graph.Key("built"), Value(1892), graph.texts());
  ships.Set(row, graph.Key("none"), Value(), graph.texts());
  EXPECT_EQ(graph.AddNode(graph.Nodes({"Museum"}), "fram"), std::nullopt);
  EXPECT_EQ(graph.NodeAt("fram"), (Node{"fram", {"Ship"}, {{"built", Value(1892)}}}));
  EXPECT_TRUE(graph.HasNode("fram"));
  EXPECT_FALSE(graph.HasNode("built"));
  ASSERT_TRUE(graph.Finish().ok());
  EXPECT_THAT(graph.keys(), ElementsAre("built", "id"));
}

TEST(ColumnarGraph, RefusesAnEdgeThatIsThereTwiceAndAPropertyCalledId) {
  ColumnarGraph twice;
  twice.AddNode(twice.Nodes({}), "a");
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(twice.AddEdge(twice.Edges("T"), "a", "a", "k").ok());
  EXPECT_EQ(twice.Finish().message(), "edge a -[T k]-> a is there twice");

  for (const bool ids_are_properties : {true, false}) {
    ColumnarGraph own(ids_are_properties);
    NodeTable& table = own.Nodes({});
    table.Set(*own.AddNode(table, "a"), own.Key("id"), Value(1), own.texts());
    EXPECT_EQ(own.Finish().ok(), !ids_are_properties);
  }
}

TEST(ColumnarGraph, AnEmptyGraphHasNothing) {
  ColumnarGraph graph;
  graph.Nodes({"Nobody"});
  graph.Edges("NOTHING");
  ASSERT_TRUE(graph.Finish().ok());
  EXPECT_THAT(graph.labels(), IsEmpty());
  EXPECT_THAT(graph.node_tables(), IsEmpty());
  EXPECT_THAT(graph.edge_tables(), IsEmpty());
}

}  // namespace
}  // namespace norn::graph
