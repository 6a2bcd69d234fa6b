#include "query/scratch/scratch.h"

#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "query/output/format.h"

namespace norn::query {
namespace {

std::string Answer(ScratchGraph& graph, const char* text) {
  Outcome<Result> result = graph.Run(text, QueryOptions());
  if (!result.ok()) return std::string(DetailOf(result.error().code));
  std::ostringstream out;
  WriteJsonl(*result, out);
  return out.str();
}

TEST(ScratchGraph, WritesAndReadsBack) {
  struct Step {
    const char* query;
    const char* rows;
  };
  ScratchGraph graph;
  for (const Step& step : {
           Step{"CREATE (:A {id: 1, x: 1})-[:T {w: 2}]->(:B {id: 2})", ""},
           Step{"MATCH (a:A)-[r:T]->(b) RETURN a.id AS a, r.w AS w, b.id AS b",
                "{\"a\":1,\"w\":2,\"b\":2}\n"},
           Step{"MATCH (a:A) SET a.x = a.x + 1, a:C RETURN a.x AS x, labels(a) AS l",
                "{\"x\":2,\"l\":[\"A\",\"C\"]}\n"},
           Step{"MERGE (a:A {id: 1}) ON MATCH SET a.seen = true ON CREATE SET a.seen = false "
                "RETURN a.seen AS s",
                "{\"s\":true}\n"},
           Step{"UNWIND [3, 3, 4] AS i MERGE (n:New {id: i}) RETURN count(n) AS c", "{\"c\":3}\n"},
           Step{"MATCH (n:New) RETURN count(n) AS c", "{\"c\":2}\n"},
           Step{"MATCH (a:A) DELETE a", "DeleteConnectedNode"},
           Step{"MATCH (a:A) REMOVE a.x, a:C RETURN a.x AS x", "{\"x\":null}\n"},
           Step{"MATCH (a:A) DETACH DELETE a RETURN a.id", "DeletedEntityAccess"},
           Step{"MATCH (a:A) RETURN count(a) AS c", "{\"c\":1}\n"},
           Step{"MATCH (a:A)-[r]->() DETACH DELETE a RETURN type(r) AS t", "{\"t\":\"T\"}\n"},
           Step{"MATCH (a:A) RETURN count(a) AS c", "{\"c\":0}\n"},
           Step{"CREATE (:A {m: {k: 1}})", "InvalidPropertyType"},
       }) {
    EXPECT_EQ(Answer(graph, step.query), step.rows) << step.query;
  }
}

TEST(ScratchGraph, LaterPathsOfACreateSeeEarlierOnes) {
  ScratchGraph graph;
  EXPECT_EQ(Answer(graph,
                   "UNWIND [1, 2] AS i CREATE (a:A {x: i}), (b:B {y: a.x + 1}) "
                   "RETURN a.x AS x, b.y AS y"),
            "{\"x\":1,\"y\":2}\n{\"x\":2,\"y\":3}\n");
}

TEST(ScratchGraph, WritingEndsAtTheLimits) {
  ScratchGraph graph;
  EXPECT_EQ(Answer(graph, "UNWIND range(1, 20000) AS i CREATE (:A {x: i})"), "");
  QueryOptions options;
  options.max_memory_bytes = 25'000'000;
  const char* query = "UNWIND range(1, 9000) AS i CREATE (:A {x: i})";
  EXPECT_EQ(DetailOf(graph.Run(query, options).error().code), "MemoryLimit");
  options = QueryOptions();
  options.timeout = absl::Milliseconds(1);
  EXPECT_EQ(DetailOf(graph.Run(query, options).error().code), "TimeLimit");
  EXPECT_EQ(Answer(graph, "MATCH (n) RETURN count(n) AS c"), "{\"c\":20000}\n");
}

TEST(ScratchGraph, PlansAreOfQueriesThatRead) {
  ScratchGraph graph;
  EXPECT_EQ(Answer(graph, "EXPLAIN CREATE (:A)"), "InvalidClauseComposition");
  EXPECT_EQ(Answer(graph, "MATCH (n) RETURN count(n) AS c"), "{\"c\":0}\n");
}

TEST(ScratchGraph, AQueryThatFailsChangesNothing) {
  ScratchGraph graph;
  EXPECT_EQ(Answer(graph, "CREATE (n:A) WITH n RETURN 1 / 0"), "NumberOutOfRange");
  EXPECT_EQ(Answer(graph, "MATCH (n) RETURN count(n) AS c"), "{\"c\":0}\n");
}

}  // namespace
}  // namespace norn::query
