#include "tools/build/reading_gaps.h"

#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/extract/text_limit.h"

namespace norn::tools {
namespace {

using testing::HasSubstr;
using testing::Not;

proto::Article ArticleOf(const std::string& name, const std::string& language,
                         const std::string& published, const std::string& text) {
  proto::Article article;
  article.set_name(name);
  article.set_language(language);
  article.set_published(published);
  article.set_text(text);
  return article;
}

// What is said of the articles.
std::string Said(const std::vector<proto::Article>& articles) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Streams streams{in, out, err};
  ReportUnreadLanguages(articles, ingest::LexiconSet::BuiltIn(), streams);
  ReportGaps(articles, streams);
  EXPECT_EQ(out.str(), "");
  return err.str();
}

TEST(ReadingGapsTest, NothingIsSaidOfADatedArticleInALanguageThatIsRead) {
  EXPECT_EQ(Said({ArticleOf("a.txt", "nb", "2025-07-04", "Stortinget møttes.")}), "");
}

TEST(ReadingGapsTest, AnotherLanguageIsNamedAndCounted) {
  const std::string said = Said({ArticleOf("b.txt", "de", "2025-07-04", "Der Bundestag tagte.")});
  EXPECT_THAT(said, HasSubstr("b.txt: no facts are read from it: its language (de)"));
  EXPECT_THAT(said, HasSubstr("norn: no facts are read from other languages: de 1"));
}

TEST(ReadingGapsTest, OfManyUndatedArticlesTheFirstAreNamed) {
  std::vector<proto::Article> articles;
  for (int i = 1; i <= 6; ++i) {
    articles.push_back(ArticleOf(std::to_string(i) + ".txt", "nb", "", "Stortinget møttes."));
  }
  const std::string said = Said(articles);
  EXPECT_THAT(said, HasSubstr("5.txt: no date of publication is known"));
  EXPECT_THAT(said, Not(HasSubstr("6.txt")));
  EXPECT_THAT(said, HasSubstr("norn: 6 articles without a date"));
}

TEST(ReadingGapsTest, WhatIsTooLongIsReadInPart) {
  const std::string text(ingest::kMaxReadBytes + 1, 'a');
  EXPECT_THAT(Said({ArticleOf("long.txt", "nb", "2025-07-04", text)}),
              HasSubstr("long.txt: only its first "));
}

}  // namespace
}  // namespace norn::tools
