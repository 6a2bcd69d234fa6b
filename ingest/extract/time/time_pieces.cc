#include "ingest/extract/time/time_pieces.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "ingest/extract/time/numbers.h"

namespace norn::ingest {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2100;
constexpr int kMaxCount = 1000;

std::optional<int> Digits(absl::string_view word, size_t min, size_t max) {
  int value = 0;
  const bool all = word.find_first_not_of("0123456789") == absl::string_view::npos;
  if (!all || word.size() < min || word.size() > max || !absl::SimpleAtoi(word, &value)) {
    return std::nullopt;
  }
  return value;
}

std::optional<int> YearNumber(absl::string_view word) {
  const std::optional<int> year = Digits(word, 4, 4);
  return year && *year >= kFirstYear && *year <= kLastYear ? year : std::nullopt;
}

std::optional<TimeFields> Shifted(absl::string_view unit, int count) {
  TimeFields fields;
  if (unit == "day") {
    fields.day_shift = count;
  } else if (unit == "week") {
    fields.about_weeks = count;
  } else if (unit == "month") {
    fields.month_shift = count;
  } else if (unit == "year") {
    fields.year_shift = count;
  } else {
    return std::nullopt;
  }
  return fields;
}

std::optional<TimeFields> Anchored(absl::string_view unit, int count) {
  TimeFields fields;
  fields.anchor_shift = count;
  if (unit == "day") {
    fields.anchor = TimeWord::DAYS;
  } else if (unit == "week") {
    fields.anchor = TimeWord::WEEKS;
  } else if (unit == "month") {
    fields.anchor = TimeWord::MONTHS;
  } else if (unit == "year") {
    fields.anchor = TimeWord::YEARS;
  } else {
    // Hours and minutes later is mostly the same day.
    fields.anchor = TimeWord::DAYS;
    fields.anchor_shift = 0;
  }
  return fields;
}

bool IsTimeUnit(absl::string_view dimension) {
  return dimension == "day" || dimension == "week" || dimension == "month" || dimension == "year" ||
         dimension == "minute";
}

}  // namespace

const std::string& TimePieceReader::Word(uint32_t at) const {
  static const std::string kNone;
  return at < end_ ? text_.tokens[at].lower : kNone;
}

// The longest time word of the kind at `at`.
const TimeWord* TimePieceReader::TimeWordAt(uint32_t at, TimeWord::Kind kind,
                                            uint32_t* length) const {
  if (at >= end_) return nullptr;
  for (const auto& match : grammar_.time_words().At(text_.tokens, at, end_)) {
    if ((*match.value)->kind() != kind) continue;
    *length = match.length;
    return *match.value;
  }
  return nullptr;
}

std::optional<TimePiece> TimePieceReader::At(uint32_t at) const {
  if (auto found = DigitDate(at)) return found;
  if (auto found = Days(at)) return found;
  if (auto found = MonthAndDay(at)) return found;
  if (auto found = CountedAhead(at)) return found;
  if (auto found = FromTimeWord(at)) return found;
  if (auto found = Counted(at)) return found;
  if (auto found = Decade(at)) return found;
  if (auto found = OrdinalDay(at)) return found;
  return Year(at);
}

// "14.", "14", "14th", "fjerde" as a day of the month.
std::optional<int> TimePieceReader::DayNumber(absl::string_view word) const {
  constexpr int kLastDay = 31;
  if (const NumberWord* ordinal = grammar_.FindNumberWord(std::string(word));
      ordinal != nullptr && ordinal->ordinal() && ordinal->value() <= kLastDay) {
    return static_cast<int>(ordinal->value());
  }
  for (const std::string& ending : grammar_.lexicon().number_format().ordinal_ending()) {
    if (absl::ConsumeSuffix(&word, ending)) break;
  }
  const std::optional<int> day = Digits(word, 1, 2);
  return day && *day >= 1 && *day <= kLastDay ? day : std::nullopt;
}

