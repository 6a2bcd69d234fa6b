#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(RunnerTest, JoinsTheRowsOfAllSides) {
  ExpectAnswers({
      {"RETURN 1 AS a, 'x' AS b UNION RETURN 1 AS a, 'x' AS b UNION RETURN 2 AS a, 'y' AS b",
       R"({"a":1,"b":"x"}
{"a":2,"b":"y"})"},
      {"UNWIND [1, 2] AS x RETURN x UNION ALL UNWIND [2, 3] AS x RETURN x", R"({"x":1}
{"x":2}
{"x":2}
{"x":3})"},
      {"MATCH (a:Nobody) RETURN a UNION MATCH (a:Place) RETURN a.name AS a", R"({"a":"Havn"})"},
      {"CALL db.labels", R"({"label":"Actor","count":3}
{"label":"Person","count":2}
{"label":"Place","count":1}
{"label":"State","count":1})"},
  });
}

}  // namespace
}  // namespace norn::query
