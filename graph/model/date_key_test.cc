#include "graph/model/date_key.h"

#include <limits>

#include "gtest/gtest.h"

namespace norn::graph {
namespace {

TEST(DateKeyTest, TextOfEachPrecision) {
  const struct {
    const char* text;
    DateKey key;
  } cases[] = {
      {"2025", 20250000},  {"2025-07", 20250700},    {"2025-07-04", 20250704},
      {"0000-01-01", 101}, {"9999-12-31", 99991231},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(DateKeyOf(Value(c.text)), c.key) << c.text;
    EXPECT_EQ(DateText(c.key), c.text);
  }
}

TEST(DateKeyTest, AllElseHasNone) {
  for (const char* text :
       {"", "202", "2025-", "2025-7", "2025-13", "2025-00", "2025-07-00", "2025-07-32",
        "2025/07/04", "2025-07/04", "+025", "2025-07-04T10:00", "20250704", "2o25"}) {
    EXPECT_EQ(DateKeyOf(Value(text)), kNoDateKey) << text;
  }
  for (const Value& value : {Value(), Value(2025), Value(2025.0), Value(LocalTime{1}),
                             Value(Value::List{Value("2025")})}) {
    EXPECT_EQ(DateKeyOf(value), kNoDateKey) << ToString(value);
  }
  for (DateKey key : {kNoDateKey, -1, 20251301, 20250732, 20250001}) EXPECT_EQ(DateText(key), "");
}

TEST(DateKeyTest, DateValues) {
  EXPECT_EQ(DateKeyOf(Value(Date{0})), 19700101);
  EXPECT_EQ(DateKeyOf(Value(Date{20273})), 20250704);
  EXPECT_EQ(DateKeyOf(Value(Date{std::numeric_limits<int64_t>::min()})), kNoDateKey);
  EXPECT_EQ(DateKeyOf(Value(Date{std::numeric_limits<int64_t>::max()})), kNoDateKey);
}

}  // namespace
}  // namespace norn::graph
