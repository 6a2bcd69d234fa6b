#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(SubplanTest, PatternsWithinExpressionsSeeTheRow) {
  ExpectAnswers({
      {"MATCH (a:Person) RETURN a.name AS n, exists { (a)-[:VISITED]->() } AS v ORDER BY n",
       R"({"n":"Ada Berg","v":true}
{"n":"Bo Dahl","v":false})"},
      {"MATCH (a:Person) WHERE (a)-[:VISITED]->(:Place) RETURN a.name AS n", R"({"n":"Ada Berg"})"},
      {"MATCH (a {id: 'person/ada'}) RETURN [(a)-[r:SPOKE_WITH]->(b) WHERE r.date > '2025-02' | "
       "b.name] AS n",
       R"({"n":["Bo Dahl"]})"},
      {"MATCH (a:Person) WHERE NOT exists { MATCH (a)-[:VISITED]->(b) WHERE b.name = 'Havn' } "
       "RETURN a.name AS n",
       R"({"n":"Bo Dahl"})"},
  });
}

}  // namespace
}  // namespace norn::query
