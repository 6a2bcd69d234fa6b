#include "base/utf8.h"

#include "gtest/gtest.h"

namespace norn::base {
namespace {

TEST(Utf8Test, AcceptsUtf8) {
  for (const char* text : {"", "a", "plain ascii, long enough", "blåbærsyltetøy", "Київ", "🙂"}) {
    EXPECT_TRUE(IsUtf8(text)) << text;
  }
}

TEST(Utf8Test, RefusesAllElse) {
  struct Case {
    const char* bytes;
    size_t good;  // bytes in front
  };
  for (const Case& c : {
           Case{"\xff", 0},                           // never a byte of UTF-8
           Case{"\xc3", 0},                           // cut off
           Case{"plain ascii \xc3", 12},              // cut off behind whole words
           Case{"\xc3\xa6\xc3", 2}, Case{"\x80", 0},  // continuation without a start
           Case{"\xc0\xaf", 0},                       // overlong
           Case{"\xed\xa0\x80", 0},                   // a surrogate
           Case{"\xf4\x90\x80\x80", 0},               // above U+10FFFF
       }) {
    EXPECT_FALSE(IsUtf8(c.bytes)) << c.bytes;
    EXPECT_EQ(Utf8Length(c.bytes), c.good) << c.bytes;
  }
}

TEST(Utf8Test, CountsCodePoints) {
  EXPECT_EQ(CountCodePoints(""), 0);
  EXPECT_EQ(CountCodePoints("blåbær"), 6);
  EXPECT_EQ(CountCodePoints("Київ 🙂"), 6);
}

TEST(Utf8Test, CutsBetweenCodePoints) {
  struct Case {
    size_t most;
    const char* prefix;
  };
  for (const Case& c : {Case{0, ""}, Case{1, "b"}, Case{3, "bl"}, Case{4, "blå"}, Case{7, "blå"},
                        Case{8, "blå🙂"}, Case{99, "blå🙂"}}) {
    EXPECT_EQ(Utf8Prefix("blå🙂", c.most), c.prefix) << c.most;
  }
}

}  // namespace
}  // namespace norn::base
