#include "ingest/resolve/copies.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;

// An agency's report of some eighty words.
constexpr char kReport[] =
    "Statsminister Jonas Gahr Støre møtte Storbritannias statsminister Keir Starmer i London "
    "mandag. "
    "De to snakket om samarbeidet i Nordsjøen, om støtten til Ukraina og om den nye fregattavtalen "
    "mellom landene. Avtalen gjelder minst fem skip av typen 26, som skal bygges i Skottland og "
    "være "
    "ferdige i årene fram mot 2030. Etter møtet sa Støre at avtalen er den største som Norge har "
    "gjort på forsvarsområdet. Starmer viste til at tusenvis av arbeidsplasser ved verftene i "
    "Glasgow "
    "blir trygget i mange år framover, og at flåtene skal seile sammen.";

proto::Article Article(std::string name, std::string published, std::string text) {
  proto::Article article;
  article.set_name(std::move(name));
  article.set_published(std::move(published));
  article.set_text(std::move(text));
  return article;
}

TEST(CopiesTest, FindsAnAgencysTextInOtherNewspapers) {
  const std::string report = kReport;
  const std::vector<proto::Article> articles = {
      Article("b", "2025-09-02", report + " (NTB)"),
      Article("a", "2025-09-01", report),
      // Shortened, with a heading of its own.
      Article("c", "2025-09-02", "Støre i London\n\n" + report.substr(0, report.find(" Etter"))),
      // A line of it quoted in a text of one's own.
      Article(
          "d", "2025-09-03",
          "I Bergen møter planene motstand. Fagforeningene spør hvorfor ingen av skipene skal "
          "bygges i Norge, og varsler en markering utenfor Stortinget i neste uke. Etter møtet sa "
          "Støre at avtalen er den største som Norge har gjort på forsvarsområdet. Det hjelper "
          "ikke verftene på Vestlandet, sier lederen i klubben, som har bedt om et møte med "
          "næringsministeren før budsjettet legges fram i oktober."),
  };
  EXPECT_THAT(FindCopies(articles), ElementsAre(1, 1, 1, 3));
}

TEST(CopiesTest, DoesNotDependOnTheOrder) {
  const proto::Article first = Article("a", "2025-09-01", kReport);
  const proto::Article second = Article("b", "2025-09-01", kReport);
  const std::vector<proto::Article> forth = {first, second};
  const std::vector<proto::Article> back = {second, first};
  EXPECT_THAT(FindCopies(forth), ElementsAre(0, 0));
  EXPECT_THAT(FindCopies(back), ElementsAre(1, 1));
}

TEST(CopiesTest, TakesShortTextsForOneOnlyWhereAllIsAlike) {
  const std::vector<proto::Article> articles = {
      Article("a", "2025-09-01", "Macron møtte Scholz i Paris tirsdag."),
      Article("b", "2025-09-02", "Macron møtte Scholz i Paris tirsdag"),
      Article("c", "2025-09-03", "Macron møtte Scholz i Berlin tirsdag."),
      Article("d", "2025-09-03", ""),
      Article("e", "2025-09-03", ""),
  };
  EXPECT_THAT(FindCopies(articles), ElementsAre(0, 0, 2, 3, 4));
}

TEST(CopiesTest, FindsAllOfManyCopiesAndNothingInCommonLines) {
  std::vector<proto::Article> articles;
  for (int i = 0; i < 100; ++i) {
    articles.push_back(Article("copy" + std::to_string(1000 + i), "2025-09-01", kReport));
  }
  // A newspaper's own lines below each of its articles.
  for (int i = 0; i < 100; ++i) {
    std::string own;
    for (int k = 0; k < 80; ++k) own += "ord" + std::to_string(i * 100 + k) + " ";
    articles.push_back(Article("own" + std::to_string(1000 + i), "2025-09-01",
                               own + "Avisa arbeider etter reglene for god presseskikk, og den som "
                                     "mener seg rammet, kan ta kontakt med redaksjonen."));
  }
  const std::vector<size_t> original = FindCopies(articles);
  for (size_t i = 0; i < 100; ++i) EXPECT_EQ(original[i], 0U);
  for (size_t i = 100; i < 200; ++i) EXPECT_EQ(original[i], i);
}

}  // namespace
}  // namespace norn::ingest
