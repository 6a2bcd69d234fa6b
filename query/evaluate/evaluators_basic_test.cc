#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(EvaluatorsBasicTest, LiteralsListsMapsAndCases) {
  ExpectValues({
      {"null", "null"},
      {"-7", "-7"},
      {R"('a\'b')", R"("a'b")"},
      {"[1, 'a', null]", R"([1,"a",null])"},
      {"{b: 1, a: [2]}", R"({"a":[2],"b":1})"},
      {"CASE WHEN null THEN 1 END", "null"},
      {"CASE 1 WHEN 1.0 THEN 'same' END", R"("same")"},
      {"toupper('a')", R"("A")"},
  });
  ExpectAnswers({
      {"MATCH (p:Place) RETURN p {.name, .nothing, two: 2} AS m",
       R"({"m":{"name":"Havn","nothing":null,"two":2}})"},
      {"MATCH (p:Place) RETURN p {.*} AS m", R"({"m":{"id":"place/havn","name":"Havn"}})"},
  });
}

}  // namespace
}  // namespace norn::query
