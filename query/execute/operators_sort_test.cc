#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(OperatorsSortTest, OrdersAllKindsAndKeepsTheFirst) {
  ExpectAnswers({
      {"UNWIND [3, 1, 2] AS x RETURN x ORDER BY x", R"({"x":1}
{"x":2}
{"x":3})"},
      {"UNWIND [3, null, 'a', true, [1]] AS x RETURN x ORDER BY x", R"({"x":[1]}
{"x":"a"}
{"x":true}
{"x":3}
{"x":null})"},
      {"UNWIND [[1, 'b'], [1, 'a'], [0, 'c']] AS p RETURN p[0] AS n, p[1] AS t ORDER BY n DESC, t",
       R"({"n":1,"t":"a"}
{"n":1,"t":"b"}
{"n":0,"t":"c"})"},
      {"UNWIND [5, 3, 4, 1] AS x RETURN x ORDER BY x LIMIT 2", R"({"x":1}
{"x":3})"},
      {"UNWIND [5, 3, 4, 1] AS x RETURN x ORDER BY x SKIP 1 LIMIT 2", R"({"x":3}
{"x":4})"},
  });
}

}  // namespace
}  // namespace norn::query
