// Durations: making, adding, scaling, and the distance between two instants.
#include <cmath>

#include "query/values/temporal.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

constexpr double kDaysPerMonth = 30.436875;  // of a mean Gregorian year
constexpr double kMostUnits = 9e15;          // whole numbers beyond are not exact in a double

// To the nearest nanosecond, halves towards zero.
int64_t RoundNanos(double nanos) {
  return static_cast<int64_t>(nanos < 0 ? -std::ceil(-nanos - 0.5) : std::ceil(nanos - 0.5));
}

bool InYears(int64_t days) {
  static const int64_t kFirst = DaysFromCivil(-kMaxYear, 1, 1);
  static const int64_t kLast = DaysFromCivil(kMaxYear, 12, 31);
  return days >= kFirst && days <= kLast;
}

bool AddToDay(int64_t day, const graph::Duration& d, int sign, int64_t* out) {
  constexpr int64_t kMostMonths = 2 * 12 * (kMaxYear + 1);
  constexpr int64_t kMostDays = kMostMonths * 31;
  if (std::llabs(d.months) > kMostMonths || std::llabs(d.days) > kMostDays) return false;
  *out = AddMonths(day, sign * d.months) + sign * d.days;
  return InYears(*out);
}

}  // namespace

std::optional<graph::Duration> MakeDuration(double months, double days, double seconds,
                                            int64_t nanoseconds) {
  double whole_months = std::trunc(months);
  days += (months - whole_months) * kDaysPerMonth;
  double whole_days = std::trunc(days);
  seconds += (days - whole_days) * static_cast<double>(kSecondsPerDay);
  double whole_seconds = std::trunc(seconds);
  if (!(std::fabs(whole_months) < kMostUnits && std::fabs(whole_days) < kMostUnits &&
        std::fabs(whole_seconds) < kMostUnits)) {
    return std::nullopt;
  }
  int64_t nanos = FloorMod(nanoseconds, kNanosPerSecond) +
                  RoundNanos((seconds - whole_seconds) * static_cast<double>(kNanosPerSecond));
  graph::Duration out;
  out.months = static_cast<int64_t>(whole_months);
  out.days = static_cast<int64_t>(whole_days);
  out.seconds = static_cast<int64_t>(whole_seconds) + FloorDiv(nanoseconds, kNanosPerSecond) +
                FloorDiv(nanos, kNanosPerSecond);
  out.nanoseconds = static_cast<int32_t>(FloorMod(nanos, kNanosPerSecond));
  return out;
}

std::optional<graph::Duration> AddDurations(const graph::Duration& a, const graph::Duration& b,
                                            int sign) {
  graph::Duration out;
  int64_t nanos = a.nanoseconds + static_cast<int64_t>(sign) * b.nanoseconds;
  bool overflow =
      __builtin_add_overflow(a.months, sign * b.months, &out.months) ||
      __builtin_add_overflow(a.days, sign * b.days, &out.days) ||
      __builtin_add_overflow(a.seconds, sign * b.seconds, &out.seconds) ||
      __builtin_add_overflow(out.seconds, FloorDiv(nanos, kNanosPerSecond), &out.seconds);
  out.nanoseconds = static_cast<int32_t>(FloorMod(nanos, kNanosPerSecond));
  return overflow ? std::nullopt : std::optional<graph::Duration>(out);
}

std::optional<graph::Duration> ScaleDuration(const graph::Duration& d, double factor) {
  double seconds = static_cast<double>(d.seconds) * factor;
  double nanos = d.nanoseconds * factor;
  if (!std::isfinite(nanos)) return std::nullopt;
  double whole = std::trunc(nanos / static_cast<double>(kNanosPerSecond));
  return MakeDuration(static_cast<double>(d.months) * factor, static_cast<double>(d.days) * factor,
                      seconds + whole,
                      RoundNanos(nanos - whole * static_cast<double>(kNanosPerSecond)));
}

