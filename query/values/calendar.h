// Days, months and weeks of the proleptic Gregorian calendar, for years of up to nine digits.
//
//   int64_t day = DaysFromCivil(2025, 7, 4);         // days since 1970-01-01
//   YearMonthDay civil = CivilFromDays(AddMonths(day, 1));
#ifndef NORN_QUERY_VALUES_CALENDAR_H_
#define NORN_QUERY_VALUES_CALENDAR_H_

#include <cstdint>

namespace norn::query {

inline constexpr int64_t kSecondsPerDay = 86400;
inline constexpr int64_t kNanosPerSecond = 1'000'000'000;
inline constexpr int64_t kNanosPerDay = kSecondsPerDay * kNanosPerSecond;
inline constexpr int64_t kMaxYear = 999'999'999;  // and as far back

struct YearMonthDay {
  int64_t year = 1970;
  int month = 1;
  int day = 1;
};

// ISO 8601's weeks: Monday is 1; week 1 has the year's first Thursday.
struct WeekDay {
  int64_t year = 1970;
  int week = 1;
  int weekday = 1;
};

int64_t DaysFromCivil(int64_t year, int month, int day);
YearMonthDay CivilFromDays(int64_t days);
int DaysInMonth(int64_t year, int month);
int DaysInYear(int64_t year);

WeekDay WeekFromDays(int64_t days);
int64_t DaysFromWeek(int64_t year, int week, int weekday);
int WeeksInYear(int64_t year);

// The same day of another month, or its last day where it is shorter.
int64_t AddMonths(int64_t days, int64_t months);

// Rounds toward minus infinity, as times before 1970 need.
constexpr int64_t FloorDiv(int64_t a, int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}
constexpr int64_t FloorMod(int64_t a, int64_t b) { return a - FloorDiv(a, b) * b; }

}  // namespace norn::query

#endif  // NORN_QUERY_VALUES_CALENDAR_H_
