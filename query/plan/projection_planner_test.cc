#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(ProjectionPlannerTest, NamesOrdersAndHidesColumns) {
  ExpectAnswers({
      {"RETURN 2 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x", R"({"x":2}
{"x":1})"},
      {"WITH 1 AS a RETURN *", R"({"a":1})"},
      {"MATCH (a:Person) WITH a ORDER BY a.name DESC LIMIT 1 RETURN a.name AS n",
       R"({"n":"Bo Dahl"})"},
      {"MATCH (a:Person) WITH a.name AS n, a.mentions AS m WHERE m > 1 RETURN n",
       R"({"n":"Ada Berg"})"},
      {"MATCH (a:Person) RETURN a.name AS n ORDER BY a.mentions", R"({"n":"Bo Dahl"}
{"n":"Ada Berg"})"},
  });
}

}  // namespace
}  // namespace norn::query
