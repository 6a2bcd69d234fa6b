#include "gtest/gtest.h"
#include "query/printer/printed.h"

namespace norn::query {
namespace {

TEST(ParserGroupsTest, ReadsGroupsWithTheirQuantifiers) {
  ExpectPrinted({
      {"MATCH ((a)-[r]->(b)){1,3} RETURN 1 AS x", "MATCH ()((a)-[r]->(b)){1,3}() RETURN 1 AS x"},
      {"MATCH (s) ((a)-[r]->(b) WHERE a.x = 1)+ (t) RETURN s",
       "MATCH (s)((a)-[r]->(b) WHERE (a.x = 1)){1,}(t) RETURN s"},
      {"MATCH ((a)-->(b))* RETURN 1 AS x", "MATCH ()((a)-->(b)){0,}() RETURN 1 AS x"},
  });
}

TEST(ParserGroupsTest, APathInParenthesesIsThePath) {
  ExpectPrinted({{"MATCH ((a)-->(b)) RETURN a", "MATCH (a)-->(b) RETURN a"}});
}

TEST(ParserGroupsTest, SaysWhatAGroupCannotBe) {
  ExpectPrinted({
      {"MATCH (s) ((a)-->(b)) (t) RETURN s",
       "UnexpectedSyntax: expected a quantifier after the group, such as + or {1,3}, not `(`"},
      {"MATCH (((a)-->(b)){2}){3} RETURN 1 AS x",
       "UnexpectedSyntax: groups of steps do not stand within each other"},
      {"MATCH (p = (a)-->(b)){2} RETURN 1 AS x",
       "UnexpectedSyntax: a group that is repeated has no name"},
  });
}

}  // namespace
}  // namespace norn::query
