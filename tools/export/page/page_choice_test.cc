#include "tools/export/page/page_choice.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::ElementsAre;

PropertyGraph World() {
  PropertyGraph graph;
  graph.nodes.push_back({"event/1", {"Event", "Supply"}, {{"type", Value("supply")}}});
  graph.nodes.push_back({"event/2", {"Event"}, {{"reports", Value(3)}}});
  graph.nodes.push_back({"state/a", {"Actor", "State"}, {}});
  graph.nodes.push_back({"state/b", {"Actor", "State"}, {}});
  graph.nodes.push_back({"weapon/x", {"WeaponSystem"}, {}});
  graph.edges.push_back(
      {"state/a", "event/1", "PARTICIPATED_IN", "", {{"role", Value("supplier")}}});
  graph.edges.push_back(
      {"state/b", "event/1", "PARTICIPATED_IN", "", {{"role", Value("recipient")}}});
  graph.edges.push_back({"state/a", "state/b", "SUPPLIED", "", {}});
  graph.edges.push_back({"event/1", "weapon/x", "INVOLVES", "", {}});
  return graph;
}

TEST(PageChoiceTest, LinesFollowWhatWasGiven) {
  const PropertyGraph graph = World();
  const PageChoice choice = ChoosePage(graph, 10);
  EXPECT_TRUE(choice.has_events);
  EXPECT_THAT(choice.nodes, ElementsAre(0, 1, 2, 3, 4));
  ASSERT_EQ(choice.lines.size(), 3);
  EXPECT_EQ(choice.lines[0].from, 2);
  EXPECT_EQ(choice.lines[0].role, "supplier");
  EXPECT_TRUE(choice.lines[0].arrow);
  EXPECT_EQ(choice.lines[1].from, 0);
  EXPECT_EQ(choice.lines[1].to, 3);
  EXPECT_FALSE(choice.lines[2].arrow);
}

TEST(PageChoiceTest, TheMostReportedStay) {
  const PropertyGraph graph = World();
  const PageChoice choice = ChoosePage(graph, 1);
  EXPECT_THAT(choice.nodes, ElementsAre(1));
  EXPECT_EQ(choice.kept, 1);
  EXPECT_EQ(choice.all, 2);
}

TEST(PageChoiceTest, WithoutEventsTheMostConnectedStay) {
  PropertyGraph graph;
  for (const char* id : {"a", "b", "c"}) graph.nodes.push_back({id, {}, {}});
  graph.edges.push_back({"b", "c", "T", "", {}});
  EXPECT_THAT(ChoosePage(graph, 2).nodes, ElementsAre(1, 2));
  EXPECT_FALSE(ChoosePage(graph, 2).has_events);
}

}  // namespace
}  // namespace norn::tools
