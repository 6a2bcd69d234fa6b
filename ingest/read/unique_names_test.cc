#include "ingest/read/unique_names.h"

#include <algorithm>
#include <string>

#include "base/digest.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;

proto::Article Make(const std::string& name, const std::string& text,
                    const std::string& published = "") {
  proto::Article article;
  article.set_name(name);
  article.set_text(text);
  article.set_published(published);
  article.set_sha256(base::Sha256Hex(text));
  return article;
}

std::vector<std::string> Names(const std::vector<proto::Article>& articles) {
  std::vector<std::string> names;
  for (const proto::Article& article : articles) names.push_back(article.name());
  return names;
}

TEST(UniqueNamesTest, DropsTheSameTextUnderTheSameName) {
  std::vector<proto::Article> articles = {Make("b", "x"), Make("a", "x"), Make("a", "x", "2025")};
  MakeNamesUnique(articles);
  EXPECT_THAT(Names(articles), ElementsAre("a", "b"));
  EXPECT_EQ(articles[0].published(), "2025");
}

TEST(UniqueNamesTest, AddsTheHashWhateverTheOrder) {
  std::vector<proto::Article> articles = {Make("a", "x"), Make("a", "y"), Make("a", "z")};
  std::vector<proto::Article> reversed(articles.rbegin(), articles.rend());
  MakeNamesUnique(articles);
  MakeNamesUnique(reversed);
  EXPECT_EQ(Names(articles), Names(reversed));
  ASSERT_EQ(articles.size(), 3);
  EXPECT_EQ(articles[0].name(), "a");
  for (int i : {1, 2}) EXPECT_EQ(articles[i].name(), "a#" + articles[i].sha256().substr(0, 8));
}

TEST(UniqueNamesTest, TakesMoreDigitsWhereTheNameIsTaken) {
  const std::string second = std::max(base::Sha256Hex("x"), base::Sha256Hex("y"));
  std::vector<proto::Article> articles = {Make("a", "x"), Make("a", "y"),
                                          Make("a#" + second.substr(0, 8), "q")};
  MakeNamesUnique(articles);
  EXPECT_THAT(Names(articles),
              ElementsAre("a", "a#" + second.substr(0, 8), "a#" + second.substr(0, 16)));
}

}  // namespace
}  // namespace norn::ingest
