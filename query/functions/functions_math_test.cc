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
      {"sqrt(9)", "3.0"},
      {"sqrt(-1)", "null"},
      {"exp(0)", "1.0"},
      {"log(1)", "0.0"},
      {"log10(1000)", "3.0"},
      {"pi() > 3.14", "true"},
      {"degrees(pi())", "180.0"},
      {"isNaN(0.0 / 0)", "true"},
      {"atan2(0, 1)", "0.0"},
  });
}

}  // namespace
}  // namespace norn::query
