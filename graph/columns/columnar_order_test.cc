// How a columnar graph is ordered once it is finished.
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "graph/columns/columnar_graph.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> Ids(const ColumnarGraph& graph, const std::vector<uint32_t>& nodes) {
  std::vector<std::string> ids;
  for (const uint32_t node : nodes) ids.emplace_back(graph.texts()[graph.node_id(node)]);
  return ids;
}

// "from key to" of each edge in order.
std::vector<std::string> Edges(const ColumnarGraph& graph, const EdgeTable& table) {
  std::vector<std::string> edges;
  const auto id = [&graph](uint32_t node) {
    return std::string(graph.texts()[graph.node_id(node)]);
  };
  for (const uint32_t row : table.order) {
    const std::string key(table.keys.empty() ? "" : graph.texts()[table.keys[row]]);
    edges.push_back(id(table.from[row]) + " " + key + " " + id(table.to[row]));
  }
  return edges;
}

TEST(ColumnarOrder, NumbersNodesByLabelsAndThenById) {
  ColumnarGraph graph;
  for (const char* id : {"z", "b", "a"}) graph.AddNode(graph.Nodes({"Ship", "Museum"}), id);
  graph.AddNode(graph.Nodes({}), "y");
  graph.AddNode(graph.Nodes({"Museum", "Ship", "Ship"}), "c");
  ASSERT_TRUE(graph.Finish().ok());
  EXPECT_EQ(Ids(graph, {0, 1, 2, 3, 4}), (std::vector<std::string>{"y", "a", "b", "c", "z"}));
  EXPECT_EQ(Ids(graph, graph.nodes_by_id()), (std::vector<std::string>{"a", "b", "c", "y", "z"}));
  EXPECT_THAT(graph.labels(), ElementsAre("Museum", "Ship"));
  ASSERT_EQ(graph.node_tables().size(), 2);
  EXPECT_EQ(graph.node_tables()[1]->first, 1);
}

TEST(ColumnarOrder, SortsEdgesByEndsAndKey) {
  ColumnarGraph graph;
  for (const char* id : {"b", "a"}) graph.AddNode(graph.Nodes({}), id);
  EdgeTable& calls = graph.Edges("CALLS");
  for (const char* key : {"", "2", "1"}) ASSERT_TRUE(graph.AddEdge(calls, "b", "a", key).ok());
  ASSERT_TRUE(graph.AddEdge(calls, "a", "b", "9").ok());
  EXPECT_THAT(graph.AddEdge(calls, "a", "c", "").status().message(), HasSubstr("'c'"));
  ASSERT_TRUE(graph.Finish().ok());
  EXPECT_THAT(Edges(graph, calls), ElementsAre("a 9 b", "b  a", "b 1 a", "b 2 a"));
  EXPECT_EQ(graph.edge_count(), 4);
}

TEST(ColumnarOrder, ParallelEdgesGetKeys) {
  ColumnarGraph graph;
  for (const char* id : {"b", "a"}) graph.AddNode(graph.Nodes({}), id);
  EdgeTable& calls = graph.Edges("CALLS");
  for (const char* key : {"", "k", "3", "k", "", "", "k"}) {
    ASSERT_TRUE(graph.AddEdge(calls, "a", "b", key).ok());
  }
  ASSERT_TRUE(graph.AddEdge(calls, "b", "a", "").ok());
  EdgeTable& meets = graph.Edges("MEETS");
  ASSERT_TRUE(graph.AddEdge(meets, "a", "b", "").ok());
  graph.NumberParallelEdges();
  ASSERT_TRUE(graph.Finish().ok());
  EXPECT_THAT(Edges(graph, calls), ElementsAre("a  b", "a 2 b", "a 3 b", "a 4 b", "a k b",
                                               "a k#2 b", "a k#3 b", "b  a"));
  EXPECT_TRUE(meets.keys.empty());
}

TEST(ColumnarOrder, FindsNamesAndAliasesFolded) {
  ColumnarGraph graph;
  NodeTable& table = graph.Nodes({});
  for (const char* id : {"b", "a"}) {
    const uint32_t row = *graph.AddNode(table, id);
    table.Set(row, graph.Key("aliases"), Value(Value::List{Value("Støre"), Value(1)}),
              graph.texts());
    if (row == 0) table.Set(row, graph.Key("name"), Value("STORE"), graph.texts());
  }
  ASSERT_TRUE(graph.Finish().ok());
  ASSERT_EQ(graph.names().size(), 2);
  EXPECT_EQ(graph.texts()[graph.names()[0].first], "store");
  EXPECT_EQ(graph.names()[0].second, 0);
  EXPECT_EQ(graph.names()[1].second, 1);
}

TEST(ColumnarOrder, KeysAreSortedAndThoseThatNobodyHasAreDropped) {
  ColumnarGraph graph;
  NodeTable& ships = graph.Nodes({"Ship"});
  const uint32_t fram = *graph.AddNode(ships, "fram");
  graph.Key("unused");
  ships.Set(fram, graph.Key("yard"), Value("Larvik"), graph.texts());
  ships.Set(fram, graph.Key("built"), Value(1892), graph.texts());
  ASSERT_TRUE(graph.Finish().ok());
  ASSERT_THAT(graph.keys(), ElementsAre("built", "id", "yard"));
  EXPECT_EQ(ships.Find(0)->Get(fram, graph.texts()), Value(1892));
  EXPECT_EQ(ships.Find(1), nullptr);  // the ids stand apart
  EXPECT_EQ(ships.Find(2)->Get(fram, graph.texts()), Value("Larvik"));
}

TEST(ColumnarOrder, TextsAreNumberedInTheirOrder) {
  ColumnarGraph graph;
  NodeTable& ships = graph.Nodes({"Ship"});
  for (const char* id : {"c", "a", "b"}) graph.AddNode(ships, id);
  graph.texts().Add("nobody says this");
  ASSERT_TRUE(graph.Finish().ok());
  std::vector<std::string> texts;
  for (TextId text = 0; text < graph.texts().size(); ++text) {
    texts.emplace_back(graph.texts()[text]);
  }
  EXPECT_THAT(texts, ElementsAre("Ship", "a", "b", "c", "id"));
}

}  // namespace
}  // namespace norn::graph
