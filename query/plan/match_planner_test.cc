#include "gtest/gtest.h"
#include "query/answers.h"

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

}  // namespace
}  // namespace norn::query
