#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(TemporalTextTest, ReadsAndWritesIsoTexts) {
  ExpectValues({
      {"date('2025-7-4')", "InvalidArgumentValue: date(): cannot read '2025-7-4'"},
      {"date('2025-07')", R"("2025-07-01")"},
      {"localtime('24:00')", "InvalidArgumentValue: localtime(): cannot read '24:00'"},
      {"localtime('235959.123456789')", R"("23:59:59.123456789")"},
      {"time('12:00Z')", R"("12:00Z")"},
      {"datetime('2025-07-04T12:00[Europe/Oslo]')", R"("2025-07-04T12:00+02:00[Europe/Oslo]")"},
      {"duration('P1W')", R"("P7D")"},
      {"duration('PT1.5S')", R"("PT1.5S")"},
      {"duration('P')", "InvalidArgumentValue: duration(): cannot read 'P'"},
      {"toString(localdatetime('2025-07-04T00:00'))", R"("2025-07-04T00:00")"},
      {"toString(duration('PT90M'))", R"("PT1H30M")"},
  });
}

}  // namespace
}  // namespace norn::query
