#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(MatchPatternTest, LabelsTypesAndPropertiesAreConditions) {
  ExpectAnswers({
      {"MATCH (a:Actor&!Person) RETURN a.name AS n", R"({"n":"Nordland"})"},
      {"MATCH (a:Person|Place {name: 'Havn'}) RETURN a.id AS i", R"({"i":"place/havn"})"},
      {"MATCH (:Person)-[r:SPOKE_WITH|VISITED {date: '2025-02-01'}]->(b) RETURN b.name AS n",
       R"({"n":"Havn"})"},
      {"MATCH (a WHERE a.mentions > 1) RETURN a.name AS n", R"({"n":"Ada Berg"})"},
      {"MATCH (a)-[r WHERE r.date > '2025-05']->(b) RETURN b.name AS n", R"({"n":"Nordland"})"},
  });
}

TEST(MatchPatternTest, OneMatchWalksNoRelationshipTwiceAndTwoDo) {
  ExpectAnswers({
      {"MATCH (a:Place)--(b)--(c:Place) RETURN count(*) AS c", R"({"c":0})"},
      {"MATCH (a:Place)--(b) MATCH (b)--(c:Place) RETURN count(*) AS c", R"({"c":1})"},
      {"MATCH REPEATABLE ELEMENTS (a:Place)--(b)--(c:Place) RETURN count(*) AS c", R"({"c":1})"},
  });
}

TEST(MatchPatternTest, AnAcyclicPathMeetsNoNodeTwice) {
  ExpectAnswers({
      {"MATCH p = (a {name: 'Ada Berg'})-[:SPOKE_WITH]-{2}(b) RETURN count(*) AS c", R"({"c":4})"},
      {"MATCH p = ACYCLIC (a {name: 'Ada Berg'})-[:SPOKE_WITH]-{2}(b) RETURN count(*) AS c",
       R"({"c":2})"},
      {"MATCH ACYCLIC (a {name: 'Ada Berg'})-[:SPOKE_WITH]-{2}(b) RETURN count(*) AS c",
       R"({"c":2})"},
  });
}

}  // namespace
}  // namespace norn::query
