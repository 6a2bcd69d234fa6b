#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

// Ada spoke with Bo twice, the second time in March; Bo with Nordland in June.
TEST(MatchShortestTest, ConditionsOfShortestPathTakePartInTheChoice) {
  ExpectAnswers({
      {"MATCH p = shortestPath((a {name: 'Ada Berg'})-[rs*]-(b {name: 'Bo Dahl'})) "
       "WHERE all(r IN relationships(p) WHERE r.date > '2025-02') RETURN [r IN rs | r.date] AS d",
       R"({"d":["2025-03"]})"},
      {"MATCH p = shortestPath((a {name: 'Ada Berg'})-[rs*]-(b {name: 'Bo Dahl'})) "
       "WHERE none(r IN RELS(p) WHERE r.date > '2025-02') RETURN [r IN rs | r.date] AS d",
       R"({"d":["2025-01-05"]})"},
      {"MATCH p = shortestPath((a {name: 'Ada Berg'})-[rs*]-(b {name: 'Bo Dahl'})) "
       "WHERE all(r IN rs WHERE r.date > '2026') RETURN p",
       ""},
      // Of the whole path, not of each step.
      {"MATCH p = shortestPath((a {name: 'Ada Berg'})-[rs*]-(b {name: 'Nordland'})) "
       "WHERE rs[0].date = '2025-03' RETURN [r IN rs | r.date] AS d",
       R"({"d":["2025-03","2025-06-01"]})"},
  });
}

TEST(MatchShortestTest, ConditionsBehindShortestLookAtWhatWasChosen) {
  ExpectAnswers({
      {"MATCH p = ANY SHORTEST (a {name: 'Ada Berg'})-[rs]-+(b {name: 'Nordland'}) "
       "WHERE length(p) > 2 RETURN p",
       ""},
      {"MATCH p = ANY SHORTEST ((a {name: 'Ada Berg'})-[rs]-+(b {name: 'Nordland'}) "
       "WHERE length(p) > 2) RETURN p",
       ""},
  });
}

}  // namespace
}  // namespace norn::query
