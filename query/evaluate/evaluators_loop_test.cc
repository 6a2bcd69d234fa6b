#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(EvaluatorsLoopTest, ComprehensionsAndQuantifiers) {
  ExpectValues({
      {"[x IN [1, 2, 3] WHERE x > 1 | x * 2]", "[4,6]"},
      {"[x IN [1, 2]]", "[1,2]"},
      {"all(x IN [1, 2] WHERE x > 0)", "true"},
      {"any(x IN [] WHERE x > 0)", "false"},
      {"none(x IN [1] WHERE x > 1)", "true"},
      {"single(x IN [1, 2] WHERE x = 1)", "true"},
      {"reduce(s = 0, x IN [1, 2, 3] | s + x)", "6"},
      {"[x IN null | x]", "null"},
      {"any(x IN [null, true] WHERE x)", "true"},
      {"all(x IN [null, true] WHERE x)", "null"},
  });
}

}  // namespace
}  // namespace norn::query
