#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(TimeZoneTest, OffsetsFollowTheDate) {
  ExpectValues({
      {"datetime('2025-07-04T12:00[Europe/Oslo]').offset", R"("+02:00")"},
      {"datetime('2025-01-04T12:00[Europe/Oslo]').offset", R"("+01:00")"},
      {"datetime('2025-07-04T12:00[Nowhere/Town]')",
       "InvalidArgumentValue: datetime(): cannot read '2025-07-04T12:00[Nowhere/Town]'"},
      {"datetime('2025-07-04T12:00[Europe/Oslo]').timezone", R"("Europe/Oslo")"},
  });
}

TEST(TimeZoneTest, ClocksSkipAndRepeatTimes) {
  ExpectValues({
      // An hour that the clock skipped: shown as it showed that instant.
      {"toString(datetime('2025-03-30T02:30[Europe/Oslo]'))",
       R"("2025-03-30T03:30+02:00[Europe/Oslo]")"},
      // An hour that it showed twice: the first one, unless the offset says the second.
      {"toString(datetime('2025-10-26T02:30[Europe/Oslo]'))",
       R"("2025-10-26T02:30+02:00[Europe/Oslo]")"},
      {"toString(datetime('2025-10-26T02:30+01:00[Europe/Oslo]'))",
       R"("2025-10-26T02:30+01:00[Europe/Oslo]")"},
      {"toString(datetime('2025-10-26T02:30+01:00[Europe/Oslo]') + duration('PT1M'))",
       R"("2025-10-26T02:31+01:00[Europe/Oslo]")"},
      {"toString(datetime.truncate('minute', datetime('2025-10-26T02:30:05+01:00[Europe/Oslo]')))",
       R"("2025-10-26T02:30+01:00[Europe/Oslo]")"},
      // An offset that the zone does not have at that time.
      {"datetime('2025-07-04T12:00+01:00[Europe/Oslo]')",
       "InvalidArgumentValue: datetime(): cannot read '2025-07-04T12:00+01:00[Europe/Oslo]'"},
  });
}

}  // namespace
}  // namespace norn::query
