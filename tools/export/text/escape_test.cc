#include "tools/export/text/escape.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

struct Row {
  std::string text;
  std::string expected;
};

TEST(Escape, XmlHoldsEveryText) {
  const std::vector<Row> rows = {
      {"Jonas Gahr Støre", "Jonas Gahr Støre"},
      {"a<b & \"c\">", "a&lt;b &amp; &quot;c&quot;&gt;"},
      {"one\ntwo\tthree\r", "one&#10;two&#9;three&#13;"},
      {std::string("nul\0bell\a", 9), "nul\uFFFDbell\uFFFD"},
      {"non\uFFFEcharacters\uFFFF", "non\uFFFDcharacters\uFFFD"},
  };
  for (const Row& row : rows) EXPECT_EQ(XmlEscape(row.text), row.expected);
}

TEST(Escape, DotLabelKeepsWhatGraphvizWouldInterpret) {
  const std::vector<Row> rows = {
      {"plain", "\"plain\""},
      {"say \"hi\"", "\"say \\\"hi\\\"\""},
      {"back\\", "\"back\\\\\""},
      {"\\N is a name", "\"\\\\N is a name\""},
      {"two\nlines", "\"two\\nlines\""},
      {"AT&amp;T", "\"AT&amp;amp;T\""},
      {"<b>", "\"<b>\""},
      {std::string("nul\0", 4), "\"nul\uFFFD\""},
  };
  for (const Row& row : rows) EXPECT_EQ(DotLabel(row.text), row.expected);
}

TEST(Escape, DotNamesStayDifferent) {
  EXPECT_EQ(DotName("person/å \"x\"\\"), "\"person/å \\\"x\\\"\\\\\"");
  EXPECT_EQ(DotName("a\n%"), "\"a%0A%25\"");
}

TEST(Escape, ShortenCutsBetweenCodePoints) {
  EXPECT_EQ(Shorten("Støre", 5), "Støre");
  EXPECT_EQ(Shorten("Størein", 4), "Stø…");
  EXPECT_EQ(Shorten("Jonas Gahr", 7), "Jonas…");
}

TEST(Escape, WrapBreaksAtSpaces) {
  EXPECT_EQ(Wrap("Det hvite hus i Washington", 12), "Det hvite\nhus i\nWashington");
  EXPECT_EQ(Wrap("Utenriksdepartementet", 5), "Utenriksdepartementet");
}

}  // namespace
}  // namespace norn::tools
