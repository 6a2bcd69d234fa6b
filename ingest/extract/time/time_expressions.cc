#include "ingest/extract/time/time_expressions.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "ingest/extract/time/numbers.h"

namespace norn::ingest {
namespace {

constexpr int kNoYear = 0;

// One sentence's expressions, found from left to right.
class Finder {
 public:
  Finder(const AnnotatedText& text, const Sentence& sentence, const Grammar& grammar,
         const DayRange& published)
      : text_(text),
        grammar_(grammar),
        published_(published),
        begin_(sentence.first_token),
        end_(sentence.first_token + sentence.token_count) {}

  std::vector<TimeExpression> Run() {
    for (uint32_t at = begin_; at < end_;) {
      std::optional<TimeExpression> found = At(at);
      if (!found) {
        ++at;
        continue;
      }
      MarkSince(*found);
      at = found->first_token + found->token_count;
      TakePlaceOfWeekday(*found);
      found_.push_back(*std::move(found));
    }
    return std::move(found_);
  }

 private:
  std::optional<TimeExpression> At(uint32_t at) const {
    if (auto found = DaysOfMonth(at)) return found;
    if (auto found = DayAndMonth(at)) return found;
    if (auto found = IsoDate(at)) return found;
    if (auto found = Ago(at)) return found;
    if (auto found = FromTimeWord(at)) return found;
    return Year(at);
  }

  const std::string& Word(uint32_t at) const { return text_.tokens[at].lower; }

  TimeExpression Make(uint32_t at, uint32_t count, const DayRange& past, const DayRange& future,
                      absl::string_view how) const {
    TimeExpression expression;
    expression.first_token = at;
    expression.token_count = count;
    SetRange(past, expression.past);
    SetRange(future, expression.future);
    const ByteSpan bytes = {text_.tokens[at].bytes.begin, text_.tokens[at + count - 1].bytes.end};
    const std::string derivation = absl::StrCat(how, ": ", std::string(text_.Slice(bytes)));
    expression.past.set_derivation(derivation);
    expression.future.set_derivation(derivation);
    return expression;
  }

  // The longest time word of the kind at `at`.
  const TimeWord* TimeWordAt(uint32_t at, TimeWord::Kind kind, uint32_t* length) const {
    if (at >= end_) return nullptr;
    for (const auto& match : grammar_.time_words().At(text_.tokens, at, end_)) {
      if ((*match.value)->kind() != kind) continue;
      *length = match.length;
      return *match.value;
    }
    return nullptr;
  }

  // "14.", "14", "14th" as a day of the month.
  static std::optional<int> DayNumber(absl::string_view word) {
    for (const char* suffix : {".", "th", "st", "nd", "rd"}) absl::ConsumeSuffix(&word, suffix);
    int day = 0;
    if (word.empty() || word.size() > 2 || !absl::SimpleAtoi(word, &day)) return std::nullopt;
    return day >= 1 && day <= 31 ? std::make_optional(day) : std::nullopt;
  }

  static std::optional<int> YearNumber(absl::string_view word) {
    int year = 0;
    if (word.size() != 4 || !absl::SimpleAtoi(word, &year)) return std::nullopt;
    return year >= 1900 && year <= 2100 ? std::make_optional(year) : std::nullopt;
  }

  // "10–11 mars", "10. til 11. mars 2025": from the first day to the last.
  std::optional<TimeExpression> DaysOfMonth(uint32_t at) const {
    uint32_t next = at;
    std::optional<int> first;
    const std::pair<absl::string_view, absl::string_view> joined =
        absl::StrSplit(Word(at), absl::MaxSplits('-', 1));
    if (!joined.second.empty()) {
      first = DayNumber(joined.first);
      if (!first || !DayNumber(joined.second)) return std::nullopt;
    } else {
      first = DayNumber(Word(at));
      if (!first || at + 3 >= end_) return std::nullopt;
      if (Word(at + 1) != "-" && !grammar_.Is("day_joint", Word(at + 1))) return std::nullopt;
      next = at + 2;
    }
    const std::optional<int> last =
        DayNumber(joined.second.empty() ? absl::string_view(Word(next)) : joined.second);
    uint32_t length = 0;
    const TimeWord* month = TimeWordAt(next + 1, TimeWord::MONTH, &length);
    if (!last || *last <= *first || month == nullptr) return std::nullopt;
    const uint32_t year_at = next + 1 + length;
    const std::optional<int> year = year_at < end_ ? YearNumber(Word(year_at)) : std::nullopt;
    const uint32_t count = year_at + (year ? 1 : 0) - at;
    auto from = OfMonth(at, count, *first, month->value(), year.value_or(kNoYear));
    const auto to = OfMonth(at, count, *last, month->value(), year.value_or(kNoYear));
    if (!from || !to) return std::nullopt;
    from->past.set_to(to->past.to());
    from->future.set_to(to->future.to());
    return from;
  }

