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

}  // namespace
}  // namespace norn::ingest
