#include "query/traverse/node_ranges.h"

#include <vector>

#include "gtest/gtest.h"

namespace norn::query {
namespace {

TEST(NodeRangesTest, HasTheNodesOfTheGroupsMarked) {
  const std::vector<graph::NodeGroup> groups = {{{}, 0, 3}, {{}, 3, 2}, {{}, 5, 4}, {{}, 9, 1}};
  struct Case {
    std::vector<char> marks;
    std::vector<graph::NodeIndex> nodes;
  };
  for (const Case& c : {Case{{0, 0, 0, 0}, {}}, Case{{1, 1, 0, 0}, {0, 1, 2, 3, 4}},
                        Case{{0, 1, 0, 1}, {3, 4, 9}}, Case{{1, 0, 1, 0}, {0, 1, 2, 5, 6, 7, 8}}}) {
    const NodeRanges ranges(groups, c.marks);
    std::vector<graph::NodeIndex> has;
    for (graph::NodeIndex node = 0; node < 12; ++node) {
      if (ranges.Has(node)) has.push_back(node);
    }
    EXPECT_EQ(has, c.nodes);
  }
  EXPECT_TRUE(NodeRanges().Has(7)) << "without groups, all nodes are in";
}

}  // namespace
}  // namespace norn::query