  // "14. juni 2025", "14. juni", "juni 2025", "i juni", "June 14, 2025".
  std::optional<TimeExpression> DayAndMonth(uint32_t at) const {
    uint32_t length = 0;
    uint32_t next = at;
    std::optional<int> day = DayNumber(Word(at));
    if (day) ++next;
    // "14. og 15. juni", "14.-15. juni": the month stands after the second day.
    const TimeWord* month = TimeWordAt(next, TimeWord::MONTH, &length);
    if (month == nullptr) return std::nullopt;
    // A month's name at a sentence's start may be a first name or a verb; "mars" and "may" need
    // a number beside them or a preposition before them.
    next += length;
    if (!day && next < end_) {
      if ((day = DayNumber(Word(next)))) ++next;
    }
    uint32_t year_at = next;
    if (day && year_at + 1 < end_ && Word(year_at) == ",") ++year_at;
    std::optional<int> year = year_at < end_ ? YearNumber(Word(year_at)) : std::nullopt;
    if (year) next = year_at + 1;
    const bool anchored =
        day || year || (at > begin_ && grammar_.Is("time_preposition", Word(at - 1)));
    if (!anchored) return std::nullopt;
    return OfMonth(at, next - at, day.value_or(0), month->value(), year.value_or(kNoYear));
  }

  static std::optional<DayRange> RangeOf(int day, int month, int64_t year) {
    if (day == 0) return WholeMonth(year, month);
    const absl::CivilDay date(year, month, day);
    if (date.day() != day) return std::nullopt;
    return OneDay(date);
  }

  std::optional<TimeExpression> OfMonth(uint32_t at, uint32_t count, int day, int month,
                                        int year) const {
    if (year != kNoYear) {
      const auto range = RangeOf(day, month, year);
      if (!range) return std::nullopt;
      return Make(at, count, *range, *range, "date");
    }
    if (published_.empty()) return std::nullopt;
    // Without a year: the nearest before publication for what was, after it for what will be.
    std::optional<DayRange> past;
    std::optional<DayRange> future;
    for (int64_t y = published_.from->year() - 1; y <= published_.to->year() + 1; ++y) {
      const auto range = RangeOf(day, month, y);
      if (!range) continue;
      if (*range->from <= *published_.to) past = range;
      if (*range->to >= *published_.from && !future) future = range;
    }
    if (!past || !future) return std::nullopt;
    return Make(at, count, *past, *future, "date without a year");
  }

  std::optional<TimeExpression> IsoDate(uint32_t at) const {
    if (Word(at).size() < 7) return std::nullopt;
    const std::optional<DayRange> range = ParseIsoDate(Word(at));
    if (!range) return std::nullopt;
    return Make(at, 1, *range, *range, "date");
  }

  // "for to måneder siden", "två veckor sedan", "three days ago".
  std::optional<TimeExpression> Ago(uint32_t at) const {
    if (published_.empty()) return std::nullopt;
    const std::optional<Number> number = NumberAt(text_, at, end_, grammar_);
    if (!number || number->value > 1000) return std::nullopt;
    const uint32_t unit_at = at + number->token_count;
    if (unit_at >= end_) return std::nullopt;
    uint32_t ago_length = 0;
    for (const auto& match : grammar_.units().At(text_.tokens, unit_at, end_)) {
      const uint32_t ago_at = unit_at + match.length;
      if (TimeWordAt(ago_at, TimeWord::AGO, &ago_length) == nullptr) continue;
      const std::optional<DayRange> range =
          BeforePublication((*match.value)->dimension(), static_cast<int>(number->value));
      if (!range) continue;
      return Make(at, ago_at + ago_length - at, *range, *range, "before publication");
    }
    return std::nullopt;
  }

  std::optional<DayRange> BeforePublication(absl::string_view unit, int count) const {
    if (unit == "day") return DayRange{*published_.from - count, *published_.to - count};
    if (unit == "week") {
      return DayRange{*published_.from - int64_t{7} * count - 3,
                      *published_.to - int64_t{7} * count + 3};
    }
    if (unit == "month") {
      const absl::CivilMonth first = absl::CivilMonth(*published_.from) - count;
      const absl::CivilMonth last = absl::CivilMonth(*published_.to) - count;
      return DayRange{absl::CivilDay(first), absl::CivilDay(last + 1) - 1};
    }
    if (unit == "year") {
      return DayRange{WholeYear(published_.from->year() - count).from,
                      WholeYear(published_.to->year() - count).to};
    }
    return std::nullopt;
  }

  std::optional<TimeExpression> FromTimeWord(uint32_t at) const {
    for (const auto& match : grammar_.time_words().At(text_.tokens, at, end_)) {
      if (auto found = OfTimeWord(at, match.length, **match.value)) return found;
    }
    return std::nullopt;
  }

