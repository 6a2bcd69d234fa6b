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

}  // namespace
}  // namespace norn::query
