#include "base/printable.h"

#include "gtest/gtest.h"

namespace norn::base {
namespace {

TEST(PrintableTest, EscapesWhatATerminalWouldObey) {
  struct Row {
    std::string text;
    const char* printable;
    const char* line;
  };
  const Row rows[] = {
      {"", "", ""},
      {"Ærlig talt, Київ 北京 🙂", "Ærlig talt, Київ 北京 🙂",
       "Ærlig talt, Київ 北京 🙂"},
      {"a\nb\tc\r\n", "a\nb\tc\r\n", "a b c  "},
      {"a\rb", "a\\u000db", "a b"},
      {"\x1b]0;title\x07", "\\u001b]0;title\\u0007", "\\u001b]0;title\\u0007"},
      {"\x7f", "\\u007f", "\\u007f"},
      {"\xC2\x9B", "\\u009b", "\\u009b"},
      {"\xE2\x80\xAE", "\\u202e", "\\u202e"},
      {"\xE2\x81\xA6", "\\u2066", "\\u2066"},
      {"\xF3\xA0\x80\x81", "\\U000e0001", "\\U000e0001"},
      {"\x9b!", "\\x9b!", "\\x9b!"},
      {"\xE2\x80", "\\xe2\\x80", "\\xe2\\x80"},
      {std::string("a\0b", 3), "a\\u0000b", "a\\u0000b"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Printable(row.text), row.printable);
    EXPECT_EQ(PrintableLine(row.text), row.line);
  }
}

TEST(PrintableTest, KeepsJoinersWithinWordsAndEmoji) {
  for (const char* text : {"\xE2\x80\x8D", "\xE2\x80\x8C", "co\xC2\xADoperate"}) {
    EXPECT_EQ(Printable(text), text);
  }
}

}  // namespace
}  // namespace norn::base
