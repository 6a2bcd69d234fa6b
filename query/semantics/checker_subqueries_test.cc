#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(CheckerSubqueriesTest, SeeWhatTheyImportAndNoMore) {
  ExpectAnswers({
      {"WITH 1 AS a CALL (a) { RETURN a + 1 AS b } RETURN b", R"({"b":2})"},
      {"WITH 1 AS a CALL (*) { RETURN a + 1 AS b } RETURN b", R"({"b":2})"},
      {"WITH 1 AS a CALL { WITH a RETURN a + 1 AS b } RETURN b", R"({"b":2})"},
      {"WITH 1 AS a CALL () { RETURN a + 1 AS b } RETURN b",
       "UndefinedVariable: `a` is not defined"},
      {"WITH 1 AS a CALL (c) { RETURN 1 AS b } RETURN b", "UndefinedVariable: `c` is not defined"},
  });
}

TEST(CheckerSubqueriesTest, GiveTheirColumnsToTheQueryAround) {
  ExpectAnswers({
      {"WITH 1 AS a CALL (a) { RETURN 2 AS a } RETURN a",
       "VariableAlreadyBound: `a` is already defined"},
      {"CALL { RETURN 1 AS a UNION RETURN 2 AS b } RETURN a",
       "DifferentColumnsInUnion: all sides of UNION must return the same columns in the same "
       "order"},
      {"CALL { MATCH (n:Place) RETURN n } RETURN n.name AS n", R"({"n":"Havn"})"},
      {"CALL { RETURN [1] AS l } RETURN l.x", "InvalidArgumentType: LIST has no properties"},
  });
}

TEST(CheckerSubqueriesTest, InExpressionsAreOfTheirKind) {
  ExpectAnswers({
      {"RETURN COUNT { MATCH (:Place) } + 1 AS c", R"({"c":2})"},
      {"RETURN size(COLLECT { MATCH (n:Place) RETURN n.name }) AS c", R"({"c":1})"},
      {"RETURN COLLECT { MATCH (n) RETURN n, 1 AS x } AS c",
       "InvalidClauseComposition: COLLECT returns one column, not 2"},
      {"RETURN EXISTS { MATCH (:Place) } % 2 AS c",
       "InvalidArgumentType: an operand must be INTEGER or FLOAT, not BOOLEAN"},
  });
}

}  // namespace
}  // namespace norn::query
