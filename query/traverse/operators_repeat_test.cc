#include "query/traverse/operators_repeat.h"

#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(OperatorsRepeatTest, WalksAGroupAgainAndAgain) {
  ExpectAnswers({
      {"MATCH (a {name: 'Ada Berg'}) ((u)-[:SPOKE_WITH]->(v)){1,3} (e) "
       "RETURN DISTINCT e.name AS e, [n IN u | n.name] AS us",
       R"({"e":"Bo Dahl","us":["Ada Berg"]}
{"e":"Nordland","us":["Ada Berg","Bo Dahl"]})"},
      {"MATCH (a {name: 'Ada Berg'}) ((u)-[r:SPOKE_WITH]->(v) WHERE r.date < '2025-02')+ (e) "
       "RETURN e.name AS e, size(r) AS n",
       R"({"e":"Bo Dahl","n":1})"},
      {"MATCH (a {name: 'Ada Berg'}) ((u)-[:SPOKE_WITH]->(v))* (e) RETURN count(*) AS c",
       R"({"c":5})"},
      {"MATCH p = (a {name: 'Ada Berg'}) ((u)-[:SPOKE_WITH]-(v)-[:SPOKE_WITH]-(w)){1,2} (e) "
       "RETURN length(p) AS l, count(*) AS c ORDER BY l",
       R"({"l":2,"c":4})"},
      // Its variables stand for lists outside of it; relationships of the pattern differ.
      {"MATCH (a {name: 'Ada Berg'})-[s:SPOKE_WITH]->(b) ((u)-[t]->(v)){1} (e) "
       "RETURN count(*) AS c, count(CASE WHEN s IN t THEN 1 END) AS same",
       R"({"c":2,"same":0})"},
      {"MATCH ((u)-[:VISITED]->(v)){1} RETURN u[0].name AS u, v[0].name AS v",
       R"({"u":"Ada Berg","v":"Havn"})"},
      {"MATCH REPEATABLE ELEMENTS (a {name: 'Nordland'})-[:SPOKE_WITH]-{2}(e) "
       "RETURN e.name AS e, count(*) AS c ORDER BY e",
       R"({"e":"Ada Berg","c":2}
{"e":"Nordland","c":1})"},
      {"MATCH DIFFERENT RELATIONSHIPS (a {name: 'Nordland'})-[:SPOKE_WITH]-{2}(e) "
       "RETURN count(*) AS c",
       R"({"c":2})"},
      {"MATCH (a)-[:SPOKE_WITH]->{1,2}(e:State) RETURN count(*) AS c", R"({"c":3})"},
  });
}

TEST(OperatorsRepeatTest, RefusesWhatHasNoMeaning) {
  ExpectAnswers({
      {"MATCH (a) ((a)-->(b)){1,2} (c) RETURN c",
       "VariableAlreadyBound: `a` stands within a group that is repeated and outside of it"},
      {"MATCH (a) ((u)-[*]->(v)){1,2} (c) RETURN c",
       "UnexpectedSyntax: within a group that is repeated each relationship is one step"},
      {"MATCH (a) ((u)){1,2} (c) RETURN c",
       "UnexpectedSyntax: a group that is repeated has at least one relationship"},
      {"MATCH (a) ((u)-->(v)) (c) RETURN c",
       "UnexpectedSyntax: expected a quantifier after the group, such as + or {1,3}, not `(`"},
  });
}

}  // namespace
}  // namespace norn::query
