// The pages of tests/pages: how much of each article is found, and nothing around it; what each
// page says of itself; live pages entry by entry.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "ingest/read/pages/html_page.h"
#include "tests/support/shingles.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

constexpr size_t kMostBytes = size_t{1} << 24;

nlohmann::json Truth() { return nlohmann::json::parse(ReadFile("tests/pages/ground-truth.json")); }

std::string PageOf(const std::string& id) { return ReadFile("tests/pages/" + id + ".html"); }

std::string RunningText(const proto::Article& article) {
  return article.passage_size() == 0 ? article.text()
                                     : article.text().substr(0, article.passage(0).start());
}

TEST(PagesTest, GiveTheirArticlesWithoutWhatStandsAround) {
  const nlohmann::json truth = Truth();
  ASSERT_GE(truth.size(), 30U);
  ShingleScore sum;
  for (const auto& [id, page] : truth.items()) {
    const auto article = ingest::ReadHtmlPage(id, PageOf(id), kMostBytes);
    ASSERT_TRUE(article.ok()) << id << article.status();
    const std::string text = RunningText(*article);
    const ShingleScore score = CompareShingles(page.at("articleBody"), text);
    EXPECT_GE(F1(score), 0.9) << id << ":\n" << text;
    sum.precision += score.precision / static_cast<double>(truth.size());
    sum.recall += score.recall / static_cast<double>(truth.size());
  }
  EXPECT_GE(F1(sum), 0.96);
}

TEST(PagesTest, SayWhatTheyAre) {
  const nlohmann::json truth = Truth();
  for (const auto& [id, page] : truth.items()) {
    const auto article = ingest::ReadHtmlPage(id, PageOf(id), kMostBytes);
    ASSERT_TRUE(article.ok()) << id << article.status();
    EXPECT_EQ(article->language(), id.substr(0, 2)) << id;
    EXPECT_NE(article->title(), "") << id;
    EXPECT_EQ(article->published().size(), 10U) << id;
    EXPECT_FALSE(absl::StartsWith(article->published(), "2026")) << id << ": a teaser's date";
  }
}

TEST(PagesTest, LivePagesAreCutIntoEntries) {
  const auto entries = ingest::ReadHtmlArticles("live.html", PageOf("nb-live-vilnius"), kMostBytes);
  ASSERT_TRUE(entries.ok()) << entries.status();
  ASSERT_EQ(entries->size(), 4U);
  const proto::Article& second = (*entries)[1];
  EXPECT_EQ(second.name(), "live.html#post-1");
  EXPECT_EQ(second.published(), "2023-07-12");
  EXPECT_EQ(second.updated(), "2023-07-12T10:01:00Z");
  EXPECT_TRUE(absl::StartsWith(second.text(), "Landene i G7")) << second.text();
  EXPECT_FALSE(absl::StrContains(second.text(), "Zelenskyj møtte")) << second.text();
}

}  // namespace
}  // namespace norn::tests
