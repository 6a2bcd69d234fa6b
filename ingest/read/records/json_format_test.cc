#include "ingest/read/records/json_format.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr size_t kLimit = 1000;

CollectingOutput Read(const std::string& name, const std::string& bytes,
                      const std::string& map = "") {
  FormatOptions options;
  options.max_article_bytes = kLimit;
  if (!map.empty()) options.fields = *ParseFieldMap(map);
  return ReadBytes(JsonFormat(), name, bytes, options);
}

std::vector<std::string> Names(const CollectingOutput& output) {
  std::vector<std::string> names;
  for (const proto::Article& article : output.articles) names.push_back(article.name());
  return names;
}

TEST(JsonFormatTest, ReadsAllMembersOfARecord) {
  const CollectingOutput output = Read("a.json", R"({"id": "a1", "text": "Bl\u00e5tt \ud83d\ude00",
      "title": "T", "source": "S", "published": "2025-07-04T12:00:00Z", "language": "NB-no",
      "url": "https://example.org/a1", "author": ["Kari Moe", {"name": "Eva Berg"}],
      "extra": {"text": [1, "x"]}})");
  ASSERT_THAT(output.articles, SizeIs(1));
  const proto::Article& article = output.articles[0];
  EXPECT_EQ(article.name(), "a1");
  EXPECT_EQ(article.text(), "Blått 😀");
  EXPECT_EQ(article.title(), "T");
  EXPECT_EQ(article.source(), "S");
  EXPECT_EQ(article.published(), "2025-07-04");
  EXPECT_EQ(article.language(), "nb");
  EXPECT_EQ(article.url(), "https://example.org/a1");
  EXPECT_THAT(article.author(), ElementsAre("Kari Moe", "Eva Berg"));
  EXPECT_EQ(article.format(), "JSON");
}

TEST(JsonFormatTest, NamesByIdThenAddressThenPlace) {
  struct Case {
    const char* line;
    const char* name;
    const char* origin;
  };
  for (const Case& c : std::vector<Case>{
           {R"({"id": "i", "url": "u", "text": "x"})", "i", ""},
           {R"({"id": 17, "text": "x"})", "17", ""},
           {R"({"id": null, "url": "u", "text": "x"})", "u", ""},
           {R"({"id": "", "text": "x"})", "f.jsonl:1", "/n/f.jsonl:1"},
           {R"({"text": "x", "title": null})", "f.jsonl:1", "/n/f.jsonl:1"},
       }) {
    const CollectingOutput output = Read("f.jsonl", c.line);
    ASSERT_THAT(output.articles, SizeIs(1)) << c.line << output.Problem();
    EXPECT_EQ(output.articles[0].name(), c.name) << c.line;
    EXPECT_EQ(output.articles[0].origin(), c.origin) << c.line;
  }
  EXPECT_THAT(Names(Read("f.json", R"({"text": "x"})")), ElementsAre("f.json"));
}

TEST(JsonFormatTest, RefusesAndSaysWhatToMend) {
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
           {"{\"text\": \"x\", \"published\": \"i går\"}", "`published`: \"i går\" is no date"},
           {"{\"text\": \"" + std::string(kLimit + 1, 'x') + "\"}", "larger than the limit"},
           {std::string(50000, '['), "brackets in each other"},
           {"{\"a\":" + std::string(50000, '['), "brackets in each other"},
       }) {
    const CollectingOutput output = Read("f.jsonl", c.line);
    EXPECT_THAT(output.articles, SizeIs(0)) << c.line.substr(0, 80);
    EXPECT_THAT(output.Problem(), HasSubstr("f.jsonl:1: ")) << c.line.substr(0, 80);
    EXPECT_THAT(output.Problem(), HasSubstr(c.problem)) << c.line.substr(0, 80);
  }
}

