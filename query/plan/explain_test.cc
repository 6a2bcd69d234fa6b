#include "query/plan/explain.h"

#include <string>

#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "query/engine.h"
#include "query/test_graph.h"

namespace norn::query {
namespace {

// The plan's lines without the estimates, which are not promised.
std::string PlanOf(const std::string& query) {
  static const auto* const view = new graph::View(TestView());
  Outcome<Result> result = RunQuery(*view, query, QueryOptions());
  if (!result.ok()) return result.error().message;
  std::string plan;
  for (absl::string_view line : absl::StrSplit(result->plan, '\n', absl::SkipEmpty())) {
    plan += std::string(line.substr(0, line.find("  "))) + "\n";
  }
  return plan;
}

TEST(ExplainTest, NamesTheOperatorsInTheOrderOfTheirRows) {
  EXPECT_EQ(PlanOf("EXPLAIN MATCH (p:Person) WHERE p.mentions > 1 RETURN p.name AS n ORDER BY n "
                   "LIMIT 1"),
            "Begin\nNodeScan (p)\nFilter (p.mentions > 1)\nProject n\nTop\nLimit\n");
}

TEST(ExplainTest, AnExplainedQueryGivesNoRows) {
  static const auto* const view = new graph::View(TestView());
  Outcome<Result> result =
      RunQuery(*view, "EXPLAIN MATCH (p:Person) RETURN p.name AS n", QueryOptions());
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result->rows.empty());
}

// What is known to be one node is where a pattern's walk begins, wherever it stands.
TEST(ExplainTest, APatternBeginsAtTheNodeThatIsKnown) {
  EXPECT_EQ(PlanOf("EXPLAIN MATCH (a)-[:SPOKE_WITH]->(b {id: 'person/bo'}) RETURN a.name AS n"),
            "Begin\nNodeById (b) = 'person/bo'\nFilter (b.id = 'person/bo')\n"
            "Expand (b)<-[:SPOKE_WITH]-(a)\nProject n\n");
}

}  // namespace
}  // namespace norn::query
