#include "ingest/read/json_lines.h"

#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;

constexpr size_t kLimit = 1000;

TEST(JsonLinesTest, ReadsAllMembers) {
  const auto article = ParseJsonArticle(
      R"({"id": "a1", "text": "Bl\u00e5tt \ud83d\ude00", "title": "T", "source": "S",
          "published": "2025-07-04T12:00:00Z", "language": "NB-no", "extra": {"text": [1, "x"]}})",
      "f:1", kLimit);
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->name(), "a1");
  EXPECT_EQ(article->text(), "Blått 😀");
  EXPECT_EQ(article->title(), "T");
  EXPECT_EQ(article->source(), "S");
  EXPECT_EQ(article->published(), "2025-07-04");
  EXPECT_EQ(article->language(), "nb");
  EXPECT_EQ(article->body_start(), 0);
}

TEST(JsonLinesTest, NamesByIdThenUrlThenLine) {
  struct Case {
    const char* line;
    const char* name;
  };
  for (const Case& c : std::vector<Case>{
           {R"({"id": "i", "url": "u", "text": "x"})", "i"},
           {R"({"id": 17, "text": "x"})", "17"},
           {R"({"id": null, "url": "u", "text": "x"})", "u"},
           {R"({"id": "", "text": "x"})", "f:1"},
           {R"({"text": "x", "title": null})", "f:1"},
       }) {
    const auto article = ParseJsonArticle(c.line, "f:1", kLimit);
    ASSERT_TRUE(article.ok()) << c.line << article.status();
    EXPECT_EQ(article->name(), c.name) << c.line;
  }
}

TEST(JsonLinesTest, RefusesAndSaysWhatToMend) {
  struct Case {
    std::string line;
    const char* problem;
  };
  for (const Case& c : std::vector<Case>{
           {"{\"text\": ", "not JSON: a mistake at byte 9"},
           {"{\"text\": \"x\"} trailing", "not JSON"},
           {"[1]", "not a JSON object"},
           {"\"text\"", "not a JSON object"},
           {"{}", "no `text`"},
           {"{\"text\": null}", "no `text`"},
           {"{\"text\": 1}", "`text` is not a string"},
           {"{\"text\": [\"x\"]}", "`text` is not a string"},
           {"{\"text\": \" \"}", "empty"},
           {"{\"text\": \"a\\u0000\"}", "binary"},
           {"{\"text\": \"\\ud800\"}", "not JSON"},
           {"{\"text\": \"bl\xE5\"}", "not UTF-8: byte 0xE5 at line 1, byte 12"},
           {"{\"text\": \"x\", \"id\": []}", "`id`"},
           {"{\"text\": \"x\", \"title\": 1}", "`title` is not a string"},
           {"{\"text\": \"x\", \"published\": \"4 July\"}", "`published`: \"4\" is no date"},
           {"{\"text\": \"" + std::string(kLimit + 1, 'x') + "\"}", "larger than the limit"},
           {std::string(100000, '['), "not JSON"},
       }) {
    const auto article = ParseJsonArticle(c.line, "f:1", kLimit);
    ASSERT_EQ(article.status().code(), absl::StatusCode::kInvalidArgument) << c.line.substr(0, 80);
    EXPECT_THAT(article.status().ToString(), HasSubstr(c.problem));
  }
}

TEST(JsonLinesTest, ReadsTheOtherLinesWhenOneIsBad) {
  std::istringstream in("\xEF\xBB\xBF{\"text\": \"en\"}\r\n\n{bad}\n{\"text\": \"to\"}");
  ReadResult result;
  ReadJsonLines(in, {"dir/f.jsonl", "f.jsonl", "/n/dir/f.jsonl"}, kLimit, result);
  ASSERT_EQ(result.articles.size(), 2);
  EXPECT_EQ(result.articles[0].name(), "f.jsonl:1");
  EXPECT_EQ(result.articles[1].name(), "f.jsonl:4");
  ASSERT_EQ(result.problems.size(), 1);
  EXPECT_EQ(result.problems[0].place, "dir/f.jsonl:3");
}

TEST(JsonLinesTest, KeepsNoMoreOfALineThanTheLimitAsks) {
  std::istringstream in(std::string(1000000, ' ') + "\n{\"text\": \"to\"}\n");
  ReadResult result;
  ReadJsonLines(in, {"f", "f", "/f"}, 10, result);
  EXPECT_EQ(result.articles.size(), 1);
  std::istringstream long_line("{\"text\": \"" + std::string(1000000, 'x'));
  ReadJsonLines(long_line, {"f", "f", "/f"}, 10, result);
  ASSERT_EQ(result.problems.size(), 1);
  EXPECT_THAT(result.problems[0].status.ToString(), HasSubstr("larger than the limit"));
}

TEST(JsonLinesTest, AnInputWithoutArticlesIsAProblem) {
  std::istringstream in("\n  \n");
  ReadResult result;
  ReadJsonLines(in, {"f", "f", "/f"}, kLimit, result);
  ASSERT_EQ(result.problems.size(), 1);
  EXPECT_EQ(result.problems[0].place, "f");
}

}  // namespace
}  // namespace norn::ingest
