#include "ingest/read/pages/page_furniture.h"

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(PageFurnitureTest, KnowsItByItsNames) {
  for (const char* names :
       {"ad", "article-related", "ArticleRelated", "les-ogsa box", "x mostRead", "js_newsletter",
        "o-teaser--large", "read-next", "c-share-bar", "sr-only"}) {
    EXPECT_TRUE(NamesFurniture(names)) << names;
  }
  for (const char* names : {"", "article", "body-text", "header", "loading", "shadow", "read",
                            "more content", "story-body", "adresse", "grid__item"}) {
    EXPECT_FALSE(NamesFurniture(names)) << names;
  }
}

TEST(PageFurnitureTest, KnowsCommentsAndArticlesByTheirNames) {
  EXPECT_TRUE(NamesComments("commentsContainer"));
  EXPECT_TRUE(NamesComments("o-comments"));
  EXPECT_FALSE(NamesComments("commentary"));
  EXPECT_TRUE(NamesArticle("l-col article__main"));
  EXPECT_FALSE(NamesArticle("sidebar teaser"));
  EXPECT_TRUE(NamesArticleBody("l-segment l-article-body-segment"));
  EXPECT_FALSE(NamesArticleBody("article-sidebar"));
  EXPECT_TRUE(NamesStandfirst("article-lead"));
  EXPECT_FALSE(NamesStandfirst("leader misleading"));
  EXPECT_TRUE(NamesLive("live-post"));
  EXPECT_FALSE(NamesLive("live olive-post"));
}

TEST(PageFurnitureTest, KnowsLabelsOfAdvertisements) {
  for (const char* label : {"Annonse", "ANNONS", "Annonce Køb to par.", "Advertisement"}) {
    EXPECT_TRUE(IsAdvertLabel(label)) << label;
  }
  for (const char* text : {"", "Annonsen sto i avisa.", "Reklame er forbudt her."}) {
    EXPECT_FALSE(IsAdvertLabel(text)) << text;
  }
}

}  // namespace
}  // namespace norn::ingest
