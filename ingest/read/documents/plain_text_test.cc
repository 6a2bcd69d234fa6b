#include "ingest/read/documents/plain_text.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;

constexpr size_t kLimit = 1000;

TEST(PlainTextTest, ReadsTheDateMarkAndKeepsEveryByte) {
  struct Case {
    std::string bytes;
    std::string published;
    std::string body;
  };
  for (const Case& c : std::vector<Case>{
           {"Hei du.", "", "Hei du."},
           {" date 2025-07 – Vi kom.", "2025-07", "– Vi kom."},
           {" date 2025-07-04 HQ\n\nHei.", "2025-07-04", "HQ\n\nHei."},
           {"date 2025-07-04\r\nHei.", "2025-07-04", "\r\nHei."},
           {" date 2025 Hei.", "2025", "Hei."},
           {"\xEF\xBB\xBF date 2025-07 Hei.", "2025-07", "Hei."},
           {"\xEF\xBB\xBFHei.", "", "Hei."},
           {"date night is over", "", "date night is over"},
           {"date 20 people came", "", "date 20 people came"},
           {"dated 2025 it was", "", "dated 2025 it was"},
           {"Ja.\ndate 2025-07 nei", "", "Ja.\ndate 2025-07 nei"},
       }) {
    const auto article = ReadPlainText("a.txt", c.bytes, kLimit);
    ASSERT_TRUE(article.ok()) << c.bytes << article.status();
    EXPECT_EQ(article->name(), "a.txt");
    EXPECT_EQ(article->text(), c.bytes);
    EXPECT_EQ(article->published(), c.published) << c.bytes;
    EXPECT_EQ(article->text().substr(article->body_start()), c.body) << c.bytes;
  }
}

TEST(PlainTextTest, RefusesAndSaysWhatToMend) {
  struct Case {
    std::string bytes;
    const char* problem;
  };
  for (const Case& c : std::vector<Case>{
           {"", "empty"},
           {" \r\n\t", "empty"},
           {"\xEF\xBB\xBF", "empty"},
           {" date 2025-07-04 \n", "no text behind the date"},
           {" date 2025-13-04 Hei.", "\"2025-13-04\" is no date; write it as"},
           {"Hei\nbl\xE5tt", "0xE5 at line 2, byte 6; convert it"},
           {std::string("Hei\0du", 6), "binary: a NUL at line 1, byte 3"},
           {std::string(kLimit + 1, 'x'), "larger than the limit of 1000 bytes"},
       }) {
    const auto article = ReadPlainText("a.txt", c.bytes, kLimit);
    ASSERT_EQ(article.status().code(), absl::StatusCode::kInvalidArgument) << c.bytes;
    EXPECT_THAT(article.status().ToString(), HasSubstr(c.problem));
  }
}

}  // namespace
}  // namespace norn::ingest
