#include "gtest/gtest.h"
#include "query/printer/printed.h"

namespace norn::query {
namespace {

TEST(ParserTypesTest, ReadsTypesOfValues) {
  ExpectPrinted({
      {"RETURN 1 IS :: INTEGER AS x", "RETURN (1 IS :: INTEGER) AS x"},
      {"RETURN 1 IS NOT TYPED INTEGER NOT NULL AS x", "RETURN (1 IS NOT :: INTEGER NOT NULL) AS x"},
      {"RETURN 1 IS :: LIST<STRING | DATE NOT NULL> AS x",
       "RETURN (1 IS :: LIST<STRING | DATE NOT NULL>) AS x"},
      {"RETURN 1 IS :: NUMBERS AS x",
       "UnexpectedSyntax: expected a type, such as INTEGER, STRING NOT NULL or LIST<DATE>, not "
       "`NUMBERS`"},
  });
}

TEST(ParserTypesTest, IsHasOtherMeaningsToo) {
  ExpectPrinted({
      {"RETURN x IS NOT NULL AS y", "RETURN (x IS NOT NULL) AS y"},
      {"RETURN 'a' IS NFD NORMALIZED AS y", "RETURN isNormalized('a', 'NFD') AS y"},
      {"RETURN 'a' IS NOT NORMALIZED AS y", "RETURN (NOT (isNormalized('a', 'NFC'))) AS y"},
      {"RETURN a IS Person AS y", "RETURN (a:Person) AS y"},
  });
}

}  // namespace
}  // namespace norn::query
