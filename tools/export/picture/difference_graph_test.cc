#include "tools/export/picture/difference_graph.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tools/export/picture/change.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::UnorderedElementsAre;

// A call of two on a day, and how many articles report it.
void AddCall(PropertyGraph& graph, const std::string& event, const std::string& a,
             const std::string& b, int reports) {
  graph.nodes.push_back({event, {"Event"}, {{"reports", Value(reports)}}});
  for (const std::string& actor : {a, b}) {
    graph.edges.push_back({actor, event, "PARTICIPATED_IN", "", {}});
  }
  graph.edges.push_back({a, b, "SPOKE_WITH", event, {{"event", Value(event)}}});
}

PropertyGraph Actors() {
  PropertyGraph graph;
  for (const char* id : {"a", "b", "c", "d"}) {
    graph.nodes.push_back({id, {"Actor"}, {{"name", Value(id)}, {"mentions", Value(1)}}});
  }
  return graph;
}

PropertyGraph Difference(PropertyGraph older, PropertyGraph newer) {
  EXPECT_TRUE(graph::Normalize(older).ok());
  EXPECT_TRUE(graph::Normalize(newer).ok());
  PropertyGraph difference = DifferenceGraph(older, newer);
  PropertyGraph normalized = difference;
  EXPECT_TRUE(graph::Normalize(normalized).ok());
  EXPECT_EQ(normalized, difference);
  return difference;
}

std::string Marked(const std::string& id, const graph::Properties& properties) {
  const Change change = ChangeOf(properties);
  return change == Change::kNone ? id : std::string(StyleOf(change).sign) + " " + id;
}

std::vector<std::string> Nodes(const PropertyGraph& graph) {
  std::vector<std::string> nodes;
  for (const auto& node : graph.nodes) nodes.push_back(Marked(node.id, node.properties));
  return nodes;
}

TEST(DifferenceGraphTest, WhatCameChangedOrWentIsMarkedWithThoseWhoHadAPart) {
  PropertyGraph older = Actors();
  AddCall(older, "gone", "a", "b", 1);
  AddCall(older, "same", "a", "c", 1);
  AddCall(older, "told again", "a", "d", 1);
  PropertyGraph newer = Actors();
  AddCall(newer, "same", "a", "c", 1);
  AddCall(newer, "told again", "a", "d", 2);
  AddCall(newer, "new", "b", "d", 1);
  const PropertyGraph difference = Difference(older, newer);
  EXPECT_THAT(Nodes(difference),
              UnorderedElementsAre("a", "b", "d", "− gone", "~ told again", "+ new"));
  std::vector<std::string> calls;
  for (const auto& edge : difference.edges) {
    if (edge.type == "SPOKE_WITH") calls.push_back(Marked(edge.key, edge.properties));
  }
  EXPECT_THAT(calls, UnorderedElementsAre("− gone", "told again", "+ new"));
}

TEST(DifferenceGraphTest, OfAnEventWithAnotherParticipantAllAreShown) {
  PropertyGraph older = Actors();
  AddCall(older, "call", "a", "b", 1);
  PropertyGraph newer = older;
  newer.edges.push_back({"c", "call", "PARTICIPATED_IN", "", {}});
  EXPECT_THAT(Nodes(Difference(older, newer)), UnorderedElementsAre("a", "b", "c", "call"));
}

TEST(DifferenceGraphTest, HowOftenAnActorIsSpokenOfIsNoChangeOfHis) {
  PropertyGraph newer = Actors();
  newer.nodes[0].properties["mentions"] = Value(9);
  newer.nodes[1].properties["name"] = Value("B");
  // Of somebody's own graph.
  newer.nodes[1].properties[kChangeProperty] = Value("gone");
  EXPECT_THAT(Nodes(Difference(Actors(), newer)), UnorderedElementsAre("~ b"));
}

TEST(DifferenceGraphTest, OfEqualGraphsNothingIsLeft) {
  EXPECT_EQ(Difference(Actors(), Actors()), PropertyGraph());
}

}  // namespace
}  // namespace norn::tools
