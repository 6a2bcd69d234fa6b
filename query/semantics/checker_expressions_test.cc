#include <string>

#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(CheckerExpressionsTest, RefusesKindsThatCannotFit) {
  ExpectValues({
      {"x", "UndefinedVariable: `x` is not defined"},
      {"1 AND true",
       "InvalidArgumentType: an operand of AND, OR, XOR and NOT must be BOOLEAN, not INTEGER"},
      {"NOT 1",
       "InvalidArgumentType: an operand of AND, OR, XOR and NOT must be BOOLEAN, not INTEGER"},
      {"[1]['a']", "InvalidArgumentType: a list's index must be INTEGER, not STRING"},
      {"(1).a", "InvalidArgumentType: INTEGER has no properties"},
      {"all(x IN 1 WHERE x)", "InvalidArgumentType: what follows IN must be LIST, not INTEGER"},
      {"CASE WHEN 1 THEN 2 END", "InvalidArgumentType: a condition must be BOOLEAN, not INTEGER"},
      {"'a' STARTS WITH 1", "null"},
  });
}

// Operands that are no booleans are refused before anything runs, wherever they stand.
TEST(CheckerExpressionsTest, LogicTakesBooleansOnlyInEveryPosition) {
  const char* const wrong[] = {"1", "1.5", "'a'", "[true]", "{a: 1}", "date()", "(1 + 2)", "n"};
  const char* const positions[] = {"NOT %",
                                   "% AND true",
                                   "true AND %",
                                   "false AND %",
                                   "% OR true",
                                   "true OR %",
                                   "% XOR true",
                                   "null XOR %",
                                   "NOT (NOT %)",
                                   "[NOT %]",
                                   "{a: NOT %}",
                                   "(NOT %) = true",
                                   "CASE WHEN true THEN NOT % END"};
  for (const char* operand : wrong) {
    for (const char* position : positions) {
      const std::string expr = absl::StrReplaceAll(position, {{"%", operand}});
      for (const char* clause : {"MATCH (n) RETURN %", "MATCH (n) WITH % AS x RETURN x",
                                 "MATCH (n) WITH n ORDER BY % RETURN n"}) {
        const std::string text = absl::StrReplaceAll(clause, {{"%", expr}});
        EXPECT_THAT(AnswerTo(text), testing::HasSubstr("must be BOOLEAN, not ")) << text;
      }
    }
  }
}

TEST(CheckerExpressionsTest, OrderBySeesWhatWithProjects) {
  ExpectAnswers({
      {"UNWIND [2, 1] AS x WITH x + 1 AS y ORDER BY x RETURN collect(y) AS c", R"({"c":[2,3]})"},
      {"UNWIND [2, 1] AS x WITH x + 1 AS y, count(*) AS c ORDER BY x + 1, count(*) "
       "RETURN collect(y) AS c",
       R"({"c":[2,3]})"},
      {"UNWIND [1, 2, 2] AS x WITH DISTINCT x AS y ORDER BY -x RETURN collect(y) AS c",
       R"({"c":[2,1]})"},
      {"UNWIND [1, 2] AS x WITH x AS y ORDER BY NOT y RETURN y",
       "InvalidArgumentType: a condition must be BOOLEAN, not INTEGER"},
  });
}

}  // namespace
}  // namespace norn::query
