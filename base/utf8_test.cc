#include "base/utf8.h"

#include <string>

#include "gtest/gtest.h"

namespace norn::base {
namespace {

TEST(Utf8Test, AcceptsUtf8) {
  for (const char* text : {"", "a", "plain ascii, long enough", "blåbærsyltetøy", "Київ", "🙂"}) {
    EXPECT_TRUE(IsUtf8(text)) << text;
  }
}

TEST(Utf8Test, RefusesAllElse) {
  const std::string bad[] = {
      "\xff",              // never a byte of UTF-8
      "\xc3",              // cut off
      "plain ascii \xc3",  // cut off behind whole words
      "\x80",              // continuation without a start
      "\xc0\xaf",          // overlong
      "\xed\xa0\x80",      // a surrogate
      "\xf4\x90\x80\x80",  // above U+10FFFF
  };
  for (const std::string& text : bad) EXPECT_FALSE(IsUtf8(text));
}

}  // namespace
}  // namespace norn::base
