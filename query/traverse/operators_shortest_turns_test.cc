#include "query/traverse/operators_shortest_turns.h"

#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(ShortestTurnsTest, FindsTheFewestTurnsThroughAGroup) {
  ExpectAnswers({
      {"MATCH p = SHORTEST 1 (a {name: 'Ada Berg'}) ((u)-[r:SPOKE_WITH]->(v))+ (b:State) "
       "RETURN [n IN u | n.name] AS us, [n IN v | n.name] AS vs, size(r) AS n, length(p) AS l",
       R"({"us":["Ada Berg","Bo Dahl"],"vs":["Bo Dahl","Nordland"],"n":2,"l":2})"},
      {"MATCH ALL SHORTEST (a {name: 'Ada Berg'}) ((u)-[r:SPOKE_WITH]->(v))+ (b:State) "
       "RETURN [x IN r | x.date] AS d ORDER BY d",
       R"({"d":["2025-01-05","2025-06-01"]}
{"d":["2025-03","2025-06-01"]})"},
      // A group's condition is asked in each turn.
      {"MATCH ALL SHORTEST (a {name: 'Ada Berg'}) ((u)-[r]->(v) WHERE r.date > '2025-02')+ "
       "(b:State) "
       "RETURN [x IN r | x.date] AS d",
       R"({"d":["2025-03","2025-06-01"]})"},
      {"MATCH SHORTEST 1 (a {name: 'Nordland'}) ((u)-[r]->(v))+ (b {name: 'Ada Berg'}) RETURN r",
       ""},
      {"MATCH p = SHORTEST 1 (a {name: 'Havn'}) ((u)--(v)--(w)){1,3} (b:Person) "
       "RETURN b.name AS b, length(p) AS l",
       R"({"b":"Bo Dahl","l":2})"},
      // No turn at all, where the ends are one.
      {"MATCH p = ANY (a:Person) ((u)-->(v))* (b:Person) RETURN a.name AS a, b.name AS b, "
       "length(p) AS l ORDER BY a, b",
       R"({"a":"Ada Berg","b":"Ada Berg","l":0}
{"a":"Ada Berg","b":"Bo Dahl","l":1}
{"a":"Bo Dahl","b":"Bo Dahl","l":0})"},
      // Back to where it began it takes both conversations.
      {"MATCH p = SHORTEST 1 (a {name: 'Ada Berg'}) ((u)-[r:SPOKE_WITH]-(v))+ (a) "
       "RETURN length(p) AS l",
       R"({"l":2})"},
      // What is chosen must fulfil what stands within the parentheses, not what stands behind.
      {"MATCH p = SHORTEST 1 ((a {name: 'Ada Berg'}) ((u)-[r]-(v))+ (b:State) "
       "WHERE r[0].date > '2025-02') RETURN r[0].date AS d",
       R"({"d":"2025-03"})"},
      {"MATCH p = SHORTEST 1 ((a) (((u)-->(v))+ (w)){2} (b)) RETURN p",
       "UnexpectedSyntax: expected `)` after the node, not `(`"},
      {"MATCH p = SHORTEST 1 (((a)-->+(b) WHERE a.x = 1) WHERE b.x = 1) RETURN p",
       "UnexpectedSyntax: a path has one WHERE within its parentheses"},
      {"MATCH p = SHORTEST 3 (a {name: 'Ada Berg'}) ((u)-[r]->(v))+ (b:State) RETURN count(*) AS c",
       R"({"c":2})"},
      {"MATCH p = SHORTEST 1 (a)-[:VISITED]->(b)-[:SPOKE_WITH]->+(c) RETURN p",
       "UnexpectedSyntax: a shortest path has one relationship pattern, or one group, between two "
       "nodes"},
  });
}

}  // namespace
}  // namespace norn::query