  std::optional<TimeExpression> OfTimeWord(uint32_t at, uint32_t count,
                                           const TimeWord& word) const {
    uint32_t length = 0;
    switch (word.kind()) {
      case TimeWord::DAY_AFTER:
      case TimeWord::DAY_BEFORE: {
        TimeExpression expression = Make(at, count, {}, {}, "relative to another event");
        expression.kind = TimeExpression::Kind::kRelative;
        expression.shift = word.value();
        return expression;
      }
      case TimeWord::NIGHT_TO:
      case TimeWord::LAST:
        if (const TimeWord* day = TimeWordAt(at + count, TimeWord::WEEKDAY, &length)) {
          return OfWeekday(at, count + length, day->value(), false);
        }
        return std::nullopt;
      case TimeWord::NEXT:
        if (const TimeWord* day = TimeWordAt(at + count, TimeWord::WEEKDAY, &length)) {
          return OfWeekday(at, count + length, day->value(), true);
        }
        return std::nullopt;
      case TimeWord::WEEKDAY:
        return OfWeekday(at, count, word.value(), false);
      default:
        return FromPublication(at, count, word);
    }
  }

  std::optional<TimeExpression> FromPublication(uint32_t at, uint32_t count,
                                                const TimeWord& word) const {
    if (published_.empty()) return std::nullopt;
    std::optional<DayRange> range;
    if (word.kind() == TimeWord::DAY) {
      range = DayRange{*published_.from + word.value(), *published_.to + word.value()};
    } else if (word.kind() == TimeWord::WEEK) {
      const absl::CivilDay monday = absl::PrevWeekday(*published_.from + 1, absl::Weekday::monday) +
                                    int64_t{7} * word.value();
      range = DayRange{monday, monday + 6 + static_cast<int>(*published_.to - *published_.from)};
    } else if (word.kind() == TimeWord::MONTH_SHIFT) {
      range = BeforePublication("month", -word.value());
    } else if (word.kind() == TimeWord::YEAR) {
      range = BeforePublication("year", -word.value());
    }
    if (!range) return std::nullopt;
    return Make(at, count, *range, *range, "relative to publication");
  }

  // The last such day up to publication, or the first after it; a range with the weekday kept
  // where publication is not known to the day.
  std::optional<TimeExpression> OfWeekday(uint32_t at, uint32_t count, int weekday,
                                          bool next) const {
    if (published_.empty()) return std::nullopt;
    const auto day = static_cast<absl::Weekday>(weekday - 1);
    if (published_.is_day()) {
      const DayRange past = OneDay(absl::PrevWeekday(*published_.from + 1, day));
      const DayRange future = OneDay(absl::NextWeekday(*published_.from - 1, day));
      return Make(at, count, next ? future : past, future, "weekday near publication");
    }
    TimeExpression expression = Make(at, count, published_, published_, "weekday near publication");
    expression.past.set_weekday(weekday);
    expression.future.set_weekday(weekday);
    return expression;
  }

  std::optional<TimeExpression> Year(uint32_t at) const {
    const std::optional<int> year = YearNumber(Word(at));
    if (!year || at == begin_) return std::nullopt;
    if (!grammar_.Is("time_preposition", Word(at - 1))) return std::nullopt;
    return Make(at, 1, WholeYear(*year), WholeYear(*year), "year");
  }

  // "fredag 19. september": the date says more than the weekday in front of it.
  void TakePlaceOfWeekday(TimeExpression& date) {
    if (found_.empty() || date.kind != TimeExpression::Kind::kDate) return;
    const TimeExpression& before = found_.back();
    uint32_t end = before.first_token + before.token_count;
    while (end < date.first_token && grammar_.Is("date_joint", Word(end))) ++end;
    if (before.kind != TimeExpression::Kind::kDate || end != date.first_token) return;
    date.token_count += date.first_token - before.first_token;
    date.first_token = before.first_token;
    found_.pop_back();
  }

  // "siden 14. juni": the date is another's.
  void MarkSince(TimeExpression& expression) const {
    if (expression.kind != TimeExpression::Kind::kDate) return;
    for (uint32_t back = 1; back <= 2 && expression.first_token >= begin_ + back; ++back) {
      uint32_t length = 0;
      if (TimeWordAt(expression.first_token - back, TimeWord::SINCE, &length) != nullptr &&
          length <= back) {
        expression.kind = TimeExpression::Kind::kSince;
      }
    }
  }

  const AnnotatedText& text_;
  const Grammar& grammar_;
  const DayRange& published_;
  const uint32_t begin_;
  const uint32_t end_;
  std::vector<TimeExpression> found_;
};

}  // namespace

std::vector<TimeExpression> FindTimeExpressions(const AnnotatedText& text, const Sentence& sentence,
                                                const Grammar& grammar, const DayRange& published) {
  return Finder(text, sentence, grammar, published).Run();
}

}  // namespace norn::ingest
