#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(EvaluatorsTypedTest, TellsTypesApart) {
  ExpectValues({
      {"1 IS :: INTEGER", "true"},
      {"1 IS NOT :: STRING", "true"},
      {"1 IS TYPED FLOAT", "false"},
      {"1 :: INTEGER | STRING", "true"},
      {"null IS :: INTEGER", "true"},
      {"null IS :: INTEGER NOT NULL", "false"},
      {"null IS :: INTEGER!", "false"},
      {"null IS :: NULL", "true"},
      {"1 IS :: NULL", "false"},
      {"1 IS :: NOTHING", "false"},
      {"[1, 2] IS :: LIST<INTEGER>", "true"},
      {"[1, 'a'] IS :: LIST<INTEGER>", "false"},
      {"[1, 'a'] IS :: LIST<INTEGER | STRING>", "true"},
      {"[1, null] IS :: LIST<INTEGER NOT NULL>", "false"},
      {"[[1]] IS :: LIST<LIST<INTEGER>>", "true"},
      {"[1] IS :: INTEGER LIST", "true"},
      {"[1] IS :: LIST", "true"},
      {"date('2025-01-01') IS :: DATE", "true"},
      {"localtime('12:00') IS :: LOCAL TIME", "true"},
      {"localtime('12:00') IS :: TIME WITHOUT TIME ZONE", "true"},
      {"{a: 1} IS :: MAP", "true"},
      {"1 IS :: ANY", "true"},
      {"[x IN [1, 'a'] WHERE x IS :: INTEGER | x]", "[1]"},
      {"1 IS :: NUMBER",
       "UnexpectedSyntax: expected a type, such as INTEGER, STRING NOT NULL or LIST<DATE>, not "
       "`NUMBER`"},
  });
}

}  // namespace
}  // namespace norn::query
