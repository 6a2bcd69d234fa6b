#include "ingest/extract/time/day_range.h"

#include <gtest/gtest.h>

namespace norn::ingest {
namespace {

proto::DateRange Range(const std::string& from, const std::string& to, uint32_t weekday = 0) {
  proto::DateRange range;
  range.set_from(from);
  range.set_to(to);
  range.set_weekday(weekday);
  return range;
}

TEST(DayRangeTest, IsoTextKeepsThePrecisionThatIsKnown) {
  for (const char* text : {"2025-07-04", "2025-07", "2025", "2024-02-29", "1814-05-17"}) {
    const auto range = ParseIsoDate(text);
    ASSERT_TRUE(range) << text;
    EXPECT_EQ(IsoText(*range), text);
  }
}

TEST(DayRangeTest, RefusesWhatIsNoDate) {
  for (const char* text : {"", "25", "2025-7", "2025-13", "2025-00", "2025-02-30", "2025-07-04T10",
                           "2025-07-04-01", "20250704", "abcd", "-025", "0999", "2025-0a"}) {
    EXPECT_FALSE(ParseIsoDate(text)) << text;
  }
}

TEST(DayRangeTest, IsoTextOfAPartOfAMonthIsTheMonth) {
  EXPECT_EQ(IsoText({absl::CivilDay(2025, 7, 2), absl::CivilDay(2025, 7, 31)}), "2025-07");
  EXPECT_EQ(IsoText({absl::CivilDay(2025, 6, 30), absl::CivilDay(2025, 7, 2)}), "2025");
  EXPECT_EQ(IsoText({absl::CivilDay(2024, 12, 31), absl::CivilDay(2025, 1, 1)}), "");
  EXPECT_EQ(IsoText({std::nullopt, absl::CivilDay(2025, 1, 1)}), "");
}

TEST(IntersectTest, RangesThatShareNoDayContradictEachOther) {
  EXPECT_FALSE(Intersect(Range("2025-07-01", "2025-07-03"), Range("2025-07-04", "2025-07-04")));
  EXPECT_TRUE(Intersect(Range("2025-07-01", "2025-07-04"), Range("2025-07-04", "2025-07-09")));
}

TEST(IntersectTest, AWeekdayFitsOnlyItsDays) {
  // 2025-07-03 was a Thursday.
  EXPECT_TRUE(Intersect(Range("2025-07-01", "2025-07-31", 4), Range("2025-07-03", "2025-07-03")));
  EXPECT_FALSE(Intersect(Range("2025-07-01", "2025-07-31", 5), Range("2025-07-03", "2025-07-03")));
  EXPECT_FALSE(Intersect(Range("", "", 4), Range("", "", 5)));
}

TEST(IntersectTest, AWeekdaySettlesTheDayWhereOneIsLeft) {
  const auto both =
      Intersect(Range("2025-07-01", "2025-07-31", 4), Range("2025-07-01", "2025-07-07"));
  ASSERT_TRUE(both);
  EXPECT_EQ(both->from(), "2025-07-03");
  EXPECT_EQ(both->to(), "2025-07-03");
  EXPECT_EQ(both->weekday(), 0u);
}

TEST(IntersectTest, OpenEndsTakeTheOtherRanges) {
  const auto both = Intersect(Range("", "2025-07-10"), Range("2025-07-01", "2025-07-31"));
  ASSERT_TRUE(both);
  EXPECT_EQ(both->from(), "2025-07-01");
  EXPECT_EQ(both->to(), "2025-07-10");
}

TEST(ShiftTest, MovesTheWeekdayAlong) {
  const proto::DateRange next = Shift(Range("2025-07-01", "2025-07-31", 7), 1);
  EXPECT_EQ(next.from(), "2025-07-02");
  EXPECT_EQ(next.weekday(), 1u);
  EXPECT_EQ(Shift(next, -1).weekday(), 7u);
}

}  // namespace
}  // namespace norn::ingest
