#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(ValueTextTest, FloatsAreTheShortestThatReadBack) {
  ExpectValues({
      {"toString(1.0)", R"("1.0")"},
      {"toString(1e21)", R"("1.0E21")"},
      {"toString(1.5e-7)", R"("1.5E-7")"},
      {"toString(0.1 + 0.2)", R"("0.30000000000000004")"},
      {"toString(-0.0)", R"("-0.0")"},
      {"toString(123456789.0)", R"("1.23456789E8")"},
      {"toString(1.0 / 0)", R"("Infinity")"},
      {"'' + 1 + true", R"("1true")"},
  });
}

}  // namespace
}  // namespace norn::query
