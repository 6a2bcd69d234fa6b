#include "query/execute/operators_apply.h"

#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(OperatorsApplyTest, RunsASubqueryOnEachRow) {
  ExpectAnswers({
      {"UNWIND [1, 2] AS x CALL (x) { UNWIND range(1, x) AS y RETURN y } RETURN x, y",
       R"({"x":1,"y":1}
{"x":2,"y":1}
{"x":2,"y":2})"},
      {"UNWIND [1, 2] AS x CALL { WITH x UNWIND range(1, x) AS y RETURN sum(y) AS s } RETURN x, s",
       R"({"x":1,"s":1}
{"x":2,"s":3})"},
      {"UNWIND [1, 2] AS x CALL (*) { RETURN x AS y UNION RETURN 1 AS y } RETURN x, y",
       R"({"x":1,"y":1}
{"x":2,"y":2}
{"x":2,"y":1})"},
      {"UNWIND [1, 2] AS x CALL (x) { RETURN x AS y UNION ALL RETURN 1 AS y } RETURN count(y) AS c",
       R"({"c":4})"},
      {"UNWIND [1, 0] AS x OPTIONAL CALL (x) { UNWIND range(1, x) AS y RETURN y } RETURN x, y",
       R"({"x":1,"y":1}
{"x":0,"y":null})"},
      {"UNWIND [1, 2] AS x CALL (x) { MATCH (n) FINISH } RETURN x", R"({"x":1}
{"x":2})"},
      // What was imported is seen behind a WITH that does not name it.
      {"UNWIND [1, 2] AS x CALL (x) { WITH 1 AS y WITH y RETURN x + y AS z } RETURN z",
       R"({"z":2}
{"z":3})"},
      {"UNWIND [3, 1] AS x CALL (x) { UNWIND [x, x + 1] AS y RETURN y ORDER BY y DESC LIMIT 1 } "
       "RETURN y",
       R"({"y":4}
{"y":2})"},
  });
}

TEST(OperatorsApplyTest, RefusesWhatHasNoMeaning) {
  ExpectAnswers({
      {"CALL { MATCH (n) WHERE n = m RETURN n } RETURN n", "UndefinedVariable: `m` is not defined"},
      {"UNWIND [1] AS x CALL { RETURN x AS y } RETURN y", "UndefinedVariable: `x` is not defined"},
      {"UNWIND [1] AS x CALL (x) { RETURN 1 AS x } RETURN x",
       "VariableAlreadyBound: `x` is already defined"},
      {"UNWIND [1] AS x CALL (x) { MATCH (n) } RETURN x",
       "InvalidClauseComposition: the subquery returns nothing"},
      {"CALL { RETURN 1 AS a UNION RETURN 2 AS b } RETURN a",
       "DifferentColumnsInUnion: all sides of UNION must return the same columns in the same "
       "order"},
      {"CALL { CREATE (n) RETURN n } RETURN n",
       "InvalidClauseComposition: a subquery may not write"},
  });
}

}  // namespace
}  // namespace norn::query
