#include "tools/export/text/time_span.h"

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::Value;

TEST(TimeSpanTest, TakesWholeDaysOfAnyPrecision) {
  struct Row {
    graph::Properties properties;
    TimeSpan span;
  };
  const Row rows[] = {
      {{{"date", Value("2025-07-04")}}, {"2025-07-04", "2025-07-04"}},
      {{{"date", Value("2025-07")}}, {"2025-07-01", "2025-07-31"}},
      {{{"date", Value("2024-02")}}, {"2024-02-01", "2024-02-29"}},
      {{{"date", Value("2025")}}, {"2025-01-01", "2025-12-31"}},
      {{{"date", Value("2025")}, {"date_from", Value("2025-03-01")}}, {"2025-03-01", "2025-12-31"}},
      {{{"date_from", Value("2025-03-01")}, {"date_to", Value("2025-03-05")}},
       {"2025-03-01", "2025-03-05"}},
      {{{"date_to", Value("2025-03-05")}, {"date_from", Value("2025-03-09")}},
       {"2025-03-05", "2025-03-09"}},
      {{{"date_to", Value("2025-03")}}, {"2025-03-01", "2025-03-31"}},
      {{{"date", Value(graph::Date{0})}}, {"1970-01-01", "1970-01-01"}},
      {{{"date", Value("soon")}}, {}},
      {{}, {}},
  };
  for (const Row& row : rows) {
    const TimeSpan span = SpanOf(row.properties);
    EXPECT_EQ(span.first, row.span.first);
    EXPECT_EQ(span.last, row.span.last);
  }
}

}  // namespace
}  // namespace norn::tools
