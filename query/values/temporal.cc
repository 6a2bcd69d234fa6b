// Temporal values taken apart, put together, and truncated.
#include "query/values/temporal.h"

#include <array>

#include "absl/strings/string_view.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

constexpr int64_t kNanosPerHour = 3600 * kNanosPerSecond;
constexpr int64_t kNanosPerMinute = 60 * kNanosPerSecond;

Value Int(int64_t v) { return Value::Int(v); }

Value DatePart(int64_t days, absl::string_view part) {
  YearMonthDay civil = CivilFromDays(days);
  int quarter = (civil.month - 1) / 3 + 1;
  if (part == "year") return Int(civil.year);
  if (part == "quarter") return Int(quarter);
  if (part == "month") return Int(civil.month);
  if (part == "day") return Int(civil.day);
  if (part == "week") return Int(WeekFromDays(days).week);
  if (part == "weekYear") return Int(WeekFromDays(days).year);
  if (part == "weekDay" || part == "dayOfWeek") return Int(WeekFromDays(days).weekday);
  if (part == "ordinalDay") return Int(days - DaysFromCivil(civil.year, 1, 1) + 1);
  if (part == "dayOfQuarter") return Int(days - DaysFromCivil(civil.year, quarter * 3 - 2, 1) + 1);
  return Value();
}