TEST(JsonFormatTest, ReadsTheOtherLinesWhenOneIsBad) {
  const CollectingOutput output =
      Read("f.jsonl", "\xEF\xBB\xBF{\"text\": \"en\"}\r\n\n{bad}\n{\"text\": \"to\"}");
  EXPECT_THAT(Names(output), ElementsAre("f.jsonl:1", "f.jsonl:4"));
  ASSERT_THAT(output.problems, SizeIs(1));
  EXPECT_EQ(output.problems[0].place, "f.jsonl:3");
}

TEST(JsonFormatTest, KeepsNoMoreOfALineThanTheLimitAsks) {
  EXPECT_THAT(Read("f.jsonl", std::string(1000000, ' ') + "\n{\"text\": \"to\"}\n").articles,
              SizeIs(1));
  EXPECT_THAT(Read("f.jsonl", "{\"text\": \"" + std::string(1000000, 'x')).Problem(),
              HasSubstr("larger than the limit"));
}

TEST(JsonFormatTest, AnInputWithoutArticlesIsAProblem) {
  EXPECT_EQ(Read("f.jsonl", "\n  \n").problems[0].place, "f.jsonl");
  EXPECT_THAT(Read("f.json", "[]").Problem(), HasSubstr("no article"));
}

TEST(JsonFormatTest, ReadsArraysWhereverTheyStand) {
  for (const char* bytes : {
           R"([{"text": "En."}, {"text": "To."}])",
           R"({"count": 2, "results": [{"text": "En."}, {"text": "To."}]})",
           R"({"response": {"status": 0, "docs": [{"text": "En."}, {"text": "To."}]}})",
       }) {
    const CollectingOutput output = Read("f.json", bytes);
    EXPECT_THAT(Names(output), ElementsAre("f.json:1", "f.json:2")) << bytes << output.Problem();
  }
}

TEST(JsonFormatTest, ReadsTheMembersThatAreMapped) {
  const CollectingOutput output =
      Read("f.json", R"([{"innhold": {"html": "<p>En.</p><p>To.</p>"}, "dato": "5. mars 2025"}])",
           "text=innhold.html,published=dato");
  ASSERT_THAT(output.articles, SizeIs(1)) << output.Problem();
  EXPECT_EQ(output.articles[0].text(), "En.\n\nTo.");
  EXPECT_EQ(output.articles[0].published(), "2025-03-05");
}

TEST(JsonFormatTest, ReadsJsonFeed) {
  const CollectingOutput output = Read("feed.json", R"({
      "version": "https://jsonfeed.org/version/1.1", "title": "Nordlys", "language": "nb",
      "items": [{"id": "1", "url": "https://example.org/1", "title": "Møte",
      "content_html": "<p>Dahl møtte Moe.</p>", "date_published": "2025-03-05T09:00:00+01:00",
      "authors": [{"name": "Kari Moe"}]}, {"id": "2", "content_text": "Det regner."}]})");
  EXPECT_THAT(Names(output), ElementsAre("1", "2"));
  const proto::Article& first = output.articles[0];
  EXPECT_EQ(first.text(), "Dahl møtte Moe.");
  EXPECT_EQ(first.source(), "Nordlys");
  EXPECT_EQ(first.published(), "2025-03-05");
  EXPECT_EQ(first.format(), "JSON Feed");
  EXPECT_EQ(output.articles[1].language(), "nb");
}

TEST(JsonFormatTest, IsRecognisedByItsBrackets) {
  for (const char* bytes : {"{\"text\": \"x\"}", "\xEF\xBB\xBF [\n {\"a\": 1}]", "{}", "[]"}) {
    EXPECT_TRUE(Fits(JsonFormat(), "a", bytes)) << bytes;
  }
  for (const char* bytes : {"", "[NB] Bergen", "{tekst}", "tekst", "[1] note"}) {
    EXPECT_FALSE(Fits(JsonFormat(), "a", bytes)) << bytes;
  }
  EXPECT_TRUE(Fits(JsonFormat(), "a.jsonl", "oi"));
}

}  // namespace
}  // namespace norn::ingest
