#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(CompileTest, NestsExpressionsAndTheirVariables) {
  ExpectValues({
      {"1 + 2 * 3", "7"},
      {"-2 ^ 2", "4.0"},
      {"[1, 2][0] + {a: 3}.a", "4"},
      {"CASE WHEN 1 < 2 AND 2 < 3 THEN [x IN [1] | x + 1][0] END", "2"},
      {"reduce(s = '', x IN ['a', 'b'] | s + x)", R"("ab")"},
      {"[x IN [1, 2] | [y IN [x] | x + y]]", "[[2],[4]]"},
      {"$missing", "MissingParameter: no value was given for the parameter $missing"},
  });
}

}  // namespace
}  // namespace norn::query
