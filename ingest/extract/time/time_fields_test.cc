#include "ingest/extract/time/time_fields.h"

#include <gtest/gtest.h>

namespace norn::ingest {
namespace {

TEST(EasterSundayTest, FollowsTheGregorianCalendar) {
  EXPECT_EQ(EasterSunday(1961), absl::CivilDay(1961, 4, 2));
  EXPECT_EQ(EasterSunday(2000), absl::CivilDay(2000, 4, 23));
  EXPECT_EQ(EasterSunday(2024), absl::CivilDay(2024, 3, 31));
  EXPECT_EQ(EasterSunday(2025), absl::CivilDay(2025, 4, 20));
  EXPECT_EQ(EasterSunday(2038), absl::CivilDay(2038, 4, 25));
}

TEST(JoinTest, TakesOnlyWhatCanBeOneTime) {
  TimeFields november;
  november.month = 11;
  TimeFields last_year;
  last_year.year_shift = -1;
  TimeFields thursday;
  thursday.weekday = 4;
  TimeFields may;
  may.month = 5;
  TimeFields last_week;
  last_week.week_shift = -1;
  EXPECT_TRUE(Join(november, last_year));
  EXPECT_TRUE(Join(thursday, last_week));
  EXPECT_FALSE(Join(november, may));
  EXPECT_FALSE(Join(thursday, november));
  EXPECT_FALSE(Join(last_week, last_year));
}

TEST(ResolveTest, RefusesDaysThatThereAreNot) {
  TimeFields day;
  day.day = 31;
  day.month = 6;
  day.year = 2025;
  EXPECT_FALSE(Resolve(day, DayRange{}));
  day.day = 30;
  ASSERT_TRUE(Resolve(day, DayRange{}));
  EXPECT_EQ(IsoText(ToDayRange(Resolve(day, DayRange{})->past)), "2025-06-30");
}

TEST(ResolveTest, NeedsTheDayThatWordsCountFrom) {
  TimeFields today;
  today.day_shift = 0;
  EXPECT_FALSE(Resolve(today, DayRange{}));
  TimeFields same_month;
  same_month.anchor = TimeWord::MONTHS;
  const DayRange before = OneDay(absl::CivilDay(2025, 3, 14));
  EXPECT_FALSE(Resolve(same_month, before));
  ASSERT_TRUE(ResolveFrom(same_month, before));
  EXPECT_EQ(IsoText(*ResolveFrom(same_month, before)), "2025-03");
}

TEST(ResolveTest, CountsAWeekdayWithinOneWeekOnly) {
  TimeFields weekday;
  weekday.weekday = 3;
  weekday.anchor = TimeWord::WEEKS;
  const DayRange week = {absl::CivilDay(2025, 6, 23), absl::CivilDay(2025, 6, 29)};
  ASSERT_TRUE(ResolveFrom(weekday, week));
  EXPECT_EQ(IsoText(*ResolveFrom(weekday, week)), "2025-06-25");
  EXPECT_FALSE(ResolveFrom(weekday, {week.from, absl::CivilDay(2025, 7, 29)}));
}

}  // namespace
}  // namespace norn::ingest
