#include "graph/model/value.h"

#include <limits>

#include "gtest/gtest.h"

namespace norn::graph {
namespace {

TEST(ValueTest, PrintsEachKind) {
  const struct {
    Value value;
    const char* text;
  } cases[] = {
      {Value(), "null"},
      {Value(true), "true"},
      {Value(-7), "-7"},
      {Value(std::numeric_limits<int64_t>::min()), "-9223372036854775808"},
      {Value(1.0), "1.0"},
      {Value(0.1), "0.1"},
      {Value(1e300), "1e+300"},
      {Value(1.0 / 3), "0.3333333333333333"},
      {Value("say \"hei\"\n"), R"("say \"hei\"\n")"},
      {Value("Støre"), "\"Støre\""},
      {Value(Value::List{Value(1), Value(2), Value(Value::List{Value()})}), "[1, 2, [null]]"},
      {Value(Date{20273}), "2025-07-04"},
      {Value(Date{-1}), "1969-12-31"},
      {Value(LocalTime{45296500000000}), "12:34:56.5"},
      {Value(ZonedTime{45296000000000, -5400}), "12:34:56-01:30"},
      {Value(LocalDateTime{-1, 1}), "1969-12-31T23:59:59.000000001"},
      {Value(ZonedDateTime{0, 0, 3600, "Europe/Oslo"}), "1970-01-01T01:00:00+01:00[Europe/Oslo]"},
      {Value(ZonedDateTime{0, 0, 0, ""}), "1970-01-01T00:00:00Z"},
      {Value(Duration{14, -3, 5, 6}), "P14M-3DT5S+6ns"},
  };
  for (const auto& c : cases) EXPECT_EQ(ToString(c.value), c.text);
}

TEST(ValueTest, PrintsExtremeTimesWithoutOverflow) {
  for (int64_t extreme :
       {std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max()}) {
    EXPECT_FALSE(ToString(Value(Date{extreme})).empty());
    EXPECT_FALSE(ToString(Value(LocalDateTime{extreme, 0})).empty());
    EXPECT_FALSE(ToString(Value(ZonedDateTime{extreme, 0, 3600, ""})).empty());
  }
}

TEST(ValueTest, EqualityIsStructural) {
  EXPECT_EQ(Value("a"), Value(std::string("a")));
  EXPECT_FALSE(Value(1) == Value(1.0));
  EXPECT_FALSE(Value(std::numeric_limits<double>::quiet_NaN()) ==
               Value(std::numeric_limits<double>::quiet_NaN()));
}

}  // namespace
}  // namespace norn::graph
