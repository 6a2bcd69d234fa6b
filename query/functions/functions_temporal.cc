// Functions that make temporal values: date(), datetime.truncate(), duration.between(), …
#include <cmath>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "query/functions/functions.h"
#include "query/values/temporal.h"
#include "query/values/temporal_fields.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

Value Bad(const FunctionCall& call, std::string why) {
  return call.Fail(ErrorCode::kInvalidArgumentValue, absl::StrCat(call.name, "(): ", why));
}

// What the clock says, in UTC or the zone that is named.
Value Now(const FunctionCall& call, Kind kind) {
  TimeZone zone;
  if (call.size() > 0) {
    std::optional<TimeZone> named = ParseTimeZone(call[0].text());
    if (!named.has_value()) return Bad(call, absl::StrCat("no time zone ", call[0].text()));
    zone = *named;
  }
  int64_t seconds = absl::ToUnixSeconds(call.execution.now());
  int64_t nanos = FloorMod(absl::ToUnixNanos(call.execution.now()), kNanosPerSecond);
  int64_t local = seconds + OffsetAt(zone, seconds);
  Moment moment{FloorDiv(local, kSecondsPerDay),
                FloorMod(local, kSecondsPerDay) * kNanosPerSecond + nanos, zone};
  return FromMoment(kind, moment);
}

// date(), date('2025-07-04'), date({year: 2025}), date(datetime()).
template <Kind kind>
Value Construct(const FunctionCall& call) {
  if (call.size() == 0) return Now(call, kind);
  if (call[0].is(Kind::kString)) {
    std::optional<Value> parsed = ParseTemporal(kind, call[0].text());
    return parsed.has_value() ? *parsed
                              : Bad(call, absl::StrCat("cannot read '", call[0].text(), "'"));
  }
  if (call[0].is(Kind::kMap)) {
    std::string why;
    std::optional<Value> built = FromFields(kind, call[0], &why);
    return built.has_value() ? *built : Bad(call, why);
  }
  Moment moment = MomentOf(call[0]);
  bool needs_day = kind != Kind::kLocalTime && kind != Kind::kTime;
  if (needs_day && !moment.day.has_value()) return Bad(call, "a time alone has no date");
  if (!needs_day && !moment.nanos.has_value()) return Bad(call, "a date alone has no time");
  return FromMoment(kind, moment);
}

template <Kind kind>
Value Clock(const FunctionCall& call) {
  return Now(call, kind);
}

// date.truncate(unit[, value[, fields]]).
template <Kind kind>
Value TruncateTo(const FunctionCall& call) {
  Moment moment =
      MomentOf(call.size() > 1 ? call[1] : Now({call.execution, call.span, "", {}}, kind));
  bool needs_day = kind != Kind::kLocalTime && kind != Kind::kTime;
  if ((needs_day && !moment.day.has_value()) || !Truncate(call[0].text(), moment)) {
    return Bad(call, absl::StrCat("cannot truncate this to '", call[0].text(), "'"));
  }
  if (call.size() < 3) return FromMoment(kind, moment);
  std::string why;
  std::optional<Value> built = WithFields(kind, moment, call[2], &why);
  return built.has_value() ? *built : Bad(call, why);
}

Value FromEpoch(const FunctionCall& call) {
  int64_t nanos = call.size() > 1 ? call[1].integer() : 0;
  graph::ZonedDateTime out;
  out.seconds = call[0].integer() + FloorDiv(nanos, kNanosPerSecond);
  out.nanoseconds = static_cast<int32_t>(FloorMod(nanos, kNanosPerSecond));
  return Value::Of(std::move(out));
}

// Milliseconds since 1970, when the query began.
Value Timestamp(const FunctionCall& call) {
  return Value::Int(absl::ToUnixMillis(call.execution.now()));
}

Value FromEpochMillis(const FunctionCall& call) {
  graph::ZonedDateTime out;
  out.seconds = FloorDiv(call[0].integer(), 1000);
  out.nanoseconds = static_cast<int32_t>(FloorMod(call[0].integer(), 1000) * 1'000'000);
  return Value::Of(std::move(out));
}

