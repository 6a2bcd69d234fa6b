#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(EvaluatorsAccessTest, OutsideIsNullAndAWrongKindAnError) {
  ExpectValues({
      {"{a: 1}.a", "1"},
      {"{a: 1}.b", "null"},
      {"{a: 1}['a']", "1"},
      {"[1, 2, 3][-1]", "3"},
      {"[1, 2, 3][5]", "null"},
      {"[1, 2, 3][1..]", "[2,3]"},
      {"[1, 2, 3][..-1]", "[1,2]"},
      {"null.a", "null"},
      {"[1]['a']", "InvalidArgumentType: a list's index must be INTEGER, not STRING"},
      {"CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END", R"("b")"},
      {"CASE WHEN false THEN 1 ELSE 2 END", "2"},
  });
}

}  // namespace
}  // namespace norn::query
