#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(OperatorsRowTest, FiltersUnwindsAndPages) {
  ExpectAnswers({
      {"UNWIND [1, 2, 3, 4] AS x WITH x WHERE x % 2 = 0 RETURN x", R"({"x":2}
{"x":4})"},
      {"UNWIND [3, 1, 3, 2] AS x RETURN DISTINCT x", R"({"x":3}
{"x":1}
{"x":2})"},
      {"UNWIND range(1, 5) AS x RETURN x SKIP 1 LIMIT 2", R"({"x":2}
{"x":3})"},
      {"UNWIND [1, 2] AS x UNWIND [x, x * 10] AS y RETURN x, y", R"({"x":1,"y":1}
{"x":1,"y":10}
{"x":2,"y":2}
{"x":2,"y":20})"},
      {"UNWIND null AS x RETURN x", ""},
      {"MATCH (a:Place) OPTIONAL MATCH (a)-[:SPOKE_WITH]->(b) RETURN a.name AS a, b",
       R"({"a":"Havn","b":null})"},
      {"RETURN 1 AS x UNION RETURN 1 AS x", R"({"x":1})"},
      {"RETURN 1 AS x UNION ALL RETURN 1 AS x", R"({"x":1}
{"x":1})"},
      {"RETURN 1 AS x LIMIT 0", ""},
      {"RETURN 1 AS x LIMIT -1", "NegativeIntegerArgument: LIMIT cannot be negative"},
  });
}

}  // namespace
}  // namespace norn::query
