#include "tools/export/formats/edges_by_node.h"

#include "gmock/gmock.h"
#include "graph/model/model.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::GraphRows;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(EdgesByNodeTest, AreThoseOfTheTypeInTheGraphsOrder) {
  graph::PropertyGraph graph;
  for (const char* id : {"a", "b", "c"}) graph.nodes.push_back({id, {}, {}});
  graph.edges = {{"a", "b", "X", "", {}},
                 {"a", "c", "X", "", {}},
                 {"a", "c", "Y", "", {}},
                 {"b", "c", "X", "", {}}};
  ASSERT_TRUE(graph::Normalize(graph).ok());
  const GraphRows rows(graph);
  const EdgesByNode out(rows, "X", &GraphRows::SourceRow);
  EXPECT_THAT(out.Of(0), ElementsAre(0, 1));
  EXPECT_THAT(out.Of(1), ElementsAre(3));
  EXPECT_THAT(out.Of(2), IsEmpty());
  const EdgesByNode in(rows, "X", &GraphRows::TargetRow);
  EXPECT_THAT(in.Of(0), IsEmpty());
  EXPECT_THAT(in.Of(2), ElementsAre(1, 3));
}

}  // namespace
}  // namespace norn::tools