// duration('P1D'), duration({days: 1.5}).
Value ConstructDuration(const FunctionCall& call) {
  if (call[0].is(Kind::kDuration)) return call[0];
  if (call[0].is(Kind::kString)) {
    std::optional<Value> parsed = ParseTemporal(Kind::kDuration, call[0].text());
    return parsed.has_value() ? *parsed
                              : Bad(call, absl::StrCat("cannot read '", call[0].text(), "'"));
  }
  std::string why;
  std::optional<Value> built = DurationFromFields(call[0], &why);
  return built.has_value() ? *built : Bad(call, why);
}

template <DurationUnit unit>
Value Between(const FunctionCall& call) {
  return Value::Of(DurationBetween(call[0], call[1], unit));
}

constexpr KindMask kSource = kStringKind | kMapKind | kInstantKinds;
constexpr KindMask S = kStringKind;

// One family's five functions.
#define NORN_TEMPORAL_FAMILY(name, kind, mask)                                   \
  {name, 0, 1, {kSource}, mask, Construct<kind>},                                \
      {name ".transaction", 0, 1, {S}, mask, Clock<kind>},                       \
      {name ".statement", 0, 1, {S}, mask, Clock<kind>},                         \
      {name ".realtime", 0, 1, {S}, mask, Clock<kind>}, {                        \
    name ".truncate", 1, 3, {S, kInstantKinds, kMapKind}, mask, TruncateTo<kind> \
  }

constexpr FunctionInfo kFunctions[] = {
    NORN_TEMPORAL_FAMILY("date", Kind::kDate, kDateKind),
    NORN_TEMPORAL_FAMILY("localtime", Kind::kLocalTime, kLocalTimeKind),
    NORN_TEMPORAL_FAMILY("time", Kind::kTime, kTimeKind),
    NORN_TEMPORAL_FAMILY("localdatetime", Kind::kLocalDateTime, kLocalDateTimeKind),
    NORN_TEMPORAL_FAMILY("datetime", Kind::kDateTime, kDateTimeKind),
    {"local_time", 0, 1, {kSource}, kLocalTimeKind, Construct<Kind::kLocalTime>},
    {"zoned_time", 0, 1, {kSource}, kTimeKind, Construct<Kind::kTime>},
    {"local_datetime", 0, 1, {kSource}, kLocalDateTimeKind, Construct<Kind::kLocalDateTime>},
    {"zoned_datetime", 0, 1, {kSource}, kDateTimeKind, Construct<Kind::kDateTime>},
    {"duration_between",
     2,
     2,
     {kInstantKinds, kInstantKinds},
     kDurationKind,
     Between<DurationUnit::kAll>},
    {"timestamp", 0, 0, {}, kIntegerKind, Timestamp},
    {"datetime.fromEpoch", 1, 2, {kIntegerKind, kIntegerKind}, kDateTimeKind, FromEpoch},
    {"datetime.fromEpochMillis", 1, 1, {kIntegerKind}, kDateTimeKind, FromEpochMillis},
    {"duration", 1, 1, {S | kMapKind | kDurationKind}, kDurationKind, ConstructDuration},
    {"duration.between",
     2,
     2,
     {kInstantKinds, kInstantKinds},
     kDurationKind,
     Between<DurationUnit::kAll>},
    {"duration.inMonths",
     2,
     2,
     {kInstantKinds, kInstantKinds},
     kDurationKind,
     Between<DurationUnit::kMonths>},
    {"duration.inDays",
     2,
     2,
     {kInstantKinds, kInstantKinds},
     kDurationKind,
     Between<DurationUnit::kDays>},
    {"duration.inSeconds",
     2,
     2,
     {kInstantKinds, kInstantKinds},
     kDurationKind,
     Between<DurationUnit::kSeconds>},
};

#undef NORN_TEMPORAL_FAMILY

}  // namespace

absl::Span<const FunctionInfo> TemporalFunctions() { return kFunctions; }

}  // namespace norn::query
