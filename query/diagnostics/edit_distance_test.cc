#include "query/diagnostics/edit_distance.h"

#include "gtest/gtest.h"

namespace norn::query {
namespace {

TEST(EditDistanceTest, CountsChangesUpToALimit) {
  struct Case {
    const char* a;
    const char* b;
    size_t limit;
    size_t distance;
  };
  for (const Case& c :
       {Case{"", "", 2, 0}, Case{"zelenskyj", "zelenskij", 2, 1}, Case{"lavrov", "lavrow", 2, 1},
        Case{"kitten", "sitting", 5, 3}, Case{"kitten", "sitting", 2, 3}, Case{"a", "abcdef", 2, 3},
        Case{"", "ab", 2, 2}}) {
    EXPECT_EQ(EditDistance(c.a, c.b, c.limit), c.distance) << c.a << " " << c.b;
    EXPECT_EQ(EditDistance(c.b, c.a, c.limit), c.distance) << c.b << " " << c.a;
  }
}

TEST(EditDistanceTest, ShortWordsMayNotDiffer) {
  EXPECT_EQ(AllowedEdits("eu"), 0U);
  EXPECT_EQ(AllowedEdits("oslo"), 1U);
  EXPECT_EQ(AllowedEdits("zelenskyj"), 2U);
}

}  // namespace
}  // namespace norn::query
