#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(TemporalDurationTest, PartsStayApart) {
  ExpectValues({
      {"duration('P1DT2H').hours", "2"},
      {"duration('P1Y').months", "12"},
      {"duration.inDays(date('2025-01-01'), date('2025-03-01'))", R"("P59D")"},
      {"datetime('2025-07-04T12:00:00+02:00').offset", R"("+02:00")"},
      {"datetime({year: 2025, month: 7, day: 4, timezone: 'Europe/Oslo'})",
       R"("2025-07-04T00:00+02:00[Europe/Oslo]")"},
      {"date('2025-W27-5')", R"("2025-07-04")"},
      {"date('2025-185')", R"("2025-07-04")"},
      {"date('20250704')", R"("2025-07-04")"},
      {"date('2025-13-01')", "InvalidArgumentValue: date(): cannot read '2025-13-01'"},
      {"localdatetime('2025-07-04T10:11:12.5')", R"("2025-07-04T10:11:12.5")"},
      {"date('2025-07-04').week", "27"},
      {"date('2025-07-04').dayOfWeek", "5"},
      {"date('2025-07-04').quarter", "3"},
      {"duration('P1M') = duration('P30D')", "false"},
      {"date('2025-01-01') < date('2025-01-02')", "true"},
      {"datetime('2025-07-04T12:00:00Z') - duration('PT1H')", R"("2025-07-04T11:00Z")"},
      {"duration('P3D') * 2", R"("P6D")"},
      {"duration('P3D') / 2", R"("P1DT12H")"},
  });
}

}  // namespace
}  // namespace norn::query
