#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(ArithmeticTest, KeepsIntegersAndRefusesWhatDoesNotFit) {
  ExpectValues({
      {"1 + 2", "3"},
      {"1 + 2.0", "3.0"},
      {"'a' + 1", R"("a1")"},
      {"[1] + 2", "[1,2]"},
      {"2 ^ 3", "8.0"},
      {"7 / 2", "3"},
      {"7.0 / 2", "3.5"},
      {"7 % 4", "3"},
      {"-7 % 4", "-3"},
      {"1 / 0", "NumberOutOfRange: division by zero"},
      {"9223372036854775807 + 1", "NumberOutOfRange: the result does not fit into 64 bits"},
      {"true + 1",
       "InvalidArgumentType: an operand of + must be INTEGER or FLOAT or STRING, not BOOLEAN"},
  });
}

}  // namespace
}  // namespace norn::query
