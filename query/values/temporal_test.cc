#include "query/values/temporal.h"

#include <string>

#include "gtest/gtest.h"

namespace norn::query {
namespace {

using Kind = Value::Kind;

std::string RoundTrip(Kind kind, const char* text) {
  std::optional<Value> value = ParseTemporal(kind, text);
  return value.has_value() ? TemporalText(*value) : "none";
}

TEST(Temporal, ReadsAndWritesIsoTexts) {
  struct Row {
    Kind kind;
    const char* text;
    const char* written;
  };
  for (const Row& row : {
           Row{Kind::kDate, "2025-W27-5", "2025-07-04"},
           Row{Kind::kDate, "2025185", "2025-07-04"},
           Row{Kind::kDate, "+12345-01-01", "+12345-01-01"},
           Row{Kind::kDate, "2025-02-29", "none"},
           Row{Kind::kDate, "2025-13", "none"},
           Row{Kind::kDate, "2021-W53", "none"},
           Row{Kind::kLocalTime, "0730", "07:30"},
           Row{Kind::kLocalTime, "24:00", "none"},
           Row{Kind::kTime, "07:30:00.5-0230", "07:30:00.5-02:30"},
           Row{Kind::kTime, "07:30+19:00", "none"},
           Row{Kind::kLocalDateTime, "2025-07-04T07:30:15", "2025-07-04T07:30:15"},
           Row{Kind::kDateTime, "2025-07-04T12:00[Europe/Oslo]",
               "2025-07-04T12:00+02:00[Europe/Oslo]"},
           Row{Kind::kDateTime, "2025-07-04T12:00[Europe/Nowhere]", "none"},
           Row{Kind::kDuration, "P1.5D", "P1DT12H"},
           Row{Kind::kDuration, "PT-0.4S", "PT-0.4S"},
           Row{Kind::kDuration, "P", "none"},
           Row{Kind::kDuration, "1D", "none"},
       }) {
    EXPECT_EQ(RoundTrip(row.kind, row.text), row.written) << row.text;
  }
}

Value Parse(Kind kind, const char* text) { return *ParseTemporal(kind, text); }

TEST(Temporal, AddsMonthsThenDaysThenSeconds) {
  Value moved;
  ASSERT_TRUE(AddDuration(Parse(Kind::kDate, "2025-01-31"),
                          Parse(Kind::kDuration, "P1M1D").duration(), 1, &moved));
  EXPECT_EQ(TemporalText(moved), "2025-03-01");
  // Over the end of summer time a day has 25 hours.
  ASSERT_TRUE(AddDuration(Parse(Kind::kDateTime, "2025-10-25T12:00[Europe/Oslo]"),
                          Parse(Kind::kDuration, "P1D").duration(), 1, &moved));
  EXPECT_EQ(TemporalText(moved), "2025-10-26T12:00+01:00[Europe/Oslo]");
  ASSERT_TRUE(AddDuration(Parse(Kind::kDateTime, "2025-10-25T12:00[Europe/Oslo]"),
                          Parse(Kind::kDuration, "PT24H").duration(), 1, &moved));
  EXPECT_EQ(TemporalText(moved), "2025-10-26T11:00+01:00[Europe/Oslo]");
}

TEST(Temporal, RefusesWhatLeavesTheCalendar) {
  Value moved;
  EXPECT_FALSE(AddDuration(Parse(Kind::kDate, "+999999999-12-31"),
                           Parse(Kind::kDuration, "P1D").duration(), 1, &moved));
  EXPECT_FALSE(MakeDuration(1e300, 0, 0, 0).has_value());
}

TEST(Temporal, MeasuresBetweenInstants) {
  Value from = Parse(Kind::kDate, "2024-01-31");
  Value to = Parse(Kind::kLocalDateTime, "2025-03-01T06:00");
  auto text = [&](DurationUnit unit) {
    return TemporalText(Value::Of(DurationBetween(from, to, unit)));
  };
  EXPECT_EQ(text(DurationUnit::kAll), "P1Y1M1DT6H");
  EXPECT_EQ(text(DurationUnit::kMonths), "P1Y1M");
  EXPECT_EQ(text(DurationUnit::kDays), "P395D");
  EXPECT_EQ(text(DurationUnit::kSeconds), "PT9486H");
}

TEST(Temporal, TruncatesToTheUnitsBeginning) {
  struct Row {
    const char* unit;
    const char* begins;
  };
  for (const Row& row : {Row{"century", "2000-01-01T00:00"}, Row{"quarter", "2025-07-01T00:00"},
                         Row{"week", "2025-08-11T00:00"}, Row{"weekYear", "2024-12-30T00:00"},
                         Row{"minute", "2025-08-13T10:11"}}) {
    Moment moment = MomentOf(Parse(Kind::kLocalDateTime, "2025-08-13T10:11:12.5"));
    ASSERT_TRUE(Truncate(row.unit, moment)) << row.unit;
    EXPECT_EQ(TemporalText(FromMoment(Kind::kLocalDateTime, moment)), row.begins);
  }
  Moment moment = MomentOf(Parse(Kind::kLocalDateTime, "2025-08-13T10:11:12.5"));
  EXPECT_FALSE(Truncate("fortnight", moment));
}

}  // namespace
}  // namespace norn::query
