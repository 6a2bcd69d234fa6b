#include "tools/export/choice/most_reported.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> NodesOf(const PropertyGraph& graph) {
  std::vector<std::string> ids;
  for (const graph::Node& node : graph.nodes) ids.push_back(node.id);
  return ids;
}

std::vector<std::string> EdgesOf(const PropertyGraph& graph) {
  std::vector<std::string> edges;
  for (const graph::Edge& edge : graph.edges) {
    edges.push_back(edge.from + " " + edge.type + " " + edge.to);
  }
  return edges;
}

PropertyGraph Calls() {
  PropertyGraph graph;
  graph.nodes = {{"ada", {"Actor"}, {}},
                 {"article", {"Article"}, {}},
                 {"bo", {"Actor"}, {}},
                 {"call/often", {"Call", "Event"}, {{"reports", Value(3)}}},
                 {"call/once", {"Call", "Event"}, {{"reports", Value(1)}}},
                 {"cy", {"Actor"}, {}},
                 {"norge", {"Actor", "State"}, {}}};
  graph.edges = {{"ada", "article", "MENTIONED_IN", "", {}},
                 {"ada", "bo", "SPOKE_WITH", "1", {{"event", Value("call/often")}}},
                 {"ada", "call/often", "PARTICIPATED_IN", "", {}},
                 {"ada", "cy", "SPOKE_WITH", "2", {{"event", Value("call/once")}}},
                 {"ada", "norge", "HOLDS_OFFICE", "", {}},
                 {"bo", "call/often", "PARTICIPATED_IN", "", {}},
                 {"call/often", "article", "REPORTED_IN", "", {}},
                 {"cy", "call/once", "PARTICIPATED_IN", "", {}},
                 {"cy", "norge", "HOLDS_OFFICE", "", {}}};
  EXPECT_TRUE(graph::Normalize(graph).ok());
  return graph;
}

TEST(MostReportedTest, TakesTheEventsThatMostReportAndWhatStandsAroundThem) {
  const PropertyGraph graph = Calls();
  const MostReported part = TakeMostReported(graph, {.events = 1, .whole = 0});
  EXPECT_TRUE(part.has_events);
  EXPECT_TRUE(part.is_part());
  EXPECT_EQ(part.taken, 1);
  EXPECT_EQ(part.all, 2);
  EXPECT_THAT(NodesOf(part.graph), ElementsAre("ada", "article", "bo", "call/often", "norge"));
  EXPECT_THAT(
      EdgesOf(part.graph),
      ElementsAre("ada HOLDS_OFFICE norge", "ada PARTICIPATED_IN call/often", "ada SPOKE_WITH bo",
                  "bo PARTICIPATED_IN call/often", "call/often REPORTED_IN article"));
}

TEST(MostReportedTest, AGraphWithoutEventsKeepsTheMostConnected) {
  PropertyGraph graph;
  graph.nodes = {{"a", {}, {}}, {"b", {}, {}}, {"c", {}, {}}};
  graph.edges = {{"a", "c", "T", "1", {}}, {"b", "c", "T", "1", {}}, {"c", "b", "T", "1", {}}};
  const MostReported part = TakeMostReported(graph, {.events = 2, .whole = 0});
  EXPECT_FALSE(part.has_events);
  EXPECT_EQ(part.all, 3);
  EXPECT_THAT(NodesOf(part.graph), ElementsAre("b", "c"));
  EXPECT_THAT(EdgesOf(part.graph), ElementsAre("b T c", "c T b"));
}

TEST(MostReportedTest, ASmallGraphIsTakenAsAWhole) {
  const PropertyGraph graph = Calls();
  const MostReported all = TakeMostReported(graph, {.events = 1});
  EXPECT_FALSE(all.is_part());
  EXPECT_EQ(NodesOf(all.graph), NodesOf(graph));
  EXPECT_EQ(EdgesOf(all.graph), EdgesOf(graph));
  EXPECT_THAT(TakeMostReported(PropertyGraph(), {.events = 1, .whole = 0}).graph.nodes, IsEmpty());
}

}  // namespace
}  // namespace norn::tools
