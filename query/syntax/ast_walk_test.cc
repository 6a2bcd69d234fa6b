#include "query/syntax/ast_walk.h"

#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "query/printer/printer.h"
#include "query/syntax/parser.h"

namespace norn::query {
namespace {

Expr Parsed(const char* text) {
  Outcome<Expr> expr = ParseExpression(text);
  EXPECT_TRUE(expr.ok()) << text;
  return expr.ok() ? *expr : Expr();
}

TEST(AstWalkTest, CollectsNamesAlsoOfLoopsAndPatterns) {
  std::set<std::string> names;
  CollectNames(Parsed("a.x + size([b IN c WHERE b > $p | d]) + size([(e)-[r]->() | e.y])"), names);
  EXPECT_EQ(names, (std::set<std::string>{"a", "b", "c", "d", "e", "r"}));
}

TEST(AstWalkTest, TakesConjunctionsApart) {
  std::vector<Expr> conjuncts;
  SplitConjuncts(Parsed("a AND (b OR c) AND NOT d"), conjuncts);
  std::vector<std::string> printed;
  for (const Expr& expr : conjuncts) printed.push_back(Print(expr));
  EXPECT_EQ(printed, (std::vector<std::string>{"a", "(b OR c)", "(NOT (d))"}));
}

TEST(AstWalkTest, KnowsWhichQueriesWrite) {
  struct Row {
    const char* query;
    bool writes;
  };
  for (const Row& row : {Row{"MATCH (a) RETURN a", false}, Row{"CREATE (a)", true},
                         Row{"MATCH (a) SET a.x = 1", true}, Row{"MATCH (a) DELETE a", true},
                         Row{"MERGE (a)", true}, Row{"MATCH (a) REMOVE a.x", true}}) {
    Outcome<Query> query = ParseQuery(row.query);
    ASSERT_TRUE(query.ok()) << row.query;
    EXPECT_EQ(IsWriting(*query), row.writes) << row.query;
  }
}

TEST(AstWalkTest, VisitsEachExpressionBeforeThoseWithin) {
  std::vector<std::string> seen;
  Visit(Parsed("1 + [2, 3]"), [&](const Expr& expr) {
    seen.push_back(Print(expr));
    return expr.kind != ExprKind::kList;
  });
  EXPECT_EQ(seen, (std::vector<std::string>{"(1 + [2, 3])", "1", "[2, 3]"}));
}

}  // namespace
}  // namespace norn::query
