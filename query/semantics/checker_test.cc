#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(CheckerTest, RefusesClausesInTheWrongOrder) {
  ExpectAnswers({
      {"MATCH (a)", "InvalidClauseComposition: the query returns nothing"},
      {"RETURN 1 AS x RETURN 2 AS y", "InvalidClauseComposition: RETURN must be the last clause"},
      {"RETURN 1 AS x UNION RETURN 1 AS y",
       "DifferentColumnsInUnion: all sides of UNION must return the same columns in the same "
       "order"},
      {"UNWIND [1] AS x UNWIND [2] AS x RETURN x", "VariableAlreadyBound: `x` is already defined"},
      {"CREATE (a) RETURN a",
       "ReadOnlyGraph: a stored graph is only read: it is made from articles, and a change by hand "
       "would be gone with the next build"},
  });
}

}  // namespace
}  // namespace norn::query
