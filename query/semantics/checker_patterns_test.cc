#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(CheckerPatternsTest, RefusesPatternsThatContradictThemselves) {
  ExpectAnswers({
      {"MATCH (a)-[a]->(b) RETURN a", "VariableTypeConflict: `a` is NODE, not a relationship"},
      {"MATCH (a)-[r]->(b), (c)-[r]->(d) RETURN r",
       "RelationshipUniquenessViolation: `r` stands twice in one MATCH, in which no relationship "
       "is walked twice"},
      {"MATCH (a {x: b.y})-->(b) RETURN a", ""},
      {"MATCH p = (a), p = (b) RETURN p", "VariableAlreadyBound: `p` is already defined"},
      {"MATCH (a)-[r:X*2..1]->(b) RETURN a", ""},
      {"MATCH shortestPath((a)-[]->(b)-[]->(c)) RETURN a",
       "UnexpectedSyntax: a shortest path needs a pattern of one relationship between two nodes"},
  });
}

TEST(CheckerPatternsTest, KnowsTheKindsOfPatternVariables) {
  ExpectAnswers({
      {"MATCH p = (a)-[r*]->(b) RETURN p.x", "InvalidArgumentType: PATH has no properties"},
      {"MATCH (a)-[r*1..2]->(b) RETURN r.date", "InvalidArgumentType: LIST has no properties"},
      {"MATCH (a $p) RETURN a",
       "InvalidParameterUse: a pattern's properties cannot be a parameter"},
      {"MATCH (a)-[:X]-(b) WHERE (c)-->(a) RETURN a", "UndefinedVariable: `c` is not defined"},
  });
}

}  // namespace
}  // namespace norn::query
