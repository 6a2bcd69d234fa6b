#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(AggregateCallsTest, AreSeenInAnyCaseAndNotWithinSubqueries) {
  ExpectAnswers({
      {"MATCH (a:Person) RETURN count(*) AS c", R"({"c":2})"},
      {"MATCH (a:Person) RETURN COUNT(a) AS c", R"({"c":2})"},
      {"MATCH (a:Person) RETURN [count(a), 1] AS c", R"({"c":[2,1]})"},
      {"MATCH (a:Person) RETURN exists { MATCH (b) RETURN count(b) AS c } AS e LIMIT 1",
       R"({"e":true})"},
  });
}

}  // namespace
}  // namespace norn::query
