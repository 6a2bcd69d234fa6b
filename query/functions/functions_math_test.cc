#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(FunctionsMathTest, GivesWhatTheLanguageSays) {
  ExpectValues({
      {"abs(-3)", "3"},
      {"abs(-2.5)", "2.5"},
      {"sign(-7)", "-1"},
      {"ceil(1.2)", "2.0"},
      {"floor(-1.2)", "-2.0"},
      {"round(2.5)", "3.0"},
      {"round(-1.5)", "-1.0"},
      {"round(1.256, 2)", "1.26"},
      {"round(1.249, 1, 'UP')", "1.3"},
      {"round(-1.21, 1, 'UP')", "-1.3"},
      {"round(1.29, 1, 'DOWN')", "1.2"},
      {"round(2.5, 0, 'HALF_EVEN')", "2.0"},
      {"round(3.5, 0, 'half_even')", "4.0"},
      {"round(2.5, 0, 'HALF_DOWN')", "2.0"},
      {"round(-2.5, 0, 'CEILING')", "-2.0"},
      {"round(1.5, 0, 'UPWARDS')",
       "InvalidArgumentValue: round() knows UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN and "
       "HALF_EVEN, not UPWARDS"},
      {"sinh(0)", "0.0"},
      {"cosh(0)", "1.0"},
      {"tanh(0)", "0.0"},
      {"size(randomUUID())", "36"},
      {"randomUUID() =~ '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'", "true"},
      {"sqrt(9)", "3.0"},
      {"sqrt(-1)", "null"},
      {"exp(0)", "1.0"},
      {"log(1)", "0.0"},
      {"ln(1)", "0.0"},
      {"ceiling(1.2)", "2.0"},
      {"log10(1000)", "3.0"},
      {"pi() > 3.14", "true"},
      {"degrees(pi())", "180.0"},
      {"isNaN(0.0 / 0)", "true"},
      {"atan2(0, 1)", "0.0"},
  });
}

}  // namespace
}  // namespace norn::query
