#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "query/answers.h"
#include "query/engine.h"
#include "query/test_graph.h"

namespace norn::query {
namespace {

TEST(MatchPlannerTest, JoinsPatternsAndKeepsRowsOfOptionalOnes) {
  ExpectAnswers({
      {"MATCH (a:Person)-[:SPOKE_WITH]->(b), (a)-[:VISITED]->(c) RETURN b.name AS b, c.name AS c",
       R"({"b":"Bo Dahl","c":"Havn"}
{"b":"Bo Dahl","c":"Havn"})"},
      {"MATCH (a:Person), (b:Place) RETURN a.name AS a, b.name AS b ORDER BY a",
       R"({"a":"Ada Berg","b":"Havn"}
{"a":"Bo Dahl","b":"Havn"})"},
      {"MATCH (a)-[:SPOKE_WITH]->(b) WHERE a.name = b.name RETURN a", ""},
      {"MATCH (a {id: 'person/ada'})-[:SPOKE_WITH]->()-[:SPOKE_WITH]->(c) RETURN DISTINCT c.name "
       "AS c",
       R"({"c":"Nordland"})"},
      {"MATCH (a)-->(b)-->(c) WHERE c:State RETURN DISTINCT a.name AS a", R"({"a":"Ada Berg"})"},
      {"OPTIONAL MATCH (a:Nobody)-->(b) RETURN a, b", R"({"a":null,"b":null})"},
      {"MATCH (a:Person) OPTIONAL MATCH (a)-[:VISITED]->(b) WHERE b.name = 'Nowhere' RETURN a.name "
       "AS a, b ORDER BY a",
       R"({"a":"Ada Berg","b":null}
{"a":"Bo Dahl","b":null})"},
  });
}

// Few actors that all take part in many events: a range of dates makes the events the better start.
TEST(MatchPlannerTest, StartsWhereARangeLetsFewThrough) {
  graph::PropertyGraph g;
  for (int i = 0; i < 100; ++i) {
    g.nodes.push_back({absl::StrCat("e", i), {"Event"}, {{"day", graph::Value(i)}}});
    for (int j = 0; j < 20; ++j) {
      if (i == 0) g.nodes.push_back({absl::StrCat("a", j), {"Actor"}, {{"age", graph::Value(j)}}});
      g.edges.push_back({absl::StrCat("a", j), absl::StrCat("e", i), "TOOK_PART", "", {}});
    }
  }
  const graph::View view = TestView(std::move(g));
  const auto starts_with = [&view](const std::string& condition) {
    const std::string text = absl::StrCat("EXPLAIN MATCH (a:Actor)-[:TOOK_PART]->(e:Event) ",
                                          condition, " RETURN a.age, e.day");
    Outcome<Result> result = RunQuery(view, text, QueryOptions());
    if (!result.ok()) return Render(result.error(), text);
    return std::string(absl::StrContains(result->plan, "NodeScan (a)") ? "a" : "e");
  };
  EXPECT_EQ(starts_with(""), "a");
  EXPECT_EQ(starts_with("WHERE e.day >= 5 AND e.day < 9"), "e");
  EXPECT_EQ(starts_with("WHERE a.age > 17"), "a");
  EXPECT_EQ(starts_with("WHERE a.age < e.day"), "a");
}

}  // namespace
}  // namespace norn::query