std::string TimePieceReader::Glued(uint32_t at, uint32_t count) const {
  std::string word;
  if (at + count > end_) return word;
  for (uint32_t i = at; i < at + count; ++i) {
    if (i > at && text_.tokens[i].space_before) return "";
    word += text_.tokens[i].lower;
  }
  return word;
}

// A day of the month, which tokenization may have cut: "24", ":", "e".
std::optional<int> TimePieceReader::DayAt(uint32_t at, uint32_t* count) const {
  for (const uint32_t tokens : {3U, 1U}) {
    const std::string word = Glued(at, tokens);
    const bool is_range = tokens > 1 && absl::StrContains(word, '-');
    const std::optional<int> day = word.empty() || is_range ? std::nullopt : DayNumber(word);
    if (!day) continue;
    *count = tokens;
    return day;
  }
  return std::nullopt;
}

// Where tokenization cuts at the signs between the numbers, the longest that is a date.
std::optional<TimePiece> TimePieceReader::DigitDate(uint32_t at) const {
  if (!Digits(Word(at).substr(0, 1), 1, 1)) return std::nullopt;
  constexpr uint32_t kMostTokens = 5;
  for (uint32_t count = kMostTokens; count > 0; --count) {
    const std::string word = Glued(at, count);
    if (word.empty()) continue;
    if (auto piece = ReadDigitDate(word)) {
      piece->token_count = count;
      return piece;
    }
  }
  return std::nullopt;
}

