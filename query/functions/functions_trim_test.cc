#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(FunctionsTrimTest, TakesOffAndFillsUp) {
  ExpectValues({
      {"btrim('  ø ')", R"("ø")"},
      {"btrim('øxaxø', 'xø')", R"("a")"},
      {"ltrim('øøa', 'ø')", R"("a")"},
      {"rtrim('aøø', 'ø')", R"("a")"},
      {"trim(BOTH '-' FROM '--a--')", R"("a")"},
      {"trim(LEADING '-' FROM '--a--')", R"("a--")"},
      {"trim(TRAILING '-' FROM '--a--')", R"("--a")"},
      {"trim(LEADING FROM '  a ')", R"("a ")"},
      {"trim('-' FROM '-a-')", R"("a")"},
      {"lpad('7', 3, '0')", R"("007")"},
      {"rpad('år', 5, 'øæ')", R"("årøæø")"},
      {"lpad('abc', 2)", R"("ab")"},
      {"lpad('a', 3)", R"("  a")"},
      {"lpad('a', -1)", "NumberOutOfRange: lpad() takes no negative size such as -1"},
      {"lpad('a', 3, '')", "InvalidArgumentValue: lpad() needs something to fill with"},
      {"size(lpad('a', 9000000000000000000))",
       "MemoryLimit: the query needs more than 1024 MiB for its rows and lists"},
      {"lpad(null, 3)", "null"},
  });
}

}  // namespace
}  // namespace norn::query
