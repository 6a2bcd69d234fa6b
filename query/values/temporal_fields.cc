#include "query/values/temporal_fields.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

constexpr const char* kKnown[] = {
    "date",     "time",         "datetime",   "year",        "quarter",      "month",
    "week",     "day",          "dayOfWeek",  "ordinalDay",  "dayOfQuarter", "weekYear",
    "hour",     "minute",       "second",     "millisecond", "microsecond",  "nanosecond",
    "timezone", "epochSeconds", "epochMillis"};

// Reads whole numbers out of a map, and keeps the first complaint.
class Fields {
 public:
  Fields(const Value& map, std::string* why) : map_(map), why_(why) {
    for (const auto& entry : map.map()) {
      if (std::find(std::begin(kKnown), std::end(kKnown), entry.first) == std::end(kKnown)) {
        Fail(absl::StrCat("no field `", entry.first, "`"));
      }
    }
  }

  bool ok() const { return why_->empty(); }
  void Fail(std::string why) {
    if (ok()) *why_ = std::move(why);
  }
  bool Has(const char* name) const { return map_.Find(name) != nullptr; }
  const Value* Find(const char* name) const { return map_.Find(name); }

  int64_t Get(const char* name, int64_t otherwise, int64_t least, int64_t most) {
    const Value* value = map_.Find(name);
    if (value == nullptr) return otherwise;
    int64_t number = least - 1;
    if (value->is(Kind::kInteger)) number = value->integer();
    if (number < least || number > most) {
      Fail(absl::StrCat("`", name, "` must be a whole number from ", least, " to ", most));
      return otherwise;
    }
    return number;
  }

 private:
  const Value& map_;
  std::string* why_;
};

int64_t WeekDate(Fields& fields, std::optional<int64_t> base) {
  WeekDay from = base.has_value() ? WeekFromDays(*base) : WeekDay{};
  int64_t year = fields.Get("year", from.year, -kMaxYear, kMaxYear);
  int64_t week = fields.Get("week", from.week, 1, 53);
  if (week > WeeksInYear(year)) fields.Fail(absl::StrCat(year, " has no week ", week));
  int64_t weekday = fields.Get("dayOfWeek", base.has_value() ? from.weekday : 1, 1, 7);
  return DaysFromWeek(year, static_cast<int>(week), static_cast<int>(weekday));
}

int64_t QuarterDate(Fields& fields, int64_t year, const YearMonthDay& base) {
  int64_t quarter = fields.Get("quarter", (base.month - 1) / 3 + 1, 1, 4);
  int first_month = static_cast<int>(quarter) * 3 - 2;
  if (fields.Has("dayOfQuarter")) {
    return DaysFromCivil(year, first_month, 1) + fields.Get("dayOfQuarter", 1, 1, 92) - 1;
  }
  int month = first_month + (base.month - 1) % 3;
  int64_t day = fields.Get("day", base.day, 1, 31);
  return DaysFromCivil(year, month, std::min<int>(static_cast<int>(day), DaysInMonth(year, month)));
}

int64_t MonthDate(Fields& fields, int64_t year, const YearMonthDay& base) {
  auto month = static_cast<int>(fields.Get("month", base.month, 1, 12));
  auto day = static_cast<int>(fields.Get("day", base.day, 1, 31));
  if (day > DaysInMonth(year, month)) {
    if (fields.Has("day")) fields.Fail(absl::StrCat("month ", month, " has no day ", day));
    day = DaysInMonth(year, month);
  }
  return DaysFromCivil(year, month, day);
}

// The day that the fields say; what they leave out comes from `base`, or is the first.
int64_t DayOf(Fields& fields, std::optional<int64_t> base) {
  if (!base.has_value() && !fields.Has("year")) {
    fields.Fail("a date needs a `year`");
    return 0;
  }
  if (fields.Has("week") || fields.Has("dayOfWeek")) return WeekDate(fields, base);
  YearMonthDay from = base.has_value() ? CivilFromDays(*base) : YearMonthDay{};
  int64_t year = fields.Get("year", from.year, -kMaxYear, kMaxYear);
  if (fields.Has("ordinalDay")) {
    return DaysFromCivil(year, 1, 1) + fields.Get("ordinalDay", 1, 1, DaysInYear(year)) - 1;
  }
  bool quarter = fields.Has("quarter") || fields.Has("dayOfQuarter");
  return quarter ? QuarterDate(fields, year, from) : MonthDate(fields, year, from);
}

