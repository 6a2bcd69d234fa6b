#include "ingest/pipeline.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace norn::ingest {
namespace {

std::vector<proto::Article> Articles() {
  std::vector<proto::Article> articles;
  for (int i = 1; i <= 12; ++i) {
    proto::Article article;
    article.set_name(absl::StrCat("article-", 100 + i));
    article.set_language("nb");
    article.set_published("2024-03-20");
    article.set_text(
        absl::StrCat("Jonas Dahl møtte Olena Koval i Oslo ", i, ". mars. Møtet varte i en time."));
    articles.push_back(article);
  }
  return articles;
}

PipelineOptions WithThreads(unsigned threads) {
  PipelineOptions options;
  options.threads = threads;
  return options;
}

class PipelineTest : public testing::Test {
 protected:
  static const Extractor& TheExtractor() {
    static const Extractor extractor;
    return extractor;
  }
};

TEST_F(PipelineTest, TheNumberOfThreadsDoesNotMatter) {
  const auto one = BuildGraph(Articles(), TheExtractor(), WithThreads(1));
  ASSERT_TRUE(one.ok()) << one.status();
  EXPECT_FALSE(one->edges.empty());
  for (unsigned threads : {2u, 7u}) {
    const auto more = BuildGraph(Articles(), TheExtractor(), WithThreads(threads));
    ASSERT_TRUE(more.ok());
    EXPECT_EQ(one->nodes, more->nodes);
    EXPECT_EQ(one->edges, more->edges);
  }
}

// Ten times a pair that met, and one that did on the last day.
TEST_F(PipelineTest, CountsWhatWasReadTakenOverAndResolvedAnew) {
  std::map<std::string, std::string> cache;
  PipelineCounts counts;
  PipelineOptions options;
  options.counts = &counts;
  options.cache_get = [&](absl::string_view key) -> std::optional<std::string> {
    const auto found = cache.find(std::string(key));
    return found == cache.end() ? std::nullopt : std::make_optional(found->second);
  };
  options.cache_put = [&](absl::string_view key, absl::string_view record) {
    cache[std::string(key)] = std::string(record);
  };
  std::vector<proto::Article> articles = Articles();
  for (const char* name : {"x-1", "x-2"}) {
    proto::Article& article = articles.emplace_back(articles[0]);
    article.set_name(name);
    article.set_text("Kari Moen ringte Ola Berg 3. mars.");
  }
  ASSERT_TRUE(BuildGraph(articles, TheExtractor(), options).ok());
  EXPECT_EQ(counts.cached, 0);
  EXPECT_EQ(counts.extracted, articles.size());
  EXPECT_EQ(counts.taken_over, 0);
  EXPECT_EQ(counts.resolved, 2);
  articles.back().set_text("Kari Moen ringte Ola Berg 4. mars.");
  const auto graph = BuildGraph(articles, TheExtractor(), options);
  ASSERT_TRUE(graph.ok());
  EXPECT_EQ(counts.cached, articles.size() - 1);
  EXPECT_EQ(counts.extracted, 1);
  EXPECT_EQ(counts.taken_over, 1);
  EXPECT_EQ(counts.resolved, 1);
  EXPECT_EQ(*graph, *BuildGraph(articles, TheExtractor(), {}));
}

TEST_F(PipelineTest, ACachedRecordIsNotExtractedAgain) {
  std::map<std::string, std::string> cache;
  size_t extracted = 0;
  PipelineOptions options;
  options.cache_get = [&](absl::string_view key) -> std::optional<std::string> {
    const auto found = cache.find(std::string(key));
    return found == cache.end() ? std::nullopt : std::make_optional(found->second);
  };
  options.cache_put = [&](absl::string_view key, absl::string_view record) {
    cache[std::string(key)] = std::string(record);
  };
  options.progress = [&](size_t, size_t) { ++extracted; };
  const auto first = BuildGraph(Articles(), TheExtractor(), options);
  EXPECT_EQ(extracted, 12u);
  const auto second = BuildGraph(Articles(), TheExtractor(), options);
  EXPECT_EQ(extracted, 12u);
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->nodes, second->nodes);
  EXPECT_EQ(first->edges, second->edges);
}

TEST_F(PipelineTest, ADamagedCacheEntryIsExtractedAgain) {
  PipelineOptions options;
  size_t extracted = 0;
  options.cache_get = [](absl::string_view) { return std::make_optional<std::string>("\xff\xff"); };
  options.progress = [&](size_t, size_t) { ++extracted; };
  EXPECT_TRUE(BuildGraph(Articles(), TheExtractor(), options).ok());
  EXPECT_EQ(extracted, 12u);
}

TEST_F(PipelineTest, ACachedRecordThatDoesNotFitItsArticleIsExtractedAgain) {
  proto::Extraction unfit;
  unfit.add_events()->add_participants()->set_entity(7);
  PipelineOptions options;
  size_t extracted = 0;
  options.cache_get = [&](absl::string_view) { return unfit.SerializeAsString(); };
  options.progress = [&](size_t, size_t) { ++extracted; };
  options.left_out = [](const LeftOut& what) { ADD_FAILURE() << what.what; };
  EXPECT_TRUE(BuildGraph(Articles(), TheExtractor(), options).ok());
  EXPECT_EQ(extracted, 12u);
}

TEST_F(PipelineTest, ARecordIsInTheCacheWhenItsArticleIsDone) {
  size_t cached = 0;
  PipelineOptions options;
  options.threads = 2;
  options.cache_get = [](absl::string_view) { return std::nullopt; };
  options.cache_put = [&](absl::string_view key, absl::string_view) {
    if (key != kBlocksKey) ++cached;
  };
  options.progress = [&](size_t done, size_t) { EXPECT_EQ(cached, done); };
  EXPECT_TRUE(BuildGraph(Articles(), TheExtractor(), options).ok());
  EXPECT_EQ(cached, 12u);
}

TEST_F(PipelineTest, TheCacheKeyChangesWithAllThatARecordDependsOn) {
  proto::Article article = Articles()[0];
  const std::string key = ExtractionKey(article, "1");
  EXPECT_NE(key, ExtractionKey(article, "2"));
  article.set_published("2024-03-21");
  EXPECT_NE(key, ExtractionKey(article, "1"));
  article = Articles()[0];
  article.set_text(absl::StrCat(article.text(), " "));
  EXPECT_NE(key, ExtractionKey(article, "1"));
  EXPECT_EQ(key, ExtractionKey(Articles()[0], "1"));
}

TEST_F(PipelineTest, NoArticlesGiveAnEmptyGraph) {
  const auto graph = BuildGraph({}, TheExtractor(), {});
  ASSERT_TRUE(graph.ok());
  EXPECT_TRUE(graph->nodes.empty());
}

}  // namespace
}  // namespace norn::ingest
