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

TEST(DisplayWidthTest, CutsBetweenCharacters) {
  struct Row {
    const char* text;
    size_t columns;
    const char* cut;
  };
  for (const Row& row : {Row{"abc", 3, "abc"}, Row{"abcd", 3, "ab…"}, Row{"Tromsøya", 7, "Tromsø…"},
                         Row{"北京市", 5, "北京…"}, Row{"北京市", 4, "北…"}, Row{"abc", 1, "…"}}) {
    EXPECT_EQ(CutToWidth(row.text, row.columns), row.cut) << row.text;
  }
}

}  // namespace
}  // namespace norn::query