// Nanoseconds within the second. A finer field takes what its coarser ones leave.
int64_t SubSecond(Fields& fields, int64_t base) {
  bool milli = fields.Has("millisecond");
  bool micro = fields.Has("microsecond");
  bool nano = fields.Has("nanosecond");
  if (!milli && !micro && !nano) return base;
  int64_t micros = fields.Get("microsecond", 0, 0, milli ? 999 : 999'999);
  int64_t nanos = fields.Get("nanosecond", 0, 0, micro ? 999 : (milli ? 999'999 : 999'999'999));
  // {time: other, nanosecond: 2} changes what is below the microseconds only.
  int64_t kept = 0;
  if (!milli && !micro && nanos < 1'000) {
    kept = base / 1'000 * 1'000;
  } else if (!milli && micro && micros < 1'000) {
    kept = base / 1'000'000 * 1'000'000;
  }
  return kept + fields.Get("millisecond", 0, 0, 999) * 1'000'000 + micros * 1'000 + nanos;
}

int64_t NanosOf(Fields& fields, std::optional<int64_t> base) {
  int64_t from = base.value_or(0);
  int64_t seconds = from / kNanosPerSecond;
  int64_t hour = fields.Get("hour", seconds / 3600, 0, 23);
  int64_t minute = fields.Get("minute", seconds / 60 % 60, 0, 59);
  int64_t second = fields.Get("second", seconds % 60, 0, 59);
  return (hour * 3600 + minute * 60 + second) * kNanosPerSecond +
         SubSecond(fields, from % kNanosPerSecond);
}

std::optional<TimeZone> ZoneOf(Fields& fields) {
  const Value* text = fields.Find("timezone");
  if (text == nullptr) return std::nullopt;
  std::optional<TimeZone> zone;
  if (text->is(Kind::kString)) zone = ParseTimeZone(text->text());
  if (!zone.has_value()) fields.Fail("`timezone` must be an offset or a zone's name");
  return zone;
}

// What `date`, `time` and `datetime` bring in.
Moment BaseOf(Fields& fields) {
  Moment base;
  for (const char* name : {"date", "time", "datetime"}) {
    const Value* value = fields.Find(name);
    if (value == nullptr) continue;
    if (!value->is_temporal() || value->is(Kind::kDuration)) {
      fields.Fail(absl::StrCat("`", name, "` must be a temporal value"));
      continue;
    }
    Moment moment = MomentOf(*value);
    bool date = name[0] == 'd';
    bool time = absl::string_view(name) != "date";
    if ((date && !moment.day.has_value()) || (time && !date && !moment.nanos.has_value())) {
      fields.Fail(absl::StrCat("`", name, "` has no ", date ? "date" : "time"));
    }
    if (date) base.day = moment.day;
    if (time) base.nanos = moment.nanos;
    if (time) base.zone = moment.zone;
  }
  return base;
}

bool NeedsDay(Kind kind) { return kind != Kind::kLocalTime && kind != Kind::kTime; }

std::optional<Value> FromEpochFields(Fields& fields, const TimeZone& zone) {
  int64_t seconds = 0;
  int64_t nanos = SubSecond(fields, 0);
  constexpr int64_t kMost = (kMaxYear - 2000) * 365 * kSecondsPerDay;
  if (fields.Has("epochSeconds")) {
    seconds = fields.Get("epochSeconds", 0, -kMost, kMost);
  } else {
    int64_t millis = fields.Get("epochMillis", 0, -kMost, kMost);
    seconds = FloorDiv(millis, 1000);
    nanos += FloorMod(millis, 1000) * 1'000'000;
  }
  graph::ZonedDateTime out{seconds, static_cast<int32_t>(nanos), OffsetAt(zone, seconds),
                           zone.name};
  return Value::Of(std::move(out));
}

}  // namespace

std::optional<Value> FromFields(Kind kind, const Value& map, std::string* why) {
  Fields fields(map, why);
  Moment base = BaseOf(fields);
  std::optional<TimeZone> zone = ZoneOf(fields);
  if (!fields.ok()) return std::nullopt;
  if (kind == Kind::kDateTime && (fields.Has("epochSeconds") || fields.Has("epochMillis"))) {
    std::optional<Value> instant = FromEpochFields(fields, zone.value_or(TimeZone{}));
    return fields.ok() ? instant : std::nullopt;
  }
  if (!NeedsDay(kind) && !base.nanos.has_value() && !fields.Has("hour")) {
    fields.Fail("a time needs an `hour`");
  }
  Moment moment;
  if (NeedsDay(kind)) moment.day = DayOf(fields, base.day);
  moment.nanos = NanosOf(fields, base.nanos);
  moment.zone = base.zone.has_value() ? base.zone : zone;
  if (!fields.ok()) return std::nullopt;
  // Of a time that has a zone already, another zone shows the same instant.
  if (base.zone.has_value() && zone.has_value()) moment = InZone(moment, *zone);
  return FromMoment(kind, moment);
}

std::optional<Value> WithFields(Kind kind, const Moment& moment, const Value& map,
                                std::string* why) {
  Fields fields(map, why);
  Moment out = moment;
  if (NeedsDay(kind)) out.day = DayOf(fields, moment.day);
  out.nanos = NanosOf(fields, moment.nanos);
  if (std::optional<TimeZone> zone = ZoneOf(fields)) out.zone = zone;
  if (!fields.ok()) return std::nullopt;
  return FromMoment(kind, out);
}

std::optional<Value> DurationFromFields(const Value& map, std::string* why) {
  double months = 0;
  double days = 0;
  double seconds = 0;
  double nanos = 0;
  const std::pair<const char*, std::pair<double*, double>> parts[] = {
      {"years", {&months, 12}},        {"quarters", {&months, 3}},  {"months", {&months, 1}},
      {"weeks", {&days, 7}},           {"days", {&days, 1}},        {"hours", {&seconds, 3600}},
      {"minutes", {&seconds, 60}},     {"seconds", {&seconds, 1}},  {"milliseconds", {&nanos, 1e6}},
      {"microseconds", {&nanos, 1e3}}, {"nanoseconds", {&nanos, 1}}};
  for (const auto& [name, value] : map.map()) {
    auto part = std::find_if(std::begin(parts), std::end(parts),
                             [&name = name](const auto& p) { return name == p.first; });
    if (part == std::end(parts) || !value.is_number()) {
      *why = part == std::end(parts) ? absl::StrCat("no field `", name, "`")
                                     : absl::StrCat("`", name, "` must be a number");
      return std::nullopt;
    }
    *part->second.first += value.number() * part->second.second;
  }
  constexpr double kMostNanos = 9e18;
  if (std::fabs(nanos) > kMostNanos) nanos = NAN;
  std::optional<graph::Duration> made;
  if (!std::isnan(nanos)) {
    made = MakeDuration(months, days, seconds, static_cast<int64_t>(std::trunc(nanos)));
  }
  if (!made.has_value()) {
    *why = "the duration is too long";
    return std::nullopt;
  }
  return Value::Of(*made);
}

}  // namespace norn::query
