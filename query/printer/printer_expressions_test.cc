#include "gtest/gtest.h"
#include "query/printer/printed.h"

namespace norn::query {
namespace {

TEST(PrinterExpressionsTest, WritesBracketsRoundEveryOperator) {
  ExpectPrinted({
      {"RETURN a - (b - c) AS x", "RETURN (a - (b - c)) AS x"},
      {"RETURN a - -b AS x", "RETURN (a - -b) AS x"},
      {"RETURN (a AND b) OR c AS x", "RETURN ((a AND b) OR c) AS x"},
      {"RETURN a AND (b OR c) AS x", "RETURN (a AND (b OR c)) AS x"},
      {"RETURN -2 ^ 2 AS x", "RETURN (-2 ^ 2) AS x"},
      {"RETURN [x IN xs WHERE x > 1 | x * 2] AS y",
       "RETURN [x IN xs WHERE ((x > 1)) | (x * 2)] AS y"},
      {"RETURN [1, 'a', null, true, 1.5] AS x", "RETURN [1, 'a', null, true, 1.5] AS x"},
      {"RETURN date('2025-07-04') AS d", "RETURN date('2025-07-04') AS d"},
  });
}

}  // namespace
}  // namespace norn::query
