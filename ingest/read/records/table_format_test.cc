#include "ingest/read/records/table_format.h"

#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(TableFormatTest, ReadsRowsWithEachDelimiter) {
  for (const char delimiter : {',', ';', '\t'}) {
    std::string bytes =
        "\xEF\xBB\xBFid,Title,date,text,url\r\n"
        "1,\"Møte \"\"i dag\"\"\",05.03.2025,\"Dahl møtte Moe.\n\nDe "
        "lo.\",https://example.org/1\r\n"
        "\r\n"
        ",,,Det regner.,\n";
    std::replace(bytes.begin(), bytes.end(), ',', delimiter);
    const CollectingOutput output = ReadBytes(TableFormat(), "a.csv", bytes);
    EXPECT_EQ(output.Problem(), "");
    ASSERT_THAT(output.articles, SizeIs(2));
    const proto::Article& first = output.articles[0];
    EXPECT_EQ(first.name(), "1");
    EXPECT_EQ(first.title(), "Møte \"i dag\"");
    EXPECT_EQ(first.published(), "2025-03-05");
    EXPECT_EQ(first.text(), "Dahl møtte Moe.\n\nDe lo.");
    EXPECT_EQ(first.url(), "https://example.org/1");
    EXPECT_EQ(output.articles[1].name(), "a.csv:2");
  }
}

TEST(TableFormatTest, ReadsTheColumnsThatAreMapped) {
  FormatOptions options;
  options.fields = *ParseFieldMap("text=innhold,published=dag");
  const CollectingOutput output =
      ReadBytes(TableFormat(), "a.csv", "dag,innhold\n2025-03-05,Det regner.\n", options);
  ASSERT_THAT(output.articles, SizeIs(1)) << output.Problem();
  EXPECT_EQ(output.articles[0].text(), "Det regner.");
  EXPECT_EQ(output.articles[0].published(), "2025-03-05");
}

TEST(TableFormatTest, SaysWhatItCannotRead) {
  struct Case {
    const char* bytes;
    const char* problem;
  };
  for (const Case& c : std::vector<Case>{
           {"", "a.csv: empty"},
           {"a,b\n1,2\n", "a.csv: a table without a column for the text: it has a, b"},
           {"text,date\nDet regner.,i går\n", "a.csv:1: the column of dates"},
           {"text,date\n,2025\n", "a.csv:1: empty"},
           {"text,date\nbl\xE5,2025\n", "a.csv:1: not UTF-8"},
       }) {
    const CollectingOutput output = ReadBytes(TableFormat(), "a.csv", c.bytes);
    EXPECT_THAT(output.articles, IsEmpty()) << c.bytes;
    EXPECT_THAT(output.Problem(), HasSubstr(c.problem)) << c.bytes;
  }
}

TEST(TableFormatTest, IsRecognisedByItsColumns) {
  EXPECT_TRUE(Fits(TableFormat(), "a.txt", "id,title,text\n1,a,b\n"));
  EXPECT_TRUE(Fits(TableFormat(), "a.txt", "Headline\tBody\tDate\n"));
  EXPECT_TRUE(Fits(TableFormat(), "a.TSV", "x"));
  for (const char* text : {"", "Dahl, Moe og Berg kom.\n", "text, title", "body, date, x"}) {
    EXPECT_FALSE(Fits(TableFormat(), "a.txt", text)) << text;
  }
}

}  // namespace
}  // namespace norn::ingest
