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

}  // namespace
}  // namespace norn::query
