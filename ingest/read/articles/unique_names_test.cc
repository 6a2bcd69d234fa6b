#include "ingest/read/articles/unique_names.h"

#include <string>

#include "base/digest.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

proto::Article Make(const std::string& name, const std::string& text,
                    const std::string& origin = "") {
  proto::Article article;
  article.set_name(name);
  article.set_text(text);
  article.set_origin(origin);
  article.set_sha256(base::Sha256Hex(text));
  return article;
}

std::vector<std::string> Names(const std::vector<proto::Article>& articles) {
  std::vector<std::string> names;
  for (const proto::Article& article : articles) names.push_back(article.name());
  return names;
}

TEST(UniqueNamesTest, ANewTextOfOneIdReplacesTheOldOne) {
  std::vector<proto::Article> articles = {Make("b", "x"), Make("a", "x"), Make("a", "y")};
  EXPECT_THAT(MakeNamesUnique(articles), ElementsAre("a"));
  EXPECT_THAT(Names(articles), ElementsAre("a", "b"));
  EXPECT_EQ(articles[0].text(), "y");
  ASSERT_THAT(articles[0].earlier(), SizeIs(1));
  EXPECT_EQ(articles[0].earlier(0).text(), "x");

  articles.push_back(Make("a", "z"));
  EXPECT_THAT(MakeNamesUnique(articles), ElementsAre("a"));
  EXPECT_EQ(articles[0].text(), "z");
  ASSERT_THAT(articles[0].earlier(), SizeIs(2));
  EXPECT_EQ(articles[0].earlier(0).text(), "x");
  EXPECT_EQ(articles[0].earlier(1).text(), "y");
}

// As a build reads all of them, and as articles that are added come in parts.
TEST(UniqueNamesTest, HowTheTextsAreGroupedDoesNotMatter) {
  for (const std::string texts : {"xyz", "xyx", "xxy", "xyxy", "xyyx", "xxxx", "xyzxy"}) {
    std::vector<proto::Article> at_once;
    for (const char text : texts) at_once.push_back(Make("a", std::string(1, text)));
    MakeNamesUnique(at_once);
    for (size_t cut = 1; cut < texts.size(); ++cut) {
      std::vector<proto::Article> first, second;
      for (size_t i = 0; i < texts.size(); ++i) {
        (i < cut ? first : second).push_back(Make("a", std::string(1, texts[i])));
      }
      MakeNamesUnique(first);
      MakeNamesUnique(second);
      first.push_back(second[0]);
      MakeNamesUnique(first);
      ASSERT_THAT(first, SizeIs(1));
      EXPECT_EQ(first[0].SerializeAsString(), at_once[0].SerializeAsString())
          << texts << " " << cut;
    }
  }
}

TEST(UniqueNamesTest, WhatSaysThatItIsOlderReplacesNothing) {
  proto::Article second = Make("a", "second");
  second.set_updated("2025-03-05T12:00:00Z");
  proto::Article first = Make("a", "first");
  first.set_updated("2025-03-05T09:00:00Z");
  std::vector<proto::Article> articles = {second, first};
  MakeNamesUnique(articles);
  ASSERT_THAT(articles, SizeIs(1));
  EXPECT_EQ(articles[0].text(), "second");
  EXPECT_EQ(articles[0].earlier(0).text(), "first");
}

TEST(UniqueNamesTest, TheSameTextOfOneIdKeepsWhatEitherSays) {
  proto::Article dated = Make("a", "x");
  dated.set_published("2025");
  for (std::vector<proto::Article> articles :
       {std::vector<proto::Article>{dated, Make("a", "x")}, {Make("a", "x"), dated}}) {
    EXPECT_THAT(MakeNamesUnique(articles), IsEmpty());
    ASSERT_THAT(articles, SizeIs(1));
    EXPECT_EQ(articles[0].published(), "2025");
    EXPECT_THAT(articles[0].earlier(), IsEmpty());
  }
}

TEST(UniqueNamesTest, FilesAreToldApartByTheirFolders) {
  std::vector<proto::Article> articles = {
      Make("sak.txt", "x", "/n/x/1/sak.txt"), Make("sak.txt", "y", "/n/x/2/sak.txt"),
      Make("sak.txt", "z", "/n/y/2/sak.txt"), Make("b.txt", "q", "/n/b.txt")};
  MakeNamesUnique(articles);
  EXPECT_THAT(Names(articles), ElementsAre("b.txt", "x/1/sak.txt", "x/2/sak.txt", "y/2/sak.txt"));
  std::vector<proto::Article> two = {articles[1], articles[2]};
  MakeNamesUnique(two);
  EXPECT_THAT(Names(two), ElementsAre("1/sak.txt", "2/sak.txt"));
}

