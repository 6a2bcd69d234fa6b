#include "ingest/read/pages/page_facts.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/pages/html_page.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;

constexpr size_t kLimit = size_t{1} << 20;

std::string PublishedOf(const std::string& html) {
  const auto article =
      ReadHtmlPage("a", html + "<article><p>Det regner i Bergen.</p></article>", kLimit);
  EXPECT_TRUE(article.ok()) << article.status();
  return article.ok() ? article->published() : "";
}

TEST(PageFactsTest, ReadsJsonLdWhereverTheArticleStandsInIt) {
  const std::string article = R"({"@type": "NewsArticle", "headline": "Møte i Bergen",
      "datePublished": "2025-03-05T09:00:00+01:00", "dateModified": "2025-03-05T12:00:00+01:00",
      "author": [{"@type": "Person", "name": "Kari Moe"}, "Eva Berg"], "inLanguage": "nb-NO",
      "publisher": {"@type": "Organization", "name": "Nordlys"}, "articleSection": ["Utenriks"],
      "isAccessibleForFree": "False", "mainEntityOfPage": {"@id": "https://example.org/1"}})";
  for (const std::string& json :
       {article, "[{\"@type\": \"Organization\"}, " + article + "]",
        "{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"WebPage\"}, " + article +
            "]}"}) {
    const PageFacts facts = FactsOfJsonLd(
        "<script>if (a<b) {}</script><SCRIPT type=\"application/ld+json\">" + json + "</script>");
    EXPECT_EQ(facts.title, "Møte i Bergen");
    EXPECT_EQ(facts.published, "2025-03-05");
    EXPECT_EQ(facts.updated, "2025-03-05T11:00:00Z");
    EXPECT_THAT(facts.authors, ElementsAre("Kari Moe", "Eva Berg"));
    EXPECT_EQ(facts.language, "nb");
    EXPECT_EQ(facts.source, "Nordlys");
    EXPECT_EQ(facts.section, "Utenriks");
    EXPECT_EQ(facts.url, "https://example.org/1");
    EXPECT_TRUE(facts.has_paywall);
  }
}

TEST(PageFactsTest, PassesOverJsonLdThatIsNone) {
  for (const char* html :
       {"", "<script type='application/ld+json'>{</script>", "<script type='application/ld+json'>",
        "<script", "<script type='application/ld+json'>{\"@type\": \"WebSite\"}</script>"}) {
    EXPECT_EQ(FactsOfJsonLd(html).published, "") << html;
  }
}

TEST(PageFactsTest, AsksTheBestPlaceFirst) {
  const std::string json_ld =
      "<script type='application/ld+json'>{\"@type\": \"Article\", \"datePublished\": "
      "\"2025-03-01\"}</script>";
  const std::string open_graph = "<meta property='article:published_time' content='2025-03-02'>";
  const std::string meta = "<meta name='date' content='2025-03-03'>";
  const std::string item = "<time itemprop='datePublished' datetime='2025-03-04'>x</time>";
  const std::string time = "<time datetime='2025-03-05'>x</time>";
  EXPECT_EQ(PublishedOf(time + item + meta + open_graph + json_ld), "2025-03-01");
  EXPECT_EQ(PublishedOf(time + item + meta + open_graph), "2025-03-02");
  EXPECT_EQ(PublishedOf(time + item + meta), "2025-03-03");
  EXPECT_EQ(PublishedOf(time + item), "2025-03-04");
  EXPECT_EQ(PublishedOf(time), "2025-03-05");
}

TEST(PageFactsTest, TakesNoDateOfOtherArticles) {
  EXPECT_EQ(PublishedOf("<aside><time datetime='2025-03-05'>x</time></aside>"), "");
  EXPECT_EQ(PublishedOf("<div class='related'><time datetime='2025-03-05'>x</time></div>"), "");
  EXPECT_EQ(PublishedOf("<article><time datetime='2025-03-05'>x</time></article>"), "");
}

TEST(PageFactsTest, KnowsTheAddress) {
  const auto article = ReadHtmlPage(
      "a", "<link rel=canonical href='https://example.org/1'><p>Det regner i Bergen.</p>", kLimit);
  ASSERT_TRUE(article.ok());
  EXPECT_EQ(article->url(), "https://example.org/1");
}

}  // namespace
}  // namespace norn::ingest
