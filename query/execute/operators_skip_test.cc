#include "query/execute/operators_skip.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "graph/model/model.h"
#include "graph/view/view.h"
#include "gtest/gtest.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "query/test_graph.h"

namespace norn::query {
namespace {

// `roots` nodes that each point to each of `middles`, and those to one leaf of their own.
graph::View Fan(int roots, int middles) {
  graph::PropertyGraph g;
  for (int i = 0; i < roots; ++i) g.nodes.push_back({absl::StrCat("r", i), {"Root"}, {}});
  for (int j = 0; j < middles; ++j) {
    g.nodes.push_back({absl::StrCat("m", j), {"Middle"}, {}});
    g.nodes.push_back({absl::StrCat("l", j), {"Leaf"}, {}});
    g.edges.push_back({absl::StrCat("m", j), absl::StrCat("l", j), "TO", "", {}});
    for (int i = 0; i < roots; ++i) {
      g.edges.push_back({absl::StrCat("r", i), absl::StrCat("m", j), "FROM", "", {}});
    }
  }
  return TestView(std::move(g));
}

std::string Answer(const graph::View& view, const std::string& text, QueryOptions options = {}) {
  Outcome<Result> result = RunQuery(view, text, options);
  if (!result.ok()) return Render(result.error(), text);
  if (!result->plan.empty()) return result->plan;
  return absl::StrCat(ToLiteral(result->rows.at(0).at(0)), " in ", result->steps);
}

constexpr char kEnds[] = "MATCH (a:Root)-[:FROM]->(b:Middle)-[:TO]->(c) RETURN count(DISTINCT c)";

TEST(SkipRepeatedTest, WalksOnOnceFromEachPlace) {
  const graph::View view = Fan(50, 20);
  EXPECT_TRUE(absl::StrContains(Answer(view, absl::StrCat("EXPLAIN ", kEnds)), "SkipRepeated b"));
  Outcome<Result> result = RunQuery(view, kEnds, QueryOptions());
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->rows[0][0].integer(), 20);
  EXPECT_LT(result->steps, 50 * 20 * 4);
}

TEST(SkipRepeatedTest, GivesUpWhereNothingIsRepeatedAndWhereMemoryIsShort) {
  // One root: every row is new, more of them than are looked at before it gives up.
  EXPECT_EQ(Answer(Fan(1, 70'000), kEnds).substr(0, 5), "70000");
  QueryOptions options;
  options.max_memory_bytes = 1 << 20;
  EXPECT_EQ(Answer(Fan(3, 7'000),
                   "MATCH (a:Root)-[:FROM]->(b:Middle)-[:TO]->(c) "
                   "RETURN max(c.id) > ''",
                   options)
                .substr(0, 4),
            "true");
}

}  // namespace
}  // namespace norn::query
