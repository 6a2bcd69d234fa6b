#include "query/values/calendar.h"

#include <algorithm>

namespace norn::query {

namespace {

constexpr int64_t kDaysPerEra = 146097;  // 400 years
constexpr int64_t kEpochShift = 719468;  // from 0000-03-01 to 1970-01-01

bool IsLeap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

}  // namespace

// Counting years from March puts the leap day at a year's end.
int64_t DaysFromCivil(int64_t year, int month, int day) {
  int64_t y = month <= 2 ? year - 1 : year;
  int64_t era = FloorDiv(y, 400);
  int64_t year_of_era = y - era * 400;
  int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPerEra + day_of_era - kEpochShift;
}

YearMonthDay CivilFromDays(int64_t days) {
  int64_t shifted = days + kEpochShift;
  int64_t era = FloorDiv(shifted, kDaysPerEra);
  int64_t day_of_era = shifted - era * kDaysPerEra;
  int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t shifted_month = (5 * day_of_year + 2) / 153;
  YearMonthDay civil;
  civil.day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  civil.month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  civil.year = year_of_era + era * 400 + (civil.month <= 2 ? 1 : 0);
  return civil;
}

int DaysInMonth(int64_t year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && IsLeap(year) ? 29 : kDays[month - 1];
}

int DaysInYear(int64_t year) { return IsLeap(year) ? 366 : 365; }

WeekDay WeekFromDays(int64_t days) {
  WeekDay out;
  out.weekday = static_cast<int>(FloorMod(days + 3, 7)) + 1;  // 1970-01-01 was a Thursday
  int64_t thursday = days - out.weekday + 4;
  out.year = CivilFromDays(thursday).year;
  out.week = static_cast<int>((thursday - DaysFromCivil(out.year, 1, 1)) / 7) + 1;
  return out;
}

int64_t DaysFromWeek(int64_t year, int week, int weekday) {
  int64_t fourth = DaysFromCivil(year, 1, 4);  // always in week 1
  int64_t monday = fourth - FloorMod(fourth + 3, 7);
  return monday + (week - 1) * 7 + weekday - 1;
}

int WeeksInYear(int64_t year) { return WeekFromDays(DaysFromCivil(year, 12, 28)).week; }

int64_t AddMonths(int64_t days, int64_t months) {
  YearMonthDay civil = CivilFromDays(days);
  int64_t total = civil.year * 12 + civil.month - 1 + months;
  int64_t year = FloorDiv(total, 12);
  int month = static_cast<int>(FloorMod(total, 12)) + 1;
  return DaysFromCivil(year, month, std::min(civil.day, DaysInMonth(year, month)));
}

}  // namespace norn::query
