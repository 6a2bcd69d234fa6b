#include "query/semantics/resolved_calls.h"

#include <string>
#include <variant>

#include "gtest/gtest.h"
#include "query/functions/functions.h"
#include "query/syntax/ast_walk.h"
#include "query/syntax/parser.h"

namespace norn::query {
namespace {

Query Resolved(const std::string& text) {
  Outcome<Query> query = ParseQuery(text, ParseLimits());
  EXPECT_TRUE(query.ok()) << text;
  ResolveCalls(*query);
  return *query;
}

// What the query's only RETURN gives first.
Expr Returned(const std::string& text) {
  const Query query = Resolved(text);
  return std::get<ProjectionClause>(query.parts[0].clauses.back().body).items[0].expr;
}

TEST(ResolvedCallsTest, NamesAreFoundInAnyCase) {
  EXPECT_TRUE(IsCallOf(Returned("RETURN TOUPPER('a')"), "toUpper"));
  EXPECT_TRUE(IsCallOf(Returned("RETURN Max(1)"), "max"));
  EXPECT_FALSE(IsCallOf(Returned("RETURN toLower('a')"), "toUpper"));
  EXPECT_FALSE(IsCallOf(Returned("RETURN 'toUpper'"), "toUpper"));
  const Expr unknown = Returned("RETURN toUper('a')");
  EXPECT_TRUE(unknown.function == nullptr && unknown.aggregate == nullptr);
}

TEST(ResolvedCallsTest, AggregatesAreSeenWithinExpressionsAndNotWithinSubqueries) {
  struct Case {
    const char* text;
    bool is;
    bool has;
  };
  for (const Case& c : {
           Case{"RETURN count(*)", true, true},
           Case{"MATCH (a) RETURN COUNT(a)", true, true},
           Case{"MATCH (a) RETURN [count(a), 1]", false, true},
           Case{"MATCH (a) RETURN size([1])", false, false},
           Case{"RETURN exists { MATCH (b) RETURN count(b) AS c }", false, false},
       }) {
    EXPECT_EQ(IsAggregate(Returned(c.text)), c.is) << c.text;
    EXPECT_EQ(HasAggregate(Returned(c.text)), c.has) << c.text;
  }
}

TEST(ResolvedCallsTest, EveryPlaceOfACallIsReached) {
  for (const char* text : {
           "MATCH (a {n: abs(1)}) RETURN a",
           "MATCH (a WHERE abs(1) = 1) RETURN a",
           "MATCH ()-[r WHERE abs(1) = 1]->() RETURN r",
           "MATCH (()-[r {n: abs(1)}]->()){1,2} RETURN 1",
           "MATCH (a) WHERE abs(1) = 1 RETURN a",
           "UNWIND [abs(1)] AS a RETURN a",
           "WITH 1 AS a ORDER BY abs(a) SKIP abs(1) LIMIT abs(1) WHERE abs(a) = 1 RETURN a",
           "CALL { RETURN abs(1) AS a } RETURN a",
           "CALL db.labels() YIELD label WHERE abs(1) = 1 RETURN label",
           "RETURN [a IN [1] WHERE abs(a) = 1 | abs(a)]",
           "RETURN exists { MATCH (a) WHERE abs(1) = 1 }",
           "RETURN [(a)-->(b {n: abs(1)}) | abs(1)]",
           "CREATE (a {n: abs(1)})",
           "MERGE (a {n: abs(1)}) ON CREATE SET a.n = abs(1) ON MATCH SET a.n = abs(1)",
           "MATCH (a) SET a.n = abs(1)",
           "MATCH (a) DELETE [a][abs(0)]",
           "RETURN 1 AS a UNION RETURN abs(1) AS a",
       }) {
    const Query query = Resolved(text);
    int calls = 0;
    Visit(query, [&](const Expr& expr) {
      if (expr.kind != ExprKind::kFunction) return true;
      ++calls;
      EXPECT_NE(expr.function, nullptr) << text;
      return true;
    });
    EXPECT_GT(calls, 0) << text;
  }
}

}  // namespace
}  // namespace norn::query
