#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "query/answers.h"
#include "query/engine.h"
#include "query/test_graph.h"

namespace norn::query {
namespace {

std::string PlanOf(const std::string& text) {
  const graph::View view = TestView();
  Outcome<Result> result = RunQuery(view, "EXPLAIN " + text, QueryOptions());
  return result.ok() ? result->plan : Render(result.error(), text);
}

TEST(MatchRepeatedTest, LikeStepsOfWhichOnlyTheEndsCountAreOneLength) {
  const std::string three = "MATCH (a)-[:SPOKE_WITH]-()-[:SPOKE_WITH]-()-[:SPOKE_WITH]-(b) ";
  EXPECT_TRUE(absl::StrContains(PlanOf(three + "RETURN count(DISTINCT b)"), "[:SPOKE_WITH*3]"));
  EXPECT_TRUE(absl::StrContains(PlanOf("MATCH (a)-[:VISITED*1..2]->()-[:VISITED]->(b) "
                                       "RETURN DISTINCT b.name"),
                                "*2..3"));
  for (const char* apart :
       {"MATCH (a)-[:SPOKE_WITH]-()-[:SPOKE_WITH]-(b) RETURN count(b)",
        "MATCH (a)-[:SPOKE_WITH]-(c)-[:SPOKE_WITH]-(b) RETURN count(DISTINCT b)",
        "MATCH (a)-[:SPOKE_WITH]-(:Actor)-[:SPOKE_WITH]-(b) RETURN count(DISTINCT b)",
        "MATCH (a)-[:SPOKE_WITH]-()-[:VISITED]-(b) RETURN count(DISTINCT b)",
        "MATCH (a)-[:SPOKE_WITH]->()<-[:SPOKE_WITH]-(b) RETURN count(DISTINCT b)",
        "MATCH p = (a)-[:SPOKE_WITH]-()-[:SPOKE_WITH]-(b) RETURN count(DISTINCT b), max(length(p))",
        "MATCH (a)-[{date: '2025'}]-()-[]-(b) RETURN count(DISTINCT b)"}) {
    EXPECT_FALSE(absl::StrContains(PlanOf(apart), "*2]")) << apart;
  }
}

TEST(MatchRepeatedTest, AStepIsSkippedWhereWhatLiesBehindIsForgotten) {
  const std::string chain = "MATCH (a)-[:VISITED]->(b)<-[:SPOKE_WITH]-(c) ";
  EXPECT_TRUE(absl::StrContains(PlanOf(chain + "RETURN DISTINCT c"), "SkipRepeated"));
  for (const char* rest :
       {"RETURN c", "RETURN count(c)", "RETURN DISTINCT a, b, c", "RETURN DISTINCT *",
        "WITH * RETURN DISTINCT c", "WITH a, b, c LIMIT 3 RETURN DISTINCT c"}) {
    const std::string plan =
        PlanOf("MATCH (a)-[r:VISITED]->(b)<-[:SPOKE_WITH]-(c) " + std::string(rest));
    if (absl::StrContains(rest, "a, b, c") && !absl::StrContains(rest, "LIMIT")) continue;
    EXPECT_FALSE(absl::StrContains(plan, "SkipRepeated")) << rest << "\n" << plan;
  }
}

// Layers of nodes, each of one pointing to each of the next by a type of its own: a path count that
// grows with every layer.
graph::View Layers(int layers, int width) {
  graph::PropertyGraph g;
  const auto id = [](int layer, int i) { return absl::StrCat("n", layer, "/", i); };
  for (int layer = 0; layer < layers; ++layer) {
    for (int i = 0; i < width; ++i) {
      g.nodes.push_back({id(layer, i), {"N"}, {{"i", graph::Value(i)}}});
      for (int j = 0; layer > 0 && j < width; ++j) {
        g.edges.push_back({id(layer - 1, j),
                           id(layer, i),
                           absl::StrCat("T", layer),
                           "",
                           {{"w", graph::Value(i + j)}}});
      }
    }
  }
  return TestView(std::move(g));
}

TEST(MatchRepeatedTest, ManyWaysToFewEndsAreNotAllWalked) {
  const graph::View view = Layers(7, 30);
  QueryOptions options;
  options.max_steps = 200'000;
  const auto answer = [&](const std::string& text) {
    Outcome<Result> result = RunQuery(view, text, options);
    if (!result.ok()) return std::string(DetailOf(result.error().code));
    return absl::StrCat(result->rows.at(0).at(0).integer());
  };
  const std::string chain =
      "MATCH (a:N {id: 'n0/0'})-[r1:T1]->(b)-[r2:T2]->(c)-[r3:T3]->(d)-[r4:T4]->(e)"
      "-[r5:T5]->(f)-[r6:T6]->(g) ";
  EXPECT_EQ(answer(chain + "RETURN count(DISTINCT g)"), "30");
  EXPECT_EQ(answer(chain + "WHERE r1.w > 3 AND r3.w > 40 AND r6.w < 10 RETURN count(DISTINCT g)"),
            "10");
  EXPECT_EQ(answer(chain + "WHERE b.i = g.i RETURN count(DISTINCT g)"), "30");
  EXPECT_EQ(answer("MATCH (a:N {id: 'n0/0'}) WHERE EXISTS { MATCH (a)-[:T1]->(b)-[:T2]->(c)"
                   "-[:T3]->(d)-[:T4]->(e)-[:T5]->(f)-[:T6]->(g) WHERE g.i > 50 } "
                   "RETURN count(*)"),
            "0");
  EXPECT_EQ(answer(chain + "RETURN count(g)"), "StepLimit");
}

}  // namespace
}  // namespace norn::query
