#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(FunctionsTemporalTest, ReadsMakesAndComparesTimes) {
  ExpectValues({
      {"toString(local_datetime('2025-07-04T12:00'))", R"("2025-07-04T12:00")"},
      {"toString(duration_between(date('2025-01-01'), date('2025-02-02')))", R"("P1M1D")"},
      {"timestamp() > 0", "true"},
      {"date('2025-07-04').year", "2025"},
      {"date({year: 2024, month: 2, day: 29})", R"("2024-02-29")"},
      {"date({year: 2023, month: 2, day: 29})",
       "InvalidArgumentValue: date(): month 2 has no day 29"},
      {"datetime('2025-07-04T12:00:00Z').hour", "12"},
      {"duration.between(date('2025-01-01'), date('2025-02-03'))", R"("P1M2D")"},
      {"date('2025-01-31') + duration('P1M')", R"("2025-02-28")"},
      {"date.truncate('month', date('2025-07-04'))", R"("2025-07-01")"},
      {"localtime('12:30').minute", "30"},
      {"duration({days: 1, hours: 2})", R"("P1DT2H")"},
      {"time('10:00+02:00')", R"("10:00+02:00")"},
      {"duration('P1Y2M') + duration('PT5S')", R"("P1Y2MT5S")"},
  });
}

}  // namespace
}  // namespace norn::query
