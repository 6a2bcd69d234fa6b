#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(MatchDatesTest, RangesOfDatesAreThoseOfTheirTexts) {
  ExpectAnswers({
      {"MATCH ()-[r:SPOKE_WITH]->() WHERE r.date >= '2025-03' RETURN r.date AS d ORDER BY d",
       R"({"d":"2025-03"}
{"d":"2025-06-01"})"},
      {"MATCH ()-[r]->() WHERE r.date < '2025-02' RETURN r.date AS d", R"({"d":"2025-01-05"})"},
      {"MATCH ()-[r]->() WHERE r.date >= '2025-02' AND r.date <= '2025-05' RETURN r.date AS d "
       "ORDER BY d",
       R"({"d":"2025-02-01"}
{"d":"2025-03"})"},
      {"MATCH ()-[r]->() WHERE r.date = '2025-03' RETURN r.date AS d", R"({"d":"2025-03"})"},
  });
}

}  // namespace
}  // namespace norn::query
