#include "tools/shell/key_reader.h"

#include <clocale>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

// The keys of all bytes: letters as they are, control characters as ^X, others as their number.
std::string Keys(const std::string& bytes) {
  std::setlocale(LC_CTYPE, "C.UTF-8");
  size_t next = 0;
  KeyReader reader([&](bool) {
    return next < bytes.size() ? static_cast<unsigned char>(bytes[next++]) : KeyReader::kNone;
  });
  std::string keys;
  for (int key = reader.Next(); key != KeyReader::kNone; key = reader.Next()) {
    if (key < ' ') {
      keys += {'^', static_cast<char>(key + '@')};
    } else if (key < 0x7F) {
      keys.push_back(static_cast<char>(key));
    } else {
      keys += "<" + std::to_string(key) + ">";
    }
  }
  return keys;
}

TEST(KeyReader, TypedKeysAreThemselves) {
  struct Row {
    const char* bytes;
    const char* keys;
  };
  for (const Row& row : {
           Row{"abc\r", "abc^M"},
           Row{"\t\x03", "^I^C"},
           Row{"\xC3\xA6", "<230>"},
           Row{"\xFF", "<65533>"},
           Row{"\033[A\033[1;5C", "^[[A^[[1;5C"},  // arrows
           Row{"\033\033[A", "^[^[[A"},
           Row{"\033", "^["},
           Row{"\033[20", "^[[20"},
           Row{"\xC3", ""},
       }) {
    EXPECT_EQ(Keys(row.bytes), row.keys) << testing::PrintToString(row.bytes);
  }
}

TEST(KeyReader, APasteIsText) {
  const auto pasted = [](const std::string& text) { return "\033[200~" + text + "\033[201~!"; };
  struct Row {
    const char* text;
    const char* keys;
  };
  for (const Row& row : {
           Row{"", "!"},
           Row{"a\tb", "a^V^Ib!"},
           Row{"a\rb\nc\r\nd", "a^V^Jb^V^Jc^V^Jd!"},
           Row{"\xC3\xA6", "<230>!"},
           // No key of an editor, nor of a terminal.
           Row{"a\x03\x04\x7F\x16z", "az!"},
           Row{"\033[31mred", "[31mred!"},
           Row{"\033[200~twice", "[200~twice!"},
       }) {
    EXPECT_EQ(Keys(pasted(row.text)), row.keys) << testing::PrintToString(row.text);
  }
}

TEST(KeyReader, APasteThatTheInputCutsOffEndsWithIt) { EXPECT_EQ(Keys("\033[200~a"), "a"); }

}  // namespace
}  // namespace norn::tools
