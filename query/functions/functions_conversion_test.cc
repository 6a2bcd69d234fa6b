#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(FunctionsConversionTest, GivesNullForWhatCannotBeRead) {
  ExpectValues({
      {"toInteger('7')", "7"},
      {"toInteger('7.9')", "7"},
      {"toInteger('x')", "null"},
      {"toInteger(7.9)", "7"},
      {"toFloat('1.5')", "1.5"},
      {"toBoolean('TRUE')", "true"},
      {"toBoolean('maybe')", "null"},
      {"toString(1.0)", R"("1.0")"},
      {"toString(true)", R"("true")"},
      {"toString(date('2025-07-04'))", R"("2025-07-04")"},
      {"toIntegerOrNull([1])", "null"},
      {"toStringList([1, true])", R"(["1","true"])"},
      {"valueType(1)", R"("INTEGER NOT NULL")"},
  });
}

}  // namespace
}  // namespace norn::query
