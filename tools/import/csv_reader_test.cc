#include "tools/import/csv_reader.h"

#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using Row = std::vector<CsvReader::Field>;
using testing::ElementsAre;
using testing::HasSubstr;

// All rows, or the error's words as the last one.
std::vector<Row> Rows(const std::string& text, size_t limit = 1000) {
  std::istringstream in(text);
  CsvReader reader(in, {}, limit);
  std::vector<Row> rows;
  Row row;
  while (true) {
    const auto more = reader.Next(row);
    if (!more.ok()) rows.push_back({{std::string(more.status().message())}});
    if (!more.ok() || !*more) return rows;
    rows.push_back(row);
  }
}

TEST(CsvReader, ReadsWhatRfc4180Says) {
  struct Case {
    std::string text;
    std::vector<Row> rows;
  };
  const std::vector<Case> cases = {
      {"a,b\nc,d\n", {{{"a"}, {"b"}}, {{"c"}, {"d"}}}},
      {"a,b\r\nc,d", {{{"a"}, {"b"}}, {{"c"}, {"d"}}}},
      {"a,,\n", {{{"a"}, {""}, {""}}}},
      {"\"\",x\n", {{{"", true}, {"x"}}}},
      {"\"a,\"\"b\"\"\nc\",d\n", {{{"a,\"b\"\nc", true}, {"d"}}}},
      {"\n\na\n\n", {{{"a"}}}},
      {"", {}},
      {"\"a\"", {{{"a", true}}}},
  };
  for (const Case& one : cases) EXPECT_EQ(Rows(one.text), one.rows) << one.text;
}

TEST(CsvReader, RefusesWhatItDoesNotSay) {
  struct Case {
    std::string text;
    std::string message;
  };
  const std::vector<Case> cases = {
      {"\"a", "not closed"},
      {"\"a\"b\n", "within a field"},
      {"a\"b\n", "within a field"},
      {std::string(2000, 'a'), "more than 1000 bytes"},
      {"\"" + std::string(2000, 'a'), "more than 1000 bytes"},
  };
  for (const Case& one : cases) {
    EXPECT_THAT(
        Rows(one.text),
        ElementsAre(ElementsAre(testing::Field(&CsvReader::Field::text, HasSubstr(one.message)))));
  }
}

TEST(CsvReader, KnowsTheLineOnWhichARowBegan) {
  std::istringstream in("a\n\"b\nb\"\n\nc\n");
  CsvReader reader(in);
  Row row;
  std::vector<size_t> lines;
  while (*reader.Next(row)) lines.push_back(reader.line());
  EXPECT_THAT(lines, ElementsAre(1, 2, 5));
}

TEST(CsvReader, OtherDelimitersAndQuotes) {
  std::istringstream in("\xEF\xBB\xBF'a|b'|\"c\"\n1|'it''s'\n");
  CsvReader reader(in, {.delimiter = '|', .quote = '\''});
  std::vector<CsvReader::Field> row;
  ASSERT_TRUE(*reader.Next(row));
  ASSERT_EQ(row.size(), 2);
  EXPECT_EQ(row[0].text, "a|b");
  EXPECT_EQ(row[1].text, "\"c\"");
  ASSERT_TRUE(*reader.Next(row));
  EXPECT_EQ(row[1].text, "it's");
}

}  // namespace
}  // namespace norn::tools
