#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(CheckerFunctionsTest, KnowsFunctionsAndWhereAggregatesMayStand) {
  ExpectValues({
      {"nope(1)", "UnknownFunction: there is no function nope"},
      {"toUper('a')", "UnknownFunction: there is no function toUper"},
      {"toUpper()", "InvalidNumberOfArguments: toUpper() does not take 0 arguments"},
      {"count(*) + 1", "2"},
      {"size(1)",
       "InvalidArgumentType: the argument of size() must be STRING or LIST or MAP, not INTEGER"},
  });
  ExpectAnswers({
      {"MATCH (a) WHERE count(a) > 1 RETURN a",
       "InvalidAggregation: an aggregate cannot stand here"},
      {"MATCH (a) RETURN count(count(a)) AS c",
       "NestedAggregation: an aggregate cannot stand within another"},
      {"MATCH (a) RETURN id(1)",
       "InvalidArgumentType: the argument of id() must be NODE or RELATIONSHIP, not INTEGER"},
  });
}

}  // namespace
}  // namespace norn::query