TEST(UniqueNamesTest, AFileThatChangedIsTheSameArticle) {
  std::vector<proto::Article> articles = {Make("a.txt", "x", "/n/a.txt"),
                                          Make("a.txt", "y", "/n/a.txt")};
  EXPECT_THAT(MakeNamesUnique(articles), ElementsAre("a.txt"));
  ASSERT_THAT(articles, SizeIs(1));
  EXPECT_EQ(articles[0].text(), "y");
}

TEST(UniqueNamesTest, CopiesOfOneFileAreOneArticle) {
  std::vector<proto::Article> articles = {Make("a.txt", "x", "/n/2/a.txt"),
                                          Make("a.txt", "x", "/n/1/a.txt")};
  EXPECT_THAT(MakeNamesUnique(articles), IsEmpty());
  EXPECT_THAT(Names(articles), ElementsAre("a.txt"));
  EXPECT_EQ(articles[0].origin(), "/n/1/a.txt");
}

TEST(UniqueNamesTest, TextsOfStandardInputAreAllKept) {
  std::vector<proto::Article> articles = {Make("stdin", "x", "-"), Make("stdin", "y", "-")};
  std::vector<proto::Article> reversed(articles.rbegin(), articles.rend());
  MakeNamesUnique(articles);
  MakeNamesUnique(reversed);
  EXPECT_EQ(Names(articles), Names(reversed));
  ASSERT_THAT(articles, SizeIs(2));
  const std::vector<std::string> names = Names(articles);
  MakeNamesUnique(articles);
  EXPECT_EQ(Names(articles), names);
}

TEST(UniqueNamesTest, IdsOfTwoSourcesAreTwo) {
  proto::Article one = Make("1", "x");
  one.set_source("Nordlys");
  proto::Article other = Make("1", "y");
  other.set_source("Sydposten");
  std::vector<proto::Article> articles = {one, other};
  EXPECT_THAT(MakeNamesUnique(articles), IsEmpty());
  ASSERT_THAT(articles, SizeIs(2));
  EXPECT_EQ(articles[0].name(), "1");
  EXPECT_THAT(articles[1].name(), ::testing::StartsWith("1#"));
  const std::vector<std::string> names = Names(articles);
  articles.push_back(other);
  MakeNamesUnique(articles);
  EXPECT_EQ(Names(articles), names);
}

// Whatever hash a name would get: what the source has called so is never taken for it.
TEST(UniqueNamesTest, AnIdWithAHashSignIsTheSourcesOwn) {
  for (const char digit : std::string("0123456789abcdef")) {
    const std::string id = std::string("sak#") + digit;
    std::vector<proto::Article> articles = {Make(id, "x"), Make("sak", "y"), Make("#", "z")};
    EXPECT_THAT(MakeNamesUnique(articles), IsEmpty());
    EXPECT_THAT(Names(articles), ElementsAre("#", "sak", id));
    MakeNamesUnique(articles);
    EXPECT_THAT(Names(articles), ElementsAre("#", "sak", id));
  }
}

// Even one that is called as another one would be to be told from a third.
TEST(UniqueNamesTest, AnIdIsStoredAndNotGuessedFromTheName) {
  proto::Article one = Make("1", "x");
  one.set_source("Nordlys");
  proto::Article other = Make("1", "y");
  other.set_source("Sydposten");
  std::vector<proto::Article> articles = {one, other};
  MakeNamesUnique(articles);
  const std::string with_hash = articles[1].name();
  EXPECT_EQ(articles[1].origin(), "id:1");

  proto::Article called_so = Make(with_hash, "z", "id:" + with_hash);
  called_so.set_source(articles[1].source());
  articles.push_back(called_so);
  for (int i = 0; i < 2; ++i) {
    EXPECT_THAT(MakeNamesUnique(articles), IsEmpty());
    ASSERT_THAT(articles, SizeIs(3));
    EXPECT_THAT(Names(articles), ::testing::IsSupersetOf({std::string("1"), with_hash}));
  }
}

}  // namespace
}  // namespace norn::ingest
