#include "ingest/read/dates/iso_date.h"

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(IsoDateTest, AcceptsDaysMonthsAndYears) {
  for (const char* date : {"2025", "2025-07", "2025-07-04", "2024-02-29", "1000-01-01"}) {
    EXPECT_EQ(CheckIsoDate(date), absl::OkStatus()) << date;
  }
}

TEST(IsoDateTest, RefusesWhatIsNoDate) {
  for (const char* date : {"", "2025-13", "2025-00", "2025-02-29", "2025-7-4", "04.07.2025",
                           "2025-07-04T", "20250704", "2025-07-", "0999", "2025-07-32", "٢٠٢٥"}) {
    EXPECT_EQ(CheckIsoDate(date).code(), absl::StatusCode::kInvalidArgument) << date;
  }
}

TEST(IsoDateTest, TakesTheDateOfATimestamp) {
  EXPECT_EQ(*DateOfTimestamp("2025-07-04T23:30:00+02:00"), "2025-07-04");
  EXPECT_EQ(*DateOfTimestamp(" 2025-07-04 23:30 "), "2025-07-04");
  EXPECT_EQ(*DateOfTimestamp("2025-07"), "2025-07");
  EXPECT_FALSE(DateOfTimestamp("Fri, 04 Jul 2025").ok());
  EXPECT_FALSE(DateOfTimestamp("").ok());
}

}  // namespace
}  // namespace norn::ingest
