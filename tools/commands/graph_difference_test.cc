#include "tools/commands/graph_difference.h"

#include <sstream>

#include "graph/model/model.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;

TEST(Diff, EveryKindOfChangeIsALine) {
  PropertyGraph older;
  older.nodes = {{"a", {"Actor"}, {{"name", Value("A")}, {"n", Value(1)}}},
                 {"b", {"Actor"}, {}},
                 {"c", {"Actor"}, {}}};
  older.edges = {{"a", "b", "KNOWS", "1", {}}, {"b", "c", "KNOWS", "", {{"x", Value(1)}}}};
  PropertyGraph newer;
  newer.nodes = {{"a", {"Actor"}, {{"name", Value("Å")}, {"m", Value(2)}}},
                 {"b", {"Actor", "State"}, {}},
                 {"d", {"Actor"}, {}}};
  newer.edges = {{"a", "b", "KNOWS", "2", {}}};
  ASSERT_TRUE(graph::Normalize(older).ok());
  ASSERT_TRUE(graph::Normalize(newer).ok());
  std::ostringstream out;
  EXPECT_EQ(WriteDiff(older, newer, {}, out), 9);
  EXPECT_EQ(out.str(),
            "~ node a: m: null -> 2\n"
            "~ node a: n: 1 -> null\n"
            "~ node a: name: 'A' -> 'Å'\n"
            "~ node b: labels: Actor -> Actor:State\n"
            "- node c\n"
            "+ node d\n"
            "- edge a -[KNOWS]-> b (1)\n"
            "+ edge a -[KNOWS]-> b (2)\n"
            "- edge b -[KNOWS]-> c\n");
}

TEST(Diff, TellsWhyInWordsAndAsJson) {
  PropertyGraph older;
  PropertyGraph newer;
  newer.nodes = {{"article/a.txt", {"Article"}, {{"name", Value("a.txt")}}},
                 {"event/x", {"Event"}, {}}};
  newer.edges = {{"event/x", "article/a.txt", "REPORTED_IN", "0", {}}};
  ASSERT_TRUE(graph::Normalize(newer).ok());
  std::ostringstream words, json;
  WriteDiff(older, newer, {.why = true}, words);
  EXPECT_EQ(words.str(),
            "+ node article/a.txt  because a.txt is new\n"
            "+ node event/x  because a.txt is new\n"
            "+ edge event/x -[REPORTED_IN]-> article/a.txt (0)  because a.txt is new\n");
  WriteDiff(older, newer, {.json = true, .why = true}, json);
  EXPECT_EQ(json.str(),
            "{\"change\":\"added\",\"node\":\"article/a.txt\",\"why\":[\"a.txt is new\"]}\n"
            "{\"change\":\"added\",\"node\":\"event/x\",\"why\":[\"a.txt is new\"]}\n"
            "{\"change\":\"added\",\"from\":\"event/x\",\"edge\":\"REPORTED_IN\",\"to\":"
            "\"article/a.txt\",\"key\":\"0\",\"why\":[\"a.txt is new\"]}\n");
}

TEST(Diff, OfEqualGraphsThereIsNothingToSay) {
  PropertyGraph graph;
  graph.nodes = {{"a", {}, {{"x", Value(Value::List{Value(1)})}}}};
  std::ostringstream out;
  EXPECT_EQ(WriteDiff(graph, graph, {}, out), 0);
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace norn::tools
