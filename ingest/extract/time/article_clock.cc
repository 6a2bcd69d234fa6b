#include "ingest/extract/time/article_clock.h"

#include <algorithm>

namespace norn::ingest {
namespace {

using Kind = TimeExpression::Kind;

// The days counted from the date told before; false if the words do not count so.
bool CountFrom(const TimeExpression& before, TimeExpression& time) {
  const auto past = ResolveFrom(time.fields, ToDayRange(before.past));
  const auto future = ResolveFrom(time.fields, ToDayRange(before.future));
  if (!past || !future) return false;
  SetRange(*past, time.past);
  SetRange(*future, time.future);
  time.kind = Kind::kDate;
  return true;
}

bool HasYear(const TimeFields& fields) { return fields.year || fields.year_shift; }

void SetDays(const DayRange& days, TimeExpression& time) {
  SetRange(days, time.past);
  SetRange(days, time.future);
}

// "1996: … 12. oktober …": a section of the year that it begins with.
void GoOnIn(const TimeExpression& section, TimeExpression& time) {
  TimeFields fields = time.fields;
  if (time.kind != Kind::kDate || HasYear(fields) || !(fields.month || fields.first_month)) return;
  fields.anchor = TimeWord::YEARS;
  const auto days = ResolveFrom(fields, ToDayRange(section.past));
  if (!days) return;
  SetDays(*days, time);
  time.fields.year = section.fields.year;
}

// "I forrige uke. … onsdagen": of that week. "I november. … den 24": of that month.
void GoOnFrom(const TimeExpression& before, TimeExpression& time) {
  TimeFields fields = time.fields;
  const DayRange range = ToDayRange(before.past);
  if (!range.from || !range.to || time.kind != Kind::kDate || fields.direction != 0) return;
  const bool of_month = fields.day && !fields.month && !fields.month_shift &&
                        absl::CivilMonth(*range.from) == absl::CivilMonth(*range.to);
  const bool of_week = fields.weekday && !fields.day && !fields.week_shift &&
                       before.fields.week_shift && !before.fields.weekday &&
                       *before.fields.week_shift < 0;
  if (!of_month && !of_week) return;
  fields.anchor = of_month ? TimeWord::MONTHS : TimeWord::WEEKS;
  fields.anchor_shift = 0;
  if (const auto days = ResolveFrom(fields, range)) SetDays(*days, time);
}

bool HasDays(const TimeExpression& time) {
  return time.kind == Kind::kDate && !ToDayRange(time.past).empty();
}

}  // namespace

void ArticleClock::Read(const Sentence& sentence, std::vector<TimeExpression>& times) {
  constexpr uint32_t kReach = 2;  // sentences
  const bool goes_on = last_ && sentence.paragraph == last_paragraph_ &&
                       sentences_ - last_sentence_ <= kReach && !sentence.is_heading;
  carried_ = goes_on && times.empty() ? last_ : std::nullopt;
  for (TimeExpression& time : times) {
    if (time.kind == Kind::kUnknown && last_) CountFrom(*last_, time);
    if (section_ && sentence.paragraph == section_paragraph_) GoOnIn(*section_, time);
    if (last_) GoOnFrom(*last_, time);
    if (!HasDays(time) || sentence.is_heading) continue;
    TimeFields year_alone;
    year_alone.year = time.fields.year;
    if (time.first_token == sentence.first_token && sentence.paragraph != last_paragraph_ &&
        time.fields.year && time.fields == year_alone) {
      section_ = time;
      section_paragraph_ = sentence.paragraph;
    }
    last_ = time;
    last_sentence_ = sentences_;
    last_paragraph_ = sentence.paragraph;
  }
  ++sentences_;
}

}  // namespace norn::ingest
