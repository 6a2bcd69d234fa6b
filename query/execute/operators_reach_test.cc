// Against the enumeration of trails, over small random graphs: what is reached must be the same.
#include "query/execute/operators_reach.h"

#include <random>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "graph/model/model.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"
#include "query/engine.h"
#include "query/output/format.h"

namespace norn::query {
namespace {

graph::View RandomView(uint32_t seed) {
  std::mt19937 random(seed);
  const uint32_t nodes = 2 + random() % 5;
  const uint32_t edges = random() % 9;
  graph::PropertyGraph g;
  for (uint32_t i = 0; i < nodes; ++i) {
    g.nodes.push_back({absl::StrCat("n", i), {i % 2 == 0 ? "Even" : "Odd"}, {}});
  }
  for (uint32_t i = 0; i < edges; ++i) {
    g.edges.push_back({absl::StrCat("n", random() % nodes),
                       absl::StrCat("n", random() % nodes),
                       "T",
                       absl::StrCat(i),
                       {{"w", graph::Value(static_cast<int>(random() % 3))}}});
  }
  EXPECT_TRUE(graph::Normalize(g).ok());
  return *graph::View::FromBytes(*graph::BuildView(g));
}

std::string Ask(const graph::View& view, const std::string& text) {
  Outcome<Result> result = RunQuery(view, text, QueryOptions());
  if (!result.ok()) return Render(result.error(), text);
  std::string out = result->plan;
  for (const auto& row : result->rows) {
    for (const Value& cell : row) absl::StrAppend(&out, ToLiteral(cell), " ");
  }
  return out;
}

TEST(OperatorsReachTest, ReachesWhatTrailsReach) {
  size_t planned = 0;
  for (uint32_t seed = 0; seed < 20; ++seed) {
    const graph::View view = RandomView(seed);
    for (const char* ends : {"-[%]-", "-[%]->", "<-[%]-"}) {
      for (const char* length : {"*", "*0..", "*1..2", "*2..", "*2..3", "*3..", "*..3 {w: 1}"}) {
        for (const char* end : {"(b)", "(b:Odd)"}) {
          std::string steps = ends;
          steps.replace(steps.find('%'), 1, length);
          const std::string pattern = absl::StrCat("(a)", steps, end);
          // A path that is named has all its trails looked at.
          const std::string all =
              Ask(view, absl::StrCat("MATCH p = ", pattern, " WITH a, b, count(p) AS c ",
                                     "RETURN a.id, b.id ORDER BY a.id, b.id"));
          const std::string reach =
              absl::StrCat("MATCH ", pattern, " RETURN DISTINCT a.id, b.id ORDER BY a.id, b.id");
          EXPECT_EQ(Ask(view, reach), all) << seed << " " << pattern;
          planned += absl::StrContains(Ask(view, absl::StrCat("EXPLAIN ", reach)), "ReachExpand");
          const std::string exists = absl::StrCat("MATCH (a), ", end, " WHERE EXISTS { ", pattern,
                                                  " } RETURN a.id, b.id ORDER BY a.id, b.id");
          EXPECT_EQ(Ask(view, exists), all) << seed << " " << pattern;
        }
      }
    }
  }
  EXPECT_GT(planned, 700);
}

}  // namespace
}  // namespace norn::query
