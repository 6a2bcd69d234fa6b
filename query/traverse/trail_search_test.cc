#include "query/traverse/trail_search.h"

#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

// Ada spoke with Bo twice, Bo with Nordland once; Ada visited Havn.
TEST(TrailSearchTest, FindsTheShortestThatQualifies) {
  ExpectAnswers({
      {"MATCH p = shortestPath((a {name: 'Ada Berg'})-[*]-(b {name: 'Nordland'})) "
       "WHERE length(p) > 2 RETURN length(p) AS l",
       ""},
      {"MATCH p = shortestPath((a {name: 'Ada Berg'})-[rs*]-(b {name: 'Bo Dahl'})) "
       "WHERE all(r IN rs WHERE r.date > '2025-02') RETURN rs[0].date AS d",
       R"({"d":"2025-03"})"},
      {"MATCH p = shortestPath((a {name: 'Ada Berg'})-[*]-(b {name: 'Bo Dahl'})) "
       "WHERE none(r IN relationships(p) WHERE r.date > '2025-02') "
       "RETURN [r IN relationships(p) | r.date] AS d",
       R"({"d":["2025-01-05"]})"},
      {"MATCH p = allShortestPaths((a {name: 'Ada Berg'})-[*]-(b {name: 'Nordland'})) "
       "WHERE any(r IN relationships(p) WHERE r.date = '2025-03') RETURN count(p) AS c",
       R"({"c":1})"},
      {"MATCH (a {name: 'Ada Berg'}), (b {name: 'Bo Dahl'}) "
       "OPTIONAL MATCH p = shortestPath((a)-[*]-(b)) WHERE length(p) % 2 = 0 RETURN p AS p",
       R"({"p":null})"},
      // Behind SHORTEST a condition looks at what was chosen.
      {"MATCH p = SHORTEST 1 (a {name: 'Ada Berg'})-[rs]-+(b {name: 'Bo Dahl'}) "
       "WHERE length(p) > 1 RETURN p",
       ""},
      {"MATCH p = SHORTEST 1 ((a {name: 'Ada Berg'})-[rs]-+(b {name: 'Bo Dahl'}) "
       "WHERE all(r IN rs WHERE r.date = '2025-03')) RETURN length(p) AS l",
       R"({"l":1})"},
  });
}

TEST(TrailSearchTest, FindsSeveralAndThoseOfALeastLength) {
  ExpectAnswers({
      {"MATCH p = SHORTEST 2 (a {name: 'Ada Berg'})-[:SPOKE_WITH]-+(b {name: 'Nordland'}) "
       "RETURN length(p) AS l",
       R"({"l":2}
{"l":2})"},
      {"MATCH p = SHORTEST 1 GROUPS (a {name: 'Ada Berg'})-[:SPOKE_WITH]-+(b {name: 'Bo Dahl'}) "
       "RETURN length(p) AS l, count(*) AS c",
       R"({"l":1,"c":2})"},
      {"MATCH p = ANY SHORTEST (a {name: 'Ada Berg'})-[:SPOKE_WITH]-{2,4}(b {name: 'Ada Berg'}) "
       "RETURN length(p) AS l",
       R"({"l":2})"},
      // Back to where it began, over two relationships between the same two.
      {"MATCH (a {name: 'Ada Berg'}) MATCH p = shortestPath((a)-[*]-(a)) RETURN length(p) AS l",
       R"({"l":2})"},
      {"MATCH (a {name: 'Ada Berg'}) MATCH p = shortestPath((a)-[*]->(a)) RETURN length(p) AS l",
       ""},
      {"MATCH (a {name: 'Ada Berg'}) MATCH p = shortestPath((a)-[*0..]->(a)) RETURN length(p) AS l",
       R"({"l":0})"},
  });
}

}  // namespace
}  // namespace norn::query
