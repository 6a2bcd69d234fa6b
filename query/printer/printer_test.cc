#include "gtest/gtest.h"
#include "query/printer/printed.h"

namespace norn::query {
namespace {

TEST(PrinterTest, QuotesNamesAndTextsThatNeedIt) {
  ExpectPrinted({
      {R"(RETURN "it's" AS q, `strange name` AS n)", R"(RETURN 'it\'s' AS q, `strange name` AS n)"},
      {"RETURN a.`b c` AS x", "RETURN a.`b c` AS x"},
      {"RETURN 1 AS `a b`", "RETURN 1 AS `a b`"},
      {"MATCH p = shortestPath((a)-[*]-(b)) RETURN p",
       "MATCH p = shortestPath((a)-[*]-(b)) RETURN p"},
  });
}

}  // namespace
}  // namespace norn::query
