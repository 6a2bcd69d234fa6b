#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(FunctionsTest, AreFoundInAnyCaseAndTakeWhatTheirRowsSay) {
  ExpectValues({
      {"TOUPPER('a')", R"("A")"},
      {"ToUpper('a')", R"("A")"},
      {"toUpper('a', 'b')", "InvalidNumberOfArguments: toUpper() does not take 2 arguments"},
      {"substring('a')", "InvalidNumberOfArguments: substring() does not take 1 argument"},
      {"coalesce()", "InvalidNumberOfArguments: coalesce() does not take 0 arguments"},
      {"coalesce(null, null, 3)", "3"},
      {"toLower(null)", "null"},
  });
}

}  // namespace
}  // namespace norn::query
