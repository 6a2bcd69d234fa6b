// Temporal values as texts, both ways.
#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "query/values/temporal.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

std::string DateText(int64_t days) {
  YearMonthDay civil = CivilFromDays(days);
  const char* sign = civil.year < 0 ? "-" : (civil.year > 9999 ? "+" : "");
  return absl::StrFormat("%s%04d-%02d-%02d", sign, std::llabs(civil.year), civil.month, civil.day);
}

// ".5", ".000000001", or nothing.
std::string Fraction(int64_t nanos) {
  if (nanos == 0) return "";
  std::string digits = absl::StrFormat(".%09d", nanos);
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

std::string TimeText(int64_t nanos) {
  int64_t seconds = nanos / kNanosPerSecond;
  std::string out = absl::StrFormat("%02d:%02d", seconds / 3600, seconds / 60 % 60);
  if (nanos % (60 * kNanosPerSecond) != 0) {
    absl::StrAppend(&out, absl::StrFormat(":%02d", seconds % 60),
                    Fraction(nanos % kNanosPerSecond));
  }
  return out;
}

// Seconds with a fraction, of which the nanoseconds are added to the (smaller) seconds.
std::string SecondsText(int64_t seconds, int64_t nanos) {
  bool negative = seconds < 0;
  if (negative && nanos > 0) {
    ++seconds;
    nanos = kNanosPerSecond - nanos;
  }
  return absl::StrCat(negative && seconds == 0 ? "-" : "", seconds, Fraction(nanos), "S");
}

std::string DurationText(const graph::Duration& d) {
  std::string out = "P";
  auto part = [&out](int64_t amount, char unit) {
    if (amount != 0) absl::StrAppend(&out, amount, std::string(1, unit));
  };
  part(d.months / 12, 'Y');
  part(d.months % 12, 'M');
  part(d.days, 'D');
  if (d.seconds != 0 || d.nanoseconds != 0) {
    // Hours and minutes have the sign of the whole, so -0.5 s is no -1 s and something.
    bool borrow = d.seconds < 0 && d.nanoseconds > 0;
    int64_t whole = d.seconds + (borrow ? 1 : 0);
    out.push_back('T');
    part(whole / 3600, 'H');
    part(whole / 60 % 60, 'M');
    int64_t rest = whole % 60 - (borrow ? 1 : 0);
    if (rest != 0 || d.nanoseconds != 0) absl::StrAppend(&out, SecondsText(rest, d.nanoseconds));
  }
  return out.size() == 1 ? "PT0S" : out;
}

// Reads digits and separators from the front of a text.
class Scanner {
 public:
  explicit Scanner(absl::string_view text) : rest_(text) {}
  absl::string_view rest() const { return rest_; }
  bool done() const { return rest_.empty(); }
  bool Take(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  size_t CountDigits() const {
    size_t n = 0;
    while (n < rest_.size() && absl::ascii_isdigit(static_cast<unsigned char>(rest_[n]))) ++n;
    return n;
  }
  bool Digits(size_t count, int64_t* out) {
    if (CountDigits() < count || !absl::SimpleAtoi(rest_.substr(0, count), out)) return false;
    rest_.remove_prefix(count);
    return true;
  }
  // A number, perhaps signed, perhaps with a fraction; false if there is none.
  bool Decimal(double* out) {
    size_t n = 0;
    while (n < rest_.size() && (absl::ascii_isdigit(static_cast<unsigned char>(rest_[n])) ||
                                absl::StrContains("+-.,", rest_[n]))) {
      ++n;
    }
    std::string number(rest_.substr(0, n));
    for (char& c : number) c = c == ',' ? '.' : c;
    rest_.remove_prefix(n);
    return n > 0 && absl::SimpleAtod(number, out);
  }

 private:
  absl::string_view rest_;
};

bool InRange(int64_t value, int64_t least, int64_t most) { return value >= least && value <= most; }

bool YearOf(Scanner& scan, int64_t* year) {
  bool minus = scan.Take('-');
  bool sign = minus || scan.Take('+');
  size_t digits = sign ? scan.CountDigits() : 4;
  if (digits < 4 || digits > 9 || !scan.Digits(digits, year)) return false;
  if (minus) *year = -*year;
  return true;
}

std::optional<int64_t> WeekDateOf(Scanner& scan, int64_t year) {
  int64_t week = 0;
  int64_t weekday = 1;
  if (!scan.Digits(2, &week) || !InRange(week, 1, WeeksInYear(year))) return std::nullopt;
  scan.Take('-');
  if (!scan.done() && !scan.Digits(1, &weekday)) return std::nullopt;
  if (!InRange(weekday, 1, 7)) return std::nullopt;
  return DaysFromWeek(year, static_cast<int>(week), static_cast<int>(weekday));
}

// 2015-07-21, 20150721, 2015-07, 201507, 2015-W30-2, 2015W302, 2015-202, 2015202, 2015.
std::optional<int64_t> DateOf(absl::string_view text) {
  Scanner scan(text);
  int64_t year = 0;
  if (!YearOf(scan, &year)) return std::nullopt;
  bool dash = scan.Take('-');
  std::optional<int64_t> days;
  int64_t month = 1;
  int64_t day = 1;
  if (scan.done()) {
    if (!dash) days = DaysFromCivil(year, 1, 1);
  } else if (scan.Take('W')) {
    days = WeekDateOf(scan, year);
  } else if (scan.CountDigits() == 3 && scan.Digits(3, &day)) {
    if (InRange(day, 1, DaysInYear(year))) days = DaysFromCivil(year, 1, 1) + day - 1;
  } else if (scan.Digits(2, &month) && InRange(month, 1, 12)) {
    scan.Take('-');
    if (!scan.done() && !scan.Digits(2, &day)) return std::nullopt;
    if (InRange(day, 1, DaysInMonth(year, static_cast<int>(month)))) {
      days = DaysFromCivil(year, static_cast<int>(month), static_cast<int>(day));
    }
  }
  return scan.done() ? days : std::nullopt;
}

// 21:40:32.142, 214032.142, 21:40, 2140, 21.
std::optional<int64_t> TimeOf(absl::string_view text) {
  Scanner scan(text);
  int64_t parts[3] = {0, 0, 0};
  int64_t nanos = 0;
  if (!scan.Digits(2, &parts[0]) || parts[0] > 23) return std::nullopt;
  for (int i = 1; i < 3 && !scan.done(); ++i) {
    scan.Take(':');
    if (!scan.Digits(2, &parts[i]) || parts[i] > 59) return std::nullopt;
    if (i == 2 && (scan.Take('.') || scan.Take(','))) {
      size_t digits = scan.CountDigits();
      if (digits == 0 || digits > 9 || !scan.Digits(digits, &nanos)) return std::nullopt;
      for (; digits < 9; ++digits) nanos *= 10;
    }
  }
  if (!scan.done()) return std::nullopt;
  return (parts[0] * 3600 + parts[1] * 60 + parts[2]) * kNanosPerSecond + nanos;
}

// A time and what follows it: an offset, a zone's name in brackets, or both.
std::optional<Moment> ZonedTimeOf(absl::string_view text) {
  Moment moment;
  std::optional<TimeZone> named;
  if (!text.empty() && text.back() == ']') {
    size_t open = text.find('[');
    if (open == absl::string_view::npos) return std::nullopt;
    named = ParseTimeZone(text.substr(open + 1, text.size() - open - 2));
    if (!named.has_value()) return std::nullopt;
    text = text.substr(0, open);
  }
  size_t zone = text.find_first_of("Zz+-");
  moment.nanos = TimeOf(text.substr(0, zone));
  if (zone != absl::string_view::npos) {
    moment.zone = ParseTimeZone(text.substr(zone));
    if (!moment.zone.has_value()) return std::nullopt;
  }
  if (named.has_value() && moment.zone.has_value()) {
    named->offset_seconds = moment.zone->offset_seconds;
    named->has_offset = true;
  }
  if (named.has_value()) moment.zone = named;
  if (!moment.nanos.has_value()) return std::nullopt;
  return moment;
}

// Whether the zone's clock has the offset that is written beside it, at that time.
bool IsOffsetOfZone(const Moment& moment) {
  constexpr int64_t kSecondsPerDay = 86400;
  const int64_t local = *moment.day * kSecondsPerDay + *moment.nanos / kNanosPerSecond;
  const int32_t offset = moment.zone->offset_seconds;
  return OffsetAt(*moment.zone, local - offset) == offset;
}

std::optional<Moment> MomentOfText(Kind kind, absl::string_view text) {
  Moment moment;
  if (kind == Kind::kDate) {
    moment.day = DateOf(text);
    return moment.day.has_value() ? std::optional<Moment>(moment) : std::nullopt;
  }
  if (kind == Kind::kLocalTime || kind == Kind::kTime) {
    return ZonedTimeOf(text);
  }
  size_t separator = text.find('T');
  if (separator == absl::string_view::npos) {
    moment.nanos = 0;
  } else if (std::optional<Moment> time = ZonedTimeOf(text.substr(separator + 1))) {
    moment = *time;
  } else {
    return std::nullopt;
  }
  moment.day = DateOf(text.substr(0, separator));
  if (!moment.day.has_value()) return std::nullopt;
  if (moment.zone.has_value() && moment.zone->has_offset && !IsOffsetOfZone(moment)) {
    return std::nullopt;
  }
  return moment;
}

// P2012-02-02T14:37:21.545
std::optional<graph::Duration> DurationOfDate(absl::string_view text) {
  Scanner scan(text);
  int64_t year = 0;
  int64_t month = 0;
  int64_t day = 0;
  if (!scan.Digits(4, &year) || !scan.Take('-') || !scan.Digits(2, &month) || !scan.Take('-') ||
      !scan.Digits(2, &day)) {
    return std::nullopt;
  }
  int64_t nanos = 0;
  if (scan.Take('T')) {
    std::optional<int64_t> time = TimeOf(scan.rest());
    if (!time.has_value()) return std::nullopt;
    nanos = *time;
  } else if (!scan.done()) {
    return std::nullopt;
  }
  return graph::Duration{year * 12 + month, day, nanos / kNanosPerSecond,
                         static_cast<int32_t>(nanos % kNanosPerSecond)};
}

std::optional<graph::Duration> DurationOf(absl::string_view text) {
  Scanner scan(text);
  bool negative = scan.Take('-');
  if (!scan.Take('P') || scan.done()) return std::nullopt;
  if (std::optional<graph::Duration> by_date = DurationOfDate(scan.rest())) return by_date;
  double months = 0;
  double days = 0;
  double seconds = 0;
  bool time = false;
  while (!scan.done()) {
    if (!time && scan.Take('T')) {
      time = true;
      continue;
    }
    double amount = 0;
    if (!scan.Decimal(&amount)) return std::nullopt;
    if (negative) amount = -amount;
    if (!time && scan.Take('Y')) {
      months += amount * 12;
    } else if (scan.Take('M')) {
      (time ? seconds : months) += amount * (time ? 60 : 1);
    } else if (!time && scan.Take('W')) {
      days += amount * 7;
    } else if (!time && scan.Take('D')) {
      days += amount;
    } else if (time && scan.Take('H')) {
      seconds += amount * 3600;
    } else if (time && scan.Take('S')) {
      seconds += amount;
    } else {
      return std::nullopt;
    }
  }
  return MakeDuration(months, days, seconds, 0);
}

}  // namespace

std::optional<Value> ParseTemporal(Kind kind, absl::string_view text) {
  constexpr size_t kLongestText = 200;
  if (text.size() > kLongestText) return std::nullopt;
  if (kind == Kind::kDuration) {
    std::optional<graph::Duration> duration = DurationOf(text);
    return duration.has_value() ? std::optional<Value>(Value::Of(*duration)) : std::nullopt;
  }
  std::optional<Moment> moment = MomentOfText(kind, text);
  return moment.has_value() ? std::optional<Value>(FromMoment(kind, *moment)) : std::nullopt;
}

std::string TemporalText(const Value& value) {
  switch (value.kind()) {
    case Kind::kDate:
      return DateText(value.date().days);
    case Kind::kLocalTime:
      return TimeText(value.local_time().nanoseconds);
    case Kind::kTime:
      return absl::StrCat(TimeText(value.time().nanoseconds),
                          FormatOffset(value.time().offset_seconds));
    case Kind::kDuration:
      return DurationText(value.duration());
    default:
      break;
  }
  Moment moment = MomentOf(value);
  std::string out = absl::StrCat(DateText(*moment.day), "T", TimeText(*moment.nanos));
  if (value.is(Kind::kDateTime)) {
    const graph::ZonedDateTime& zoned = value.date_time();
    absl::StrAppend(&out, FormatOffset(zoned.offset_seconds));
    if (!zoned.zone.empty()) absl::StrAppend(&out, "[", zoned.zone, "]");
  }
  return out;
}

}  // namespace norn::query
