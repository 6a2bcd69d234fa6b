#include "gtest/gtest.h"
#include "query/printer/printed.h"

namespace norn::query {
namespace {

TEST(ParserClausesTest, ReadsEachClauseAndItsParts) {
  ExpectPrinted({
      {"OPTIONAL MATCH (a) WHERE a.x = 1 RETURN a", "OPTIONAL MATCH (a) WHERE (a.x = 1) RETURN a"},
      {"UNWIND [1, 2] AS x RETURN x", "UNWIND [1, 2] AS x RETURN x"},
      {"WITH 1 AS x, 2 AS y ORDER BY x DESC SKIP 1 LIMIT 2 WHERE x > 0 RETURN *",
       "WITH 1 AS x, 2 AS y ORDER BY x DESC SKIP 1 LIMIT 2 WHERE (x > 0) RETURN *"},
      {"RETURN DISTINCT a AS b ORDER BY b ASC", "RETURN DISTINCT a AS b ORDER BY b"},
      {"CALL db.labels() YIELD label AS l WHERE l = 'x' RETURN l",
       "CALL db.labels() YIELD label AS l WHERE (l = 'x') RETURN l"},
      {"CALL db.labels", "CALL db.labels"},
      {"CREATE (a:A {x: 1})-[:T]->(b) RETURN a", "CREATE (a:A {x: 1})-[:T]->(b) RETURN a"},
      {"MATCH (a) SET a:B, a.x = null REMOVE a.y, a:C RETURN a",
       "MATCH (a) SET a:B, a.x = null REMOVE a.y, a:C RETURN a"},
      {"MATCH (a) DETACH DELETE a", "MATCH (a) DETACH DELETE a"},
      {"RETURN 1 AS x UNION ALL RETURN 2 AS x", "RETURN 1 AS x UNION ALL RETURN 2 AS x"},
      {"RETURN 1 AS x UNION RETURN 2 AS x UNION ALL RETURN 3 AS x",
       "InvalidClauseComposition: UNION and UNION ALL cannot be mixed in one query"},
      {"UNWIND [1] x RETURN x",
       "UnexpectedSyntax: expected AS and a variable after UNWIND's list, not `x`"},
      {"RETURN", "UnexpectedSyntax: expected an expression, not the end of the query"},
      {"EXPLAIN RETURN 1 AS x", "EXPLAIN RETURN 1 AS x"},
      {"PROFILE RETURN 1 AS x", "PROFILE RETURN 1 AS x"},
  });
}

}  // namespace
}  // namespace norn::query
