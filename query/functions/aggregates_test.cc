#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(AggregatesTest, PassOverNullsAndKnowNoRows) {
  ExpectAnswers({
      {"UNWIND [1, 2, null, 2] AS x RETURN count(x) AS c, count(*) AS a, sum(x) AS s, collect(x) "
       "AS l, count(DISTINCT x) AS d",
       R"({"c":3,"a":4,"s":5,"l":[1,2,2],"d":2})"},
      {"UNWIND [3, 1, 2] AS x RETURN min(x) AS a, max(x) AS b, avg(x) AS c",
       R"({"a":1,"b":3,"c":2.0})"},
      {"UNWIND [] AS x RETURN count(x) AS c, sum(x) AS s, min(x) AS m, avg(x) AS a, collect(x) AS "
       "l",
       R"({"c":0,"s":0,"m":null,"a":null,"l":[]})"},
      {"UNWIND [1, 2, 3, 4] AS x RETURN percentileDisc(x, 0.5) AS d, percentileCont(x, 0.5) AS c, "
       "stDev(x) > 1.29 AS s",
       R"({"d":2,"c":2.5,"s":true})"},
      {"UNWIND ['b', 1, null] AS x RETURN min(x) AS a, max(x) AS b", R"({"a":"b","b":1})"},
      {"UNWIND [9223372036854775807, 1] AS x RETURN sum(x) AS s",
       "NumberOutOfRange: the result does not fit into 64 bits"},
  });
}

}  // namespace
}  // namespace norn::query
