#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(OperatorsAggregateTest, GroupsByEquivalentKeys) {
  ExpectAnswers({
      {"UNWIND ['a', 'b', 'a'] AS k RETURN k, count(*) AS c ORDER BY k", R"({"k":"a","c":2}
{"k":"b","c":1})"},
      {"MATCH (a)-[:SPOKE_WITH]->(b) RETURN a.name AS n, count(b) AS c ORDER BY c DESC",
       R"({"n":"Ada Berg","c":2}
{"n":"Bo Dahl","c":1})"},
      {"UNWIND [1, 1.0, null, null] AS k RETURN k, count(*) AS c ORDER BY c DESC, k",
       R"({"k":1,"c":2}
{"k":null,"c":2})"},
      {"MATCH (x:Nobody) RETURN count(x) AS c", R"({"c":0})"},
      {"MATCH (x:Nobody) RETURN x.name AS n, count(x) AS c", ""},
  });
}

}  // namespace
}  // namespace norn::query
