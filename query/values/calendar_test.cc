#include "query/values/calendar.h"

#include <vector>

#include "gtest/gtest.h"

namespace norn::query {
namespace {

TEST(CalendarTest, CountsDaysFrom1970) {
  struct Case {
    int64_t year;
    int month;
    int day;
    int64_t days;
  };
  for (const Case& c : std::vector<Case>{
           {1970, 1, 1, 0},
           {1970, 12, 31, 364},
           {1969, 12, 31, -1},
           {2000, 2, 29, 11016},
           {2000, 3, 1, 11017},
           {0, 3, 1, -719468},
       }) {
    EXPECT_EQ(DaysFromCivil(c.year, c.month, c.day), c.days);
    const YearMonthDay back = CivilFromDays(c.days);
    EXPECT_EQ(back.year, c.year);
    EXPECT_EQ(back.month, c.month);
    EXPECT_EQ(back.day, c.day);
  }
  for (const int64_t year : {-kMaxYear, int64_t{-1}, int64_t{1900}, kMaxYear}) {
    EXPECT_EQ(CivilFromDays(DaysFromCivil(year, 12, 31)).year, year);
    EXPECT_EQ(DaysFromCivil(year + 1, 1, 1) - DaysFromCivil(year, 1, 1), DaysInYear(year));
  }
}

TEST(CalendarTest, KnowsLeapYears) {
  for (const int year : {2000, 2024, 0, -4}) EXPECT_EQ(DaysInMonth(year, 2), 29) << year;
  for (const int year : {1900, 2025, 2100}) EXPECT_EQ(DaysInMonth(year, 2), 28) << year;
}

TEST(CalendarTest, WeeksBelongToTheYearOfTheirThursday) {
  const WeekDay before = WeekFromDays(DaysFromCivil(2021, 1, 3));  // a Sunday
  EXPECT_EQ(before.year, 2020);
  EXPECT_EQ(before.week, 53);
  EXPECT_EQ(before.weekday, 7);
  EXPECT_EQ(WeekFromDays(DaysFromCivil(2024, 12, 30)).year, 2025);
  EXPECT_EQ(WeeksInYear(2020), 53);
  EXPECT_EQ(WeeksInYear(2025), 52);
  for (int64_t day = DaysFromCivil(2019, 12, 25); day < DaysFromCivil(2021, 1, 10); ++day) {
    const WeekDay week = WeekFromDays(day);
    EXPECT_EQ(DaysFromWeek(week.year, week.week, week.weekday), day);
  }
}

TEST(CalendarTest, AMonthLaterIsNeverTwoMonthsLater) {
  const int64_t last = DaysFromCivil(2024, 1, 31);
  EXPECT_EQ(AddMonths(last, 1), DaysFromCivil(2024, 2, 29));
  EXPECT_EQ(AddMonths(last, 13), DaysFromCivil(2025, 2, 28));
  EXPECT_EQ(AddMonths(last, -2), DaysFromCivil(2023, 11, 30));
  EXPECT_EQ(AddMonths(last, 2), DaysFromCivil(2024, 3, 31));
}

TEST(CalendarTest, DivisionRoundsDown) {
  EXPECT_EQ(FloorDiv(-1, 86400), -1);
  EXPECT_EQ(FloorMod(-1, 86400), 86399);
  EXPECT_EQ(FloorDiv(86400, 86400), 1);
  EXPECT_EQ(FloorMod(-86400, 86400), 0);
}

}  // namespace
}  // namespace norn::query
