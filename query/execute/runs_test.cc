#include "query/execute/runs.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "graph/view/view.h"
#include "gtest/gtest.h"
#include "query/test_graph.h"

namespace norn::query {
namespace {

// A node for each value, which is its `x`, half of them of another label; null: it has none.
graph::View Nodes(const std::vector<graph::Value>& values) {
  graph::PropertyGraph g;
  for (size_t i = 0; i < values.size(); ++i) {
    graph::Node node{absl::StrCat("n", i), {i % 2 == 0 ? "Even" : "Odd"}, {}};
    if (!values[i].is_null()) node.properties["x"] = values[i];
    g.nodes.push_back(std::move(node));
  }
  // The property is known even where no node has it.
  g.nodes.push_back({"z", {"Z"}, {{"x", graph::Value(1)}}});
  return TestView(std::move(g));
}

bool AreApart(const std::vector<graph::Value>& values) {
  const graph::View view = Nodes(values);
  std::vector<char> groups;
  for (const graph::NodeGroup& group : view.node_groups()) {
    groups.push_back(view.labels()[group.labels[0]] != "Z");
  }
  return TellsApart(view, *view.FindKey("x"), groups);
}

TEST(RunsTest, NodesAreToldApartByWhatNoTwoHave) {
  using graph::Value;
  const Value null;
  EXPECT_TRUE(AreApart({}));
  EXPECT_TRUE(AreApart({null}));
  EXPECT_TRUE(AreApart({Value(1), Value(2), Value(3)}));
  EXPECT_TRUE(AreApart({Value(1), null, Value(-3)}));
  EXPECT_TRUE(AreApart({Value("1"), Value(1), Value("2"), Value(2)}));
  EXPECT_TRUE(AreApart({Value(INT64_MIN), Value(INT64_MAX), Value(0)}));
  EXPECT_FALSE(AreApart({Value(1), Value(2), Value(1)}));
  EXPECT_FALSE(AreApart({Value(1), Value(1)}));
  EXPECT_FALSE(AreApart({Value("a"), Value("b"), Value("a")}));
  EXPECT_FALSE(AreApart({null, null}));
  EXPECT_FALSE(AreApart({null, Value(1), null}));
  EXPECT_FALSE(AreApart({Value(INT64_MAX), Value(INT64_MIN), Value(INT64_MAX)}));
  // Numbers of two kinds can be the same one: nothing is said.
  EXPECT_FALSE(AreApart({Value(1.5), Value(2.5)}));
}

}  // namespace
}  // namespace norn::query
