#include "ingest/read/articles/article_fields.h"

#include <string>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

constexpr size_t kLimit = 1000;

TEST(ArticleFieldsTest, TheFirstValueStays) {
  proto::Article article;
  SetPublished("ukjent", article);
  SetPublished("5. mars 2025", article);
  SetPublished("2024-01-01", article);
  SetUpdated("Wed, 05 Mar 2025 23:30:00 +0100", article);
  SetUpdated("2026-01-01T00:00:00Z", article);
  SetLanguage(" nb-NO", article);
  SetLanguage("sv", article);
  EXPECT_EQ(article.published(), "2025-03-05");
  EXPECT_EQ(article.updated(), "2025-03-05T22:30:00Z");
  EXPECT_EQ(article.language(), "nb");
}

TEST(ArticleFieldsTest, TakesMarkUpForMarkUp) {
  struct Case {
    const char* text;
    const char* expected;
  };
  for (const Case& c :
       {Case{"<p>Det <b>regner</b>.</p><p>Mye.</p>", "Det regner.\n\nMye."},
        Case{"Fisk &amp; kraft", "Fisk & kraft"}, Case{" 1 < 2 og 3 > 2 ", "1 < 2 og 3 > 2"},
        Case{"Det regner.\nMye.", "Det regner.\nMye."}}) {
    proto::Article article;
    ASSERT_TRUE(SetText(c.text, kLimit, article).ok()) << c.text;
    EXPECT_EQ(article.text(), c.expected);
  }
}

TEST(ArticleFieldsTest, TakesTheBestTextThatThereIs) {
  proto::Article article;
  article.set_title("Regn");
  EXPECT_TRUE(SetBody("<img src='a.jpg'>", "Det regner.", kLimit, article).ok());
  EXPECT_EQ(article.text(), "Det regner.");
  EXPECT_TRUE(SetBody("", " ", kLimit, article).ok());
  EXPECT_EQ(article.text(), "Regn");
  EXPECT_FALSE(SetBody(std::string(kLimit + 1, 'x'), "", kLimit, article).ok());
}

TEST(ArticleFieldsTest, NamesByIdAddressOrPlace) {
  const InputName input = {"n.xml", "n.xml", "/n/n.xml"};
  proto::Article article;
  NameArticle("", input, 2, article);
  EXPECT_EQ(article.name(), "n.xml:2");
  EXPECT_EQ(article.origin(), "/n/n.xml:2");
  article.Clear();
  article.set_url("https://a.example/1");
  NameArticle("  ", input, 2, article);
  EXPECT_EQ(article.name(), "https://a.example/1");
  EXPECT_EQ(article.origin(), "");
  NameArticle("urn:1", input, 2, article);
  EXPECT_EQ(article.name(), "urn:1");
}

}  // namespace
}  // namespace norn::ingest
