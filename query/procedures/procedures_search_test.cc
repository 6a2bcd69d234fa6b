#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(ProceduresSearchTest, FindsNodesByNamesAndLinesUpDates) {
  ExpectAnswers({
      {"CALL norn.find('ada berg') YIELD node RETURN node.name AS n", R"({"n":"Ada Berg"})"},
      {"CALL norn.find('ADA') YIELD node RETURN node.name AS n", R"({"n":"Ada Berg"})"},
      {"CALL norn.find('nordlnd') YIELD node RETURN node.name AS n", R"({"n":"Nordland"})"},
      {"CALL norn.find('xyzzy') YIELD node RETURN node.name AS n", ""},
      {"CALL norn.timeline('person/bo') YIELD date, other RETURN date, other.name AS o",
       R"({"date":"2025-06-01","o":"Nordland"}
{"date":"2025-03","o":"Ada Berg"}
{"date":"2025-01-05","o":"Ada Berg"})"},
  });
}

}  // namespace
}  // namespace norn::query
