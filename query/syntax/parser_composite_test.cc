#include "gtest/gtest.h"
#include "query/printer/printed.h"

namespace norn::query {
namespace {

TEST(ParserCompositeTest, ShortClausesAreReadAsWhatTheyAreShortFor) {
  ExpectPrinted({
      {"FOR x IN [1, 2] RETURN x", "UNWIND [1, 2] AS x RETURN x"},
      {"MATCH (a) SKIP 1 LIMIT 2 RETURN a", "MATCH (a) WITH * SKIP 1 LIMIT 2 RETURN a"},
      {"SHOW FUNCTIONS", "CALL db.functions()"},
      {"SHOW ALL PROCEDURES EXECUTABLE BY CURRENT USER", "CALL db.procedures()"},
      {"SHOW BUILT IN FUNCTIONS YIELD name, description RETURN name",
       "CALL db.functions() YIELD name AS name, help AS description RETURN name"},
  });
}

TEST(ParserCompositeTest, RefusesWhatNornHasNot) {
  ExpectPrinted({
      {"SHOW COLOURS", "UnexpectedSyntax: SHOW is followed by FUNCTIONS or PROCEDURES"},
      {"CREATE INDEX FOR (n:A) ON (n.x)", "UnexpectedSyntax: norn has no CREATE INDEX"},
      {"CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x",
       "UnexpectedSyntax: norn has no transactions"},
  });
}

TEST(ParserCompositeTest, SubqueriesSayWhatTheySee) {
  ExpectPrinted({
      {"MATCH (a) CALL (a) { RETURN a.x AS x } RETURN x",
       "MATCH (a) CALL (a) { RETURN a.x AS x } RETURN x"},
      {"MATCH (a) CALL (*) { RETURN a.x AS x } RETURN x",
       "MATCH (a) CALL (*) { RETURN a.x AS x } RETURN x"},
      {"CALL () { RETURN 1 AS x } RETURN x", "CALL () { RETURN 1 AS x } RETURN x"},
      {"OPTIONAL CALL { RETURN 1 AS x } RETURN x", "OPTIONAL CALL { RETURN 1 AS x } RETURN x"},
  });
}

TEST(ParserCompositeTest, NextHandsRowsOn) {
  ExpectPrinted({
      {"RETURN 1 AS x NEXT RETURN x + 1 AS y", "WITH 1 AS x RETURN (x + 1) AS y"},
      {"RETURN 1 AS x UNION RETURN 2 AS x NEXT RETURN x",
       "CALL () { RETURN 1 AS x UNION RETURN 2 AS x } RETURN x"},
      {"MATCH (a) FINISH NEXT RETURN 1 AS x",
       "InvalidClauseComposition: before NEXT stands RETURN"},
  });
}

TEST(ParserCompositeTest, BranchesOfWhenAreSidesOfAUnion) {
  ExpectPrinted({
      {"WHEN true THEN RETURN 1 AS x ELSE RETURN 2 AS x",
       "WITH * WHERE coalesce(true, false) RETURN 1 AS x UNION ALL "
       "WITH * WHERE ((NOT (coalesce(true, false))) AND coalesce(true, false)) RETURN 2 AS x"},
      {"WHEN true THEN { RETURN 1 AS x UNION RETURN 2 AS x }",
       "InvalidClauseComposition: WHEN has at most 20 branches, without UNION in them"},
  });
}

}  // namespace
}  // namespace norn::query
