#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(EvaluatorsOperatorTest, LogicHasThreeValues) {
  ExpectValues({
      {"null AND false", "false"},
      {"null OR true", "true"},
      {"true XOR null", "null"},
      {"NOT null", "null"},
      {"1 < 2", "true"},
      {"'a' < 1", "null"},
      {"1 = 1.0", "true"},
      {"null = null", "null"},
      {"1 IN [1, null]", "true"},
      {"2 IN [1, null]", "null"},
      {"'abc' STARTS WITH 'ab'", "true"},
      {"'abc' ENDS WITH 'bc'", "true"},
      {"'abc' CONTAINS 'd'", "false"},
      {"'abc' =~ 'a.c'", "true"},
      {"null IS NULL", "true"},
  });
}

}  // namespace
}  // namespace norn::query
