#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(CheckerProjectionTest, RefusesColumnsThatNobodyCanTell) {
  ExpectAnswers({
      {"MATCH (a) RETURN a.name AS n, b", "UndefinedVariable: `b` is not defined"},
      {"MATCH (a) RETURN a AS x, a.name AS x", "ColumnNameConflict: two columns are called `x`"},
      {"MATCH (a) WITH a.name RETURN 1", "NoExpressionAlias: an expression in WITH needs a name"},
      {"MATCH (a) RETURN a.name + count(a) AS n",
       "AmbiguousAggregationExpression: beside an aggregate stands something that rows are not "
       "grouped by"},
      {"MATCH (a) RETURN a.name AS n, a.mentions + count(a) AS m",
       "AmbiguousAggregationExpression: beside an aggregate stands something that rows are not "
       "grouped by"},
      {"RETURN 1 AS x LIMIT 'a'", "InvalidArgumentType: LIMIT must be INTEGER, not STRING"},
      {"MATCH (a) WITH count(a) AS c RETURN a", "UndefinedVariable: `a` is not defined"},
      {"MATCH (a) RETURN DISTINCT a.name AS n ORDER BY a.mentions",
       "UndefinedVariable: `a` cannot be seen behind DISTINCT or an aggregate"},
      {"RETURN *", "NoVariablesInScope: RETURN * needs at least one variable"},
  });
}

}  // namespace
}  // namespace norn::query