Value TimePart(int64_t nanos, absl::string_view part) {
  if (part == "hour") return Int(nanos / kNanosPerHour);
  if (part == "minute") return Int(nanos / kNanosPerMinute % 60);
  if (part == "second") return Int(nanos / kNanosPerSecond % 60);
  if (part == "millisecond") return Int(nanos % kNanosPerSecond / 1'000'000);
  if (part == "microsecond") return Int(nanos % kNanosPerSecond / 1'000);
  if (part == "nanosecond") return Int(nanos % kNanosPerSecond);
  return Value();
}

Value OffsetPart(int32_t offset, const std::string& zone, absl::string_view part) {
  if (part == "timezone") return Value::String(zone.empty() ? FormatOffset(offset) : zone);
  if (part == "offset") return Value::String(FormatOffset(offset));
  if (part == "offsetMinutes") return Int(offset / 60);
  if (part == "offsetSeconds") return Int(offset);
  return Value();
}

Value DurationPart(const graph::Duration& d, absl::string_view part) {
  if (part == "years") return Int(d.months / 12);
  if (part == "quarters") return Int(d.months / 3);
  if (part == "months") return Int(d.months);
  if (part == "weeks") return Int(d.days / 7);
  if (part == "days") return Int(d.days);
  if (part == "hours") return Int(d.seconds / 3600);
  if (part == "minutes") return Int(d.seconds / 60);
  if (part == "seconds") return Int(d.seconds);
  if (part == "milliseconds") return Int(d.seconds * 1'000 + d.nanoseconds / 1'000'000);
  if (part == "microseconds") return Int(d.seconds * 1'000'000 + d.nanoseconds / 1'000);
  if (part == "nanoseconds") return Int(d.seconds * kNanosPerSecond + d.nanoseconds);
  if (part == "quartersOfYear") return Int(d.months / 3 % 4);
  if (part == "monthsOfQuarter") return Int(d.months % 3);
  if (part == "monthsOfYear") return Int(d.months % 12);
  if (part == "daysOfWeek") return Int(d.days % 7);
  if (part == "minutesOfHour") return Int(d.seconds / 60 % 60);
  if (part == "secondsOfMinute") return Int(d.seconds % 60);
  if (part == "millisecondsOfSecond") return Int(d.nanoseconds / 1'000'000);
  if (part == "microsecondsOfSecond") return Int(d.nanoseconds / 1'000);
  if (part == "nanosecondsOfSecond") return Int(d.nanoseconds);
  return Value();
}

Value ZonedPart(const graph::ZonedDateTime& v, absl::string_view part) {
  if (part == "epochSeconds") return Int(v.seconds);
  if (part == "epochMillis") return Int(v.seconds * 1000 + v.nanoseconds / 1'000'000);
  return OffsetPart(v.offset_seconds, v.zone, part);
}

}  // namespace

Moment MomentOf(const Value& value) {
  Moment moment;
  switch (value.kind()) {
    case Kind::kDate:
      moment.day = value.date().days;
      break;
    case Kind::kLocalTime:
      moment.nanos = value.local_time().nanoseconds;
      break;
    case Kind::kTime:
      moment.nanos = value.time().nanoseconds;
      moment.zone = TimeZone{"", value.time().offset_seconds};
      break;
    case Kind::kLocalDateTime: {
      graph::LocalDateTime local = value.local_date_time();
      moment.day = FloorDiv(local.seconds, kSecondsPerDay);
      moment.nanos = FloorMod(local.seconds, kSecondsPerDay) * kNanosPerSecond + local.nanoseconds;
      break;
    }
    default: {
      const graph::ZonedDateTime& zoned = value.date_time();
      int64_t local = zoned.seconds + zoned.offset_seconds;
      moment.day = FloorDiv(local, kSecondsPerDay);
      moment.nanos = FloorMod(local, kSecondsPerDay) * kNanosPerSecond + zoned.nanoseconds;
      moment.zone = TimeZone{zoned.zone, zoned.offset_seconds, true};
      break;
    }
  }
  return moment;
}

Value ZonedAt(int64_t day, int64_t nanos, const TimeZone& zone) {
  int64_t local = day * kSecondsPerDay + nanos / kNanosPerSecond;
  graph::ZonedDateTime zoned;
  zoned.seconds = local - OffsetAtLocal(zone, local);
  // A time that the clock skipped is shown as the clock shows that instant.
  zoned.offset_seconds = OffsetAt(zone, zoned.seconds);
  zoned.nanoseconds = static_cast<int32_t>(nanos % kNanosPerSecond);
  zoned.zone = zone.name;
  return Value::Of(std::move(zoned));
}

Value FromMoment(Kind kind, const Moment& moment) {
  int64_t day = moment.day.value_or(0);
  int64_t nanos = moment.nanos.value_or(0);
  TimeZone zone = moment.zone.value_or(TimeZone{});
  switch (kind) {
    case Kind::kDate:
      return Value::Of(graph::Date{day});
    case Kind::kLocalTime:
      return Value::Of(graph::LocalTime{nanos});
    case Kind::kTime: {
      int64_t local = day * kSecondsPerDay + nanos / kNanosPerSecond;
      return Value::Of(graph::ZonedTime{nanos, OffsetAtLocal(zone, local)});
    }
    case Kind::kLocalDateTime:
      return Value::Of(graph::LocalDateTime{day * kSecondsPerDay + nanos / kNanosPerSecond,
                                            static_cast<int32_t>(nanos % kNanosPerSecond)});
    default:
      return ZonedAt(day, nanos, zone);
  }
}

Moment InZone(const Moment& moment, const TimeZone& zone) {
  int64_t local =
      moment.day.value_or(0) * kSecondsPerDay + moment.nanos.value_or(0) / kNanosPerSecond;
  int64_t utc = local - OffsetAtLocal(moment.zone.value_or(TimeZone{}), local);
  int64_t there = utc + OffsetAt(zone, utc);
  Moment out;
  if (moment.day.has_value()) out.day = FloorDiv(there, kSecondsPerDay);
  out.nanos = FloorMod(there, kSecondsPerDay) * kNanosPerSecond +
              moment.nanos.value_or(0) % kNanosPerSecond;
  out.zone = zone;
  return out;
}

Value TemporalPart(const Value& value, absl::string_view part) {
  if (value.is(Kind::kDuration)) return DurationPart(value.duration(), part);
  Moment moment = MomentOf(value);
  Value found;
  if (moment.day.has_value()) found = DatePart(*moment.day, part);
  if (found.is_null() && moment.nanos.has_value()) found = TimePart(*moment.nanos, part);
  if (found.is_null() && value.is(Kind::kTime)) {
    found = OffsetPart(value.time().offset_seconds, "", part);
  }
  if (found.is_null() && value.is(Kind::kDateTime)) found = ZonedPart(value.date_time(), part);
  return found;
}

namespace {

bool TruncateDay(absl::string_view unit, int64_t* day) {
  YearMonthDay civil = CivilFromDays(*day);
  auto year = [day](int64_t y) {
    *day = DaysFromCivil(y, 1, 1);
    return true;
  };
  if (unit == "millennium") return year(FloorDiv(civil.year, 1000) * 1000);
  if (unit == "century") return year(FloorDiv(civil.year, 100) * 100);
  if (unit == "decade") return year(FloorDiv(civil.year, 10) * 10);
  if (unit == "year") return year(civil.year);
  if (unit == "weekYear") {
    *day = DaysFromWeek(WeekFromDays(*day).year, 1, 1);
  } else if (unit == "quarter") {
    *day = DaysFromCivil(civil.year, (civil.month - 1) / 3 * 3 + 1, 1);
  } else if (unit == "month") {
    *day = DaysFromCivil(civil.year, civil.month, 1);
  } else if (unit == "week") {
    *day -= WeekFromDays(*day).weekday - 1;
  } else {
    return unit == "day";
  }
  return true;
}

}  // namespace

bool Truncate(absl::string_view unit, Moment& moment) {
  static constexpr std::array<std::pair<const char*, int64_t>, 5> kTimeUnits = {
      {{"hour", kNanosPerHour},
       {"minute", kNanosPerMinute},
       {"second", kNanosPerSecond},
       {"millisecond", 1'000'000},
       {"microsecond", 1'000}}};
  for (const auto& [name, nanos] : kTimeUnits) {
    if (unit != name) continue;
    moment.nanos = moment.nanos.value_or(0) / nanos * nanos;
    return true;
  }
  if (!moment.day.has_value()) {
    moment.nanos = 0;
    return unit == "day";
  }
  moment.nanos = 0;
  return TruncateDay(unit, &*moment.day);
}

}  // namespace norn::query
