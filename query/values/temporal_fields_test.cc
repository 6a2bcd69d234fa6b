#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(TemporalFieldsTest, MakesTimesOfTheirFields) {
  ExpectValues({
      {"date({year: 2025, week: 27, dayOfWeek: 5})", R"("2025-07-04")"},
      {"date({year: 2025, ordinalDay: 185})", R"("2025-07-04")"},
      {"date({year: 2025, quarter: 3, dayOfQuarter: 4})", R"("2025-07-04")"},
      {"date({year: 2025, month: 13})",
       "InvalidArgumentValue: date(): `month` must be a whole number from 1 to 12"},
      {"date({month: 1})", "InvalidArgumentValue: date(): a date needs a `year`"},
      {"localtime({hour: 12, minute: 30, second: 5, millisecond: 7})", R"("12:30:05.007")"},
      {"time({hour: 12, timezone: '+01:00'})", R"("12:00+01:00")"},
      {"localdatetime({year: 2025, month: 7, day: 4, hour: 25})",
       "InvalidArgumentValue: localdatetime(): `hour` must be a whole number from 0 to 23"},
      {"datetime({epochSeconds: 0})", R"("1970-01-01T00:00Z")"},
      {"date({date: date('2025-07-04'), day: 1})", R"("2025-07-01")"},
      {"duration({weeks: 2, days: 1.5})", R"("P15DT12H")"},
  });
}

}  // namespace
}  // namespace norn::query
