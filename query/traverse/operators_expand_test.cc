#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(OperatorsExpandTest, WalksNoEdgeTwice) {
  ExpectAnswers({
      {"MATCH (a {id: 'person/bo'})-->(b) RETURN b.name AS n", R"({"n":"Nordland"})"},
      {"MATCH (a {id: 'person/bo'})<--(b) RETURN b.name AS n", R"({"n":"Ada Berg"}
{"n":"Ada Berg"})"},
      {"MATCH (a {id: 'person/bo'})--(b) RETURN b.name AS n ORDER BY n", R"({"n":"Ada Berg"}
{"n":"Ada Berg"}
{"n":"Nordland"})"},
      {"MATCH (a {id: 'person/ada'})-[:SPOKE_WITH*2]->(b) RETURN b.name AS n", R"({"n":"Nordland"}
{"n":"Nordland"})"},
      {"MATCH (a {id: 'person/ada'})-[r*0..1]->(b) RETURN b.name AS n, size(r) AS s ORDER BY n, s",
       R"({"n":"Ada Berg","s":0}
{"n":"Bo Dahl","s":1}
{"n":"Bo Dahl","s":1}
{"n":"Havn","s":1})"},
      {"MATCH (a)-[r:SPOKE_WITH {date: '2025-03'}]->(b) RETURN a.name AS a, b.name AS b",
       R"({"a":"Ada Berg","b":"Bo Dahl"})"},
      {"MATCH (a:Person)-[:SPOKE_WITH]->(b:Person)-[:SPOKE_WITH]->(c) RETURN c.name AS n",
       R"({"n":"Nordland"}
{"n":"Nordland"})"},
      {"MATCH (a {id: 'person/ada'})-[r1]->(b)<-[r2]-(a) RETURN count(*) AS c", R"({"c":2})"},
      {"MATCH (a {id: 'person/ada'}), (b {id: 'person/bo'}) MATCH (a)-[r]->(b) RETURN r.date AS d "
       "ORDER BY d",
       R"({"d":"2025-01-05"}
{"d":"2025-03"})"},
  });
}

}  // namespace
}  // namespace norn::query
