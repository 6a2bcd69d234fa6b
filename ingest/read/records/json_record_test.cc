#include "ingest/read/records/json_record.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/syntax/json_value.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;

constexpr size_t kLimit = 1000;

absl::StatusOr<proto::Article> Read(const char* bytes, const char* map = "") {
  return ArticleOfRecord(*ParseJson(bytes), *ParseFieldMap(map), {"n.json", "n.json", "/n/n.json"},
                         3, kLimit);
}

TEST(JsonRecordTest, TakesFieldsByTheirUsualNamesOrAsMapped) {
  for (const auto& article : {
           Read(R"({"id": "n1", "headline": "Møte", "body": "Dahl møtte Moe.",
                    "published": "2025-03-05"})"),
           Read(R"({"key": "n1", "h": {"main": "Møte"}, "words": "Dahl møtte Moe.",
                    "on": "2025-03-05"})",
                "id=key,title=h.main,text=words,published=on"),
       }) {
    ASSERT_TRUE(article.ok()) << article.status();
    EXPECT_EQ(article->name(), "n1");
    EXPECT_EQ(article->title(), "Møte");
    EXPECT_EQ(article->text(), "Dahl møtte Moe.");
    EXPECT_EQ(article->published(), "2025-03-05");
  }
}

TEST(JsonRecordTest, NamesWhatHasNoIdByItsPlace) {
  EXPECT_EQ(Read(R"({"text": "Det regner."})")->name(), "n.json:3");
  EXPECT_EQ(Read(R"({"text": "Det regner.", "url": "https://a.example/1"})")->name(),
            "https://a.example/1");
}

TEST(JsonRecordTest, RefusesWhatIsNoArticle) {
  for (const char* bytes : {"7", "[]", "{}", R"({"text": 7})", R"({"text": " "})"}) {
    EXPECT_FALSE(Read(bytes).ok()) << bytes;
  }
  EXPECT_TRUE(HasText(*ParseJson(R"({"text": "x"})"), FieldMap()));
  EXPECT_FALSE(HasText(*ParseJson(R"({"a": "x"})"), FieldMap()));
}

}  // namespace
}  // namespace norn::ingest