bool AddDuration(const Value& value, const graph::Duration& d, int sign, Value* out) {
  Moment moment = MomentOf(value);
  int64_t nanos = moment.nanos.value_or(0) + sign * int64_t{d.nanoseconds};
  if (value.is(Kind::kDate)) {
    int64_t seconds = d.seconds + (d.seconds < 0 && d.nanoseconds > 0 ? 1 : 0);
    int64_t day = 0;
    if (!AddToDay(*moment.day, d, sign, &day)) return false;
    moment.day = day + sign * (seconds / kSecondsPerDay);
    *out = Value::Of(graph::Date{*moment.day});
    return InYears(*moment.day);
  }
  int64_t carried = FloorDiv(nanos, kNanosPerSecond);
  int64_t rest = FloorMod(nanos, kNanosPerSecond);
  if (!moment.day.has_value()) {
    int64_t second = FloorMod(carried + sign * (d.seconds % kSecondsPerDay), kSecondsPerDay);
    moment.nanos = second * kNanosPerSecond + rest;
    *out = FromMoment(value.kind(), moment);
    return true;
  }
  int64_t day = 0;
  if (!AddToDay(*moment.day, d, sign, &day)) return false;
  int64_t second = day * kSecondsPerDay + carried;
  if (value.is(Kind::kDateTime)) second -= OffsetAtLocal(*moment.zone, second);
  if (__builtin_add_overflow(second, sign * d.seconds, &second)) return false;
  if (!InYears(FloorDiv(second, kSecondsPerDay))) return false;
  if (value.is(Kind::kDateTime)) {
    graph::ZonedDateTime zoned{second, static_cast<int32_t>(rest), OffsetAt(*moment.zone, second),
                               moment.zone->name};
    *out = Value::Of(std::move(zoned));
  } else {
    *out = Value::Of(graph::LocalDateTime{second, static_cast<int32_t>(rest)});
  }
  return true;
}

namespace {

// A moment whose day and time are both known, on clocks that both ends share.
struct Point {
  int64_t day;
  int64_t nanos;
};

// Seconds from one clock reading to another; `zone` knows which hours were skipped or repeated.
int64_t NanosBetween(const Point& from, const Point& to, const TimeZone& zone, int64_t* seconds) {
  int64_t begin = from.day * kSecondsPerDay + from.nanos / kNanosPerSecond;
  int64_t end = to.day * kSecondsPerDay + to.nanos / kNanosPerSecond;
  *seconds = (end - OffsetAtLocal(zone, end)) - (begin - OffsetAtLocal(zone, begin));
  int64_t nanos = to.nanos % kNanosPerSecond - from.nanos % kNanosPerSecond;
  *seconds += FloorDiv(nanos, kNanosPerSecond);
  return FloorMod(nanos, kNanosPerSecond);
}

// The last day up to which whole days lie between the two.
int64_t WholeDay(const Point& from, const Point& to) {
  if (to.day > from.day && to.nanos < from.nanos) return to.day - 1;
  if (to.day < from.day && to.nanos > from.nanos) return to.day + 1;
  return to.day;
}

// Whole months from `from` to `to`, towards zero.
int64_t MonthsBetween(const Point& from, const Point& to) {
  YearMonthDay a = CivilFromDays(from.day);
  YearMonthDay b = CivilFromDays(WholeDay(from, to));
  constexpr int kSlots = 32;  // more than a month has days
  int64_t begin = (a.year * 12 + a.month) * kSlots + a.day;
  int64_t end = (b.year * 12 + b.month) * kSlots + b.day;
  return (end - begin) / kSlots;
}

}  // namespace

graph::Duration DurationBetween(const Value& from_value, const Value& to_value, DurationUnit unit) {
  Moment from = MomentOf(from_value);
  Moment to = MomentOf(to_value);
  // What one end does not say is taken from the other.
  if (!from.day.has_value()) from.day = to.day.value_or(0);
  if (!to.day.has_value()) to.day = from.day;
  TimeZone zone = from.zone.has_value() ? *from.zone : to.zone.value_or(TimeZone{});
  if (from.zone.has_value() && to.zone.has_value()) to = InZone(to, *from.zone);
  Point a{*from.day, from.nanos.value_or(0)};
  Point b{*to.day, to.nanos.value_or(0)};
  graph::Duration out;
  if (unit == DurationUnit::kMonths || unit == DurationUnit::kAll) {
    out.months = MonthsBetween(a, b);
    a.day = AddMonths(a.day, out.months);
  }
  if (unit == DurationUnit::kDays || unit == DurationUnit::kAll) {
    out.days = WholeDay(a, b) - a.day;
    a.day += out.days;
  }
  if (unit == DurationUnit::kSeconds || unit == DurationUnit::kAll) {
    out.nanoseconds = static_cast<int32_t>(NanosBetween(a, b, zone, &out.seconds));
  }
  return out;
}

}  // namespace norn::query
