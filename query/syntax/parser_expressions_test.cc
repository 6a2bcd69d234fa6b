#include "gtest/gtest.h"
#include "query/printer/printed.h"

namespace norn::query {
namespace {

TEST(ParserExpressionsTest, BindsOperatorsByTheirRank) {
  ExpectPrinted({
      {"RETURN 1 + 2 * 3 AS x", "RETURN (1 + (2 * 3)) AS x"},
      {"RETURN (1 + 2) * 3 AS x", "RETURN ((1 + 2) * 3) AS x"},
      {"RETURN 2 ^ 3 ^ 2 AS x", "RETURN ((2 ^ 3) ^ 2) AS x"},
      {"RETURN NOT a AND b OR c XOR d AS x", "RETURN (((NOT (a)) AND b) OR (c XOR d)) AS x"},
      {"RETURN a < b <= c AS x", "RETURN ((a < b) AND (b <= c)) AS x"},
      {"RETURN a = b <> c AS x", "RETURN ((a = b) AND (b <> c)) AS x"},
      {"RETURN a STARTS WITH b AND c CONTAINS d AS x",
       "RETURN ((a STARTS WITH b) AND (c CONTAINS d)) AS x"},
      {"RETURN a IS NOT NULL AS x", "RETURN (a IS NOT NULL) AS x"},
      {"RETURN a IN [1] AS x", "RETURN (a IN [1]) AS x"},
  });
}

}  // namespace
}  // namespace norn::query
