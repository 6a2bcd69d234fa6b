#include "tools/export/formats/split.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using testing::ElementsAre;
using testing::Key;

TEST(SplitTest, HasAPartForEachLabelAndType) {
  graph::PropertyGraph graph;
  graph.nodes.push_back({"a", {"Actor", "Person"}, {}});
  graph.nodes.push_back({"b", {"Actor", "Person"}, {}});
  graph.nodes.push_back({"c", {}, {}});
  graph.nodes.push_back({"d", {"a/b"}, {}});
  graph.edges.push_back({"a", "b", "KNOWS", "", {}});
  const auto nodes = SplitByLabel(graph);
  EXPECT_THAT(nodes, ElementsAre(Key("Node"), Key("Person"), Key("a%2Fb")));
  EXPECT_THAT(nodes.at("Person"), ElementsAre(0, 1));
  EXPECT_THAT(SplitByType(graph), ElementsAre(Key("KNOWS")));
}

}  // namespace
}  // namespace norn::tools
