#include "query/output/display_width.h"

#include "gtest/gtest.h"

namespace norn::query {
namespace {

TEST(DisplayWidthTest, CountsColumnsAndNotBytes) {
  struct Row {
    const char* text;
    size_t width;
  };
  for (const Row& row : {Row{"", 0}, Row{"abc", 3}, Row{"Tromsø", 6}, Row{"e\u0301", 1},
                         Row{"北京", 4}, Row{"Київ", 4}}) {
    EXPECT_EQ(DisplayWidth(row.text), row.width) << row.text;
  }
}

}  // namespace
}  // namespace norn::query