// "2024-05-06", "06.05.2024", "6/5", "6/5-2024".
std::optional<TimePiece> TimePieceReader::ReadDigitDate(const std::string& word) const {
  TimePiece piece;
  if (word.size() >= 7 && YearNumber(word.substr(0, 4))) {
    if (const auto range = ParseIsoDate(word)) {
      piece.fields.year = static_cast<int>(range->from->year());
      piece.fields.month = range->from->month();
      if (range->is_day()) piece.fields.day = range->from->day();
      return piece;
    }
  }
  const std::vector<absl::string_view> parts = absl::StrSplit(word, absl::ByAnyChar("./-"));
  const bool has_year = parts.size() == 3 && !parts[2].empty();
  const bool slash = absl::StrContains(word, '/');
  if (parts.size() < 2 || parts.size() > 3 || (!has_year && !slash)) return std::nullopt;
  if (parts.size() == 3 && !has_year) return std::nullopt;
  std::optional<int> day = Digits(parts[0], 1, 2);
  std::optional<int> month = Digits(parts[1], 1, 2);
  if (!day || !month) return std::nullopt;
  if (grammar_.lexicon().number_format().month_first() && *day <= 12) std::swap(day, month);
  if (*month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  piece.fields.day = day;
  piece.fields.month = month;
  piece.needs_company = !has_year;  // 24/7
  if (!has_year) return piece;
  std::optional<int> year = YearNumber(parts[2]);
  constexpr int kCentury = 2000;
  if (!year && parts[2].size() == 2) {
    if (const auto short_year = Digits(parts[2], 2, 2)) year = kCentury + *short_year;
  }
  if (!year) return std::nullopt;
  piece.fields.year = year;
  return piece;
}

// "10–11 mars", "10. til 11. mars": from the first day to the last.
std::optional<TimePiece> TimePieceReader::Days(uint32_t at) const {
  uint32_t next = at;
  std::optional<int> first;
  std::optional<int> last;
  uint32_t count = 1;
  const std::vector<absl::string_view> joined = absl::StrSplit(Word(at), '-');
  if (joined.size() == 2 && !joined[1].empty()) {
    first = DayNumber(joined[0]);
    last = DayNumber(joined[1]);
  } else {
    first = DayAt(at, &count);
    if (!first) return std::nullopt;
    next = at + count;
    if (Word(next) != "-" && !grammar_.Is("day_joint", Word(next))) return std::nullopt;
    ++next;
    if (grammar_.Is("date_article", Word(next))) ++next;
    if (next < end_) last = DayAt(next, &count);
  }
  uint32_t length = 0;
  const TimeWord* month = TimeWordAt(next + count, TimeWord::MONTH, &length);
  if (!first || !last || *last <= *first || month == nullptr) return std::nullopt;
  TimePiece piece;
  piece.fields.month = month->value();
  piece.fields.day = first;
  piece.fields.last_day = last;
  piece.token_count = next + count + length - at;
  return piece;
}

// "14. juni", "the 14th of June", "June 14", "June 3-5", "juni".
std::optional<TimePiece> TimePieceReader::MonthAndDay(uint32_t at) const {
  uint32_t length = 0;
  uint32_t next = at;
  TimePiece piece;
  uint32_t count = 1;
  piece.fields.day = DayAt(at, &count);
  if (piece.fields.day) {
    next += count;
    if (grammar_.Is("month_joint", Word(next))) ++next;
  }
  const TimeWord* month = TimeWordAt(next, TimeWord::MONTH, &length);
  if (month == nullptr) return std::nullopt;
  piece.fields.month = month->value();
  next += length;
  if (!piece.fields.day && grammar_.lexicon().number_format().month_first()) {
    next = TakeDaysBehind(next, piece.fields);
  }
  piece.token_count = next - at;
  // A month's name may be a first name or a verb, or mean a habit.
  piece.needs_company = !piece.fields.day;
  return piece;
}

// "June 14", "June 3-5": the days behind the month, up to the place behind them.
uint32_t TimePieceReader::TakeDaysBehind(uint32_t at, TimeFields& fields) const {
  if (at >= end_) return at;
  const std::vector<absl::string_view> joined = absl::StrSplit(Word(at), '-');
  const std::optional<int> first = DayNumber(joined[0]);
  // "in May 3,000 men".
  if (!first || joined.size() > 2) return at;
  fields.day = first;
  if (joined.size() == 2) {
    fields.last_day = DayNumber(joined[1]);
    return at + 1;
  }
  const bool is_range = Word(at + 1) == "-" && at + 2 < end_ && !text_.tokens[at + 1].space_before;
  const std::optional<int> last = is_range ? DayNumber(Word(at + 2)) : std::nullopt;
  if (!last || *last <= *first) return at + 1;
  fields.last_day = last;
  return at + 3;
}

// "den 9.", "den 24:e", "the 11th": no month.
std::optional<TimePiece> TimePieceReader::OrdinalDay(uint32_t at) const {
  if (at == begin_ || !grammar_.Is("date_article", Word(at - 1))) return std::nullopt;
  uint32_t count = 1;
  const std::optional<int> day = DayAt(at, &count);
  if (!day || grammar_.FindNumberWord(Word(at)) != nullptr) return std::nullopt;
  // "den 3. armé", "the 5th Fleet", "den 3 maj" of a month that is not known.
  if (at + count < end_) {
    const absl::string_view next = text_.tokens[at + count].upos;
    const bool is_plain = count == 1 && Digits(Word(at), 1, 2);
    const bool before_verb = next == "VERB" || next == "AUX";
    if (next.empty() || next == "NOUN" || next == "ADJ" || next == "PROPN") return std::nullopt;
    if (is_plain && !before_verb && next != "ADP") return std::nullopt;
  }
  TimePiece piece;
  piece.fields.day = day;
  piece.token_count = count;
  return piece;
}

// "(for) to måneder siden", "tre dager senere", "two days after".
std::optional<TimePiece> TimePieceReader::Counted(uint32_t at) const {
  const std::optional<Number> number = NumberAt(text_, at, end_, grammar_);
  const bool is_vague = !number || number->value > kMaxCount;
  uint32_t unit_at = at + (number ? number->token_count : 0);
  if (number && grammar_.Is("about", Word(unit_at))) ++unit_at;
  if (unit_at >= end_) return std::nullopt;
  for (const auto& unit : grammar_.units().At(text_.tokens, unit_at, end_)) {
    const std::string& dimension = (*unit.value)->dimension();
    if (!IsTimeUnit(dimension)) continue;
    const uint32_t behind = unit_at + unit.length;
    const int count = is_vague ? 0 : static_cast<int>(number->value);
    uint32_t length = 0;
    TimePiece piece;
    // "noen timer senere" is the same day.
    piece.is_vague = is_vague && dimension != "minute";
    std::optional<TimeFields> fields;
    if (TimeWordAt(behind, TimeWord::AGO, &length) != nullptr) {
      fields = Shifted(dimension, -count);
    } else if (const TimeWord* later = TimeWordAt(behind, TimeWord::LATER, &length)) {
      fields = Anchored(dimension, count * later->value());
      piece.governs = later->governs();
    }
    if (!fields) continue;
    piece.fields = *fields;
    piece.token_count = behind + length - at;
    return piece;
  }
  return std::nullopt;
}

// "om tre uker", "in two years".
std::optional<TimePiece> TimePieceReader::CountedAhead(uint32_t at) const {
  uint32_t length = 0;
  if (TimeWordAt(at, TimeWord::AHEAD, &length) == nullptr) return std::nullopt;
  const std::optional<Number> number = NumberAt(text_, at + length, end_, grammar_);
  if (!number || number->value > kMaxCount) return std::nullopt;
  const uint32_t unit_at = at + length + number->token_count;
  if (unit_at >= end_) return std::nullopt;
  for (const auto& unit : grammar_.units().At(text_.tokens, unit_at, end_)) {
    const auto fields = Shifted((*unit.value)->dimension(), static_cast<int>(number->value));
    if (!fields) continue;
    TimePiece piece;
    piece.fields = *fields;
    piece.fields.direction = 1;
    piece.token_count = unit_at + unit.length - at;
    return piece;
  }
  return std::nullopt;
}

std::optional<TimePiece> TimePieceReader::FromTimeWord(uint32_t at) const {
  for (const auto& match : grammar_.time_words().At(text_.tokens, at, end_)) {
    if (auto found = OfTimeWord(at, match.length, **match.value)) return found;
  }
  return std::nullopt;
}

std::optional<TimePiece> TimePieceReader::OfTimeWord(uint32_t at, uint32_t count,
                                                     const TimeWord& word) const {
  constexpr int kPerMonth = 100;  // 1231 is 31 December
  TimePiece piece;
  piece.token_count = count;
  piece.governs = word.governs();
  piece.needs_company = word.needs_company();
  TimeFields& fields = piece.fields;
  fields.direction = word.direction();
  switch (word.kind()) {
    case TimeWord::WEEKDAY:
      fields.weekday = word.value();
      return piece;
    case TimeWord::MONTHS_OF_YEAR:
      fields.first_month = word.value() / kPerMonth;
      fields.last_month = word.value() % kPerMonth;
      return piece;
    case TimeWord::DAY:
      fields.day_shift = word.value();
      return piece;
    case TimeWord::WEEK:
      fields.week_shift = word.value();
      return piece;
    case TimeWord::WEEKEND:
      fields.weekend_shift = word.value();
      return piece;
    case TimeWord::MONTH_SHIFT:
      fields.month_shift = word.value();
      return piece;
    case TimeWord::YEAR:
      fields.year_shift = word.value();
      return piece;
    case TimeWord::FEAST:
      fields.month = word.value() / kPerMonth;
      fields.day = word.value() % kPerMonth;
      return piece;
    case TimeWord::EASTER:
      fields.easter = word.value();
      return piece;
    case TimeWord::FROM_BEFORE:
      fields.anchor = word.period();
      fields.anchor_shift = word.value();
      return piece;
    case TimeWord::DAY_PART:
      piece.is_part = true;
      return piece;
    case TimeWord::VAGUE:
      piece.is_vague = true;
      return piece;
    case TimeWord::NIGHT_TO:
    case TimeWord::THIS:
      return Directed(at, count, 0);
    case TimeWord::LAST:
      return Directed(at, count, -1);
    case TimeWord::NEXT: {
      std::optional<TimePiece> next = Directed(at, count, 1);
      // "neste onsdag" is that of next week, "kommende onsdag" the first to come.
      if (next && next->fields.weekday && word.value() != 0) next->fields.week_shift = 1;
      return next;
    }
    default:
      return std::nullopt;
  }
}

// "natt til onsdag", "last November", "nästa vår", "this Wednesday".
std::optional<TimePiece> TimePieceReader::Directed(uint32_t at, uint32_t count,
                                                   int direction) const {
  if (at + count >= end_) return std::nullopt;
  uint32_t behind = at + count;
  if (grammar_.Is("date_article", Word(behind)) && behind + 1 < end_) ++behind;
  uint32_t length = 0;
  std::optional<TimePiece> piece;
  if (const TimeWord* day = TimeWordAt(behind, TimeWord::WEEKDAY, &length)) {
    piece = OfTimeWord(behind, length, *day);
  } else if (const TimeWord* season = TimeWordAt(behind, TimeWord::MONTHS_OF_YEAR, &length)) {
    piece = OfTimeWord(behind, length, *season);
  } else {
    piece = MonthAndDay(behind);
    if (!piece) piece = OrdinalDay(behind);
  }
  if (!piece) return std::nullopt;
  if (direction != 0) piece->fields.direction = direction;
  piece->needs_company = false;
  piece->token_count += behind - at;
  return piece;
}

// "1990-tallet", "90-talet", "1990s".
std::optional<TimePiece> TimePieceReader::Decade(uint32_t at) const {
  for (const uint32_t count : {3U, 1U}) {
    std::optional<TimePiece> piece = ReadDecade(Glued(at, count));
    if (!piece) continue;
    piece->token_count = count;
    return piece;
  }
  return std::nullopt;
}

std::optional<TimePiece> TimePieceReader::ReadDecade(absl::string_view word) const {
  bool is_decade = false;
  for (const std::string& ending : grammar_.lexicon().number_format().decade_ending()) {
    if (!is_decade) is_decade = absl::ConsumeSuffix(&word, ending);
  }
  const std::optional<int> year = Digits(word, 2, 4);
  if (!is_decade || !year || *year % 10 != 0 || word.size() == 3) return std::nullopt;
  TimePiece piece;
  constexpr int kCentury = 100;
  constexpr int kOldest = 30;  // the thirties and later are of the last century
  const bool is_short = word.size() == 2;
  const int century = is_short && *year < kOldest ? 2000 : 1900;
  piece.fields.decade = is_short ? century + *year : *year;
  // "1800-tallet" is a century.
  piece.is_vague = !is_short && *year % kCentury == 0;
  if (piece.is_vague) piece.fields.decade.reset();
  return piece;
}

std::optional<TimePiece> TimePieceReader::Year(uint32_t at) const {
  const std::optional<int> year = YearNumber(Word(at));
  constexpr int kFirstBareYear = 1900;
  if (!year || *year < kFirstBareYear) return std::nullopt;
  TimePiece piece;
  piece.token_count = 1;
  piece.fields.year = year;
  // "träffades 2014": beside a verb it counts nothing.
  const Token& token = text_.tokens[at];
  const bool beside_verb =
      token.head >= 0 && (text_.tokens[token.head].upos == "VERB" ||
                          (at + 1 < end_ && (text_.tokens[at + 1].upos == "VERB" ||
                                             text_.tokens[at + 1].upos == "AUX")));
  piece.needs_company = !beside_verb;
  return piece;
}

}  // namespace norn::ingest
