#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(PlannerTest, ClausesSeeWhatTheOnesBeforeLeave) {
  ExpectAnswers({
      {"MATCH (a:Person) WITH count(a) AS c MATCH (p:Place) RETURN c, p.name AS p",
       R"({"c":2,"p":"Havn"})"},
      {"UNWIND ['person/ada', 'person/bo'] AS i MATCH (a {id: i}) RETURN a.name AS n",
       R"({"n":"Ada Berg"}
{"n":"Bo Dahl"})"},
      {"MATCH (a:Person) CALL db.labels() YIELD label WITH a, count(label) AS c RETURN a.name AS "
       "n, c ORDER BY n",
       R"({"n":"Ada Berg","c":4}
{"n":"Bo Dahl","c":4})"},
      {"MATCH (a:Person) WITH a ORDER BY a.name LIMIT 1 MATCH (a)-[r]->() RETURN count(r) AS c",
       R"({"c":3})"},
      {"MATCH (a)-[:SPOKE_WITH]->(b) RETURN DISTINCT b.name AS b ORDER BY b", R"({"b":"Bo Dahl"}
{"b":"Nordland"})"},
      {"MATCH (a)-[:SPOKE_WITH]->(b) RETURN min(b.name) AS first, max(b.name) AS last",
       R"({"first":"Bo Dahl","last":"Nordland"})"},
  });
}

}  // namespace
}  // namespace norn::query
