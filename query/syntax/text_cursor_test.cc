#include "query/syntax/text_cursor.h"

#include "absl/strings/ascii.h"
#include "gtest/gtest.h"

namespace norn::query {
namespace {

TEST(TextCursorTest, NeverStandsBeyondTheEnd) {
  TextCursor cursor("ab");
  cursor.Skip(7);
  EXPECT_TRUE(cursor.at_end());
  EXPECT_EQ(cursor.at(), 2);
  EXPECT_EQ(cursor.Peek(), '\0');
  EXPECT_EQ(cursor.Peek(5), '\0');
  size_t length = 0;
  EXPECT_EQ(cursor.CodePoint(length), -1);
}

TEST(TextCursorTest, NamesAreOfAllScripts) {
  TextCursor cursor("år_2 x");
  EXPECT_TRUE(cursor.StartsName());
  cursor.SkipName();
  EXPECT_EQ(cursor.rest(), " x");
  EXPECT_EQ(cursor.Since(0), "år_2");
  EXPECT_FALSE(TextCursor("2").StartsName());
  EXPECT_TRUE(TextCursor("2").ContinuesName());
  EXPECT_FALSE(TextCursor("\xff").ContinuesName());
}

TEST(TextCursorTest, UnderscoresStandBetweenDigitsOnly) {
  TextCursor cursor("1_0_x");
  EXPECT_EQ(cursor.ReadDigits(absl::ascii_isdigit), "10");
  EXPECT_EQ(cursor.rest(), "_x");
  EXPECT_EQ(TextCursor("aFg").CountHexDigits(), 2);
}

}  // namespace
}  // namespace norn::query
