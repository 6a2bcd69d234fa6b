// Whatever an article says, its record holds together, and a graph can be made, stored and checked.
// NORN_GENERATED_ARTICLES says of how many; the count below keeps the test short.
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "graph/store/directory.h"
#include "gtest/gtest.h"
#include "ingest/pipeline.h"
#include "ingest/resolve/record_check.h"
#include "ingest/resolve/resolve.h"
#include "tests/support/generated_sentences.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

constexpr int kArticles = 200;
constexpr uint32_t kSeed = 20250704;

int ArticleCount() {
  int count = kArticles;
  const char* const asked = std::getenv("NORN_GENERATED_ARTICLES");
  if (asked != nullptr) {
    EXPECT_TRUE(absl::SimpleAtoi(asked, &count)) << asked;
  }
  return count;
}

std::vector<proto::Article> Articles() {
  SentenceMaker maker(kSeed);
  std::vector<proto::Article> articles;
  for (int i = ArticleCount(); i > 0; --i) articles.push_back(maker.Next());
  return articles;
}

// Names the articles for which no graph can be made of them alone.
void ExpectEachResolves(const std::vector<proto::Article>& articles,
                        const ingest::Extractor& extractor) {
  for (const proto::Article& article : articles) {
    const proto::Extraction record = extractor.Extract(article);
    EXPECT_TRUE(ingest::CheckRecord(record, article).ok())
        << ingest::CheckRecord(record, article) << "\n"
        << article.language() << ": " << article.text();
    const auto graph = ingest::Resolve({article}, {record}, ingest::LexiconSet::BuiltIn());
    EXPECT_TRUE(graph.ok()) << graph.status() << "\n"
                            << article.language() << ": " << article.text();
  }
}

TEST(GeneratedArticlesTest, AGraphCanBeMadeStoredAndCheckedOfWhateverTheySay) {
  graph::GenerationContent content;
  content.articles = Articles();
  const ingest::Extractor extractor;
  size_t left_out = 0;
  ingest::PipelineOptions options;
  options.left_out = [&](const ingest::LeftOut& what) {
    ++left_out;
    // An article's own record always fits it; only claims can be left out.
    EXPECT_EQ(what.what.find("record"), std::string::npos) << what.article << ": " << what.what;
  };
  auto graph = ingest::BuildGraph(content.articles, extractor, options);
  if (!graph.ok()) ExpectEachResolves(content.articles, extractor);
  ASSERT_TRUE(graph.ok()) << graph.status();
  EXPECT_GT(graph->edges.size(), content.articles.size());  // the sentences say something
  RecordProperty("left_out", static_cast<int>(left_out));

  content.graph = *std::move(graph);
  content.extractor_version = extractor.version();
  const TempFolder folder;
  auto directory = graph::GraphDirectory::OpenForWriting(folder.Path("graph"));
  ASSERT_TRUE(directory.ok()) << directory.status();
  const auto manifest = directory->Publish(content);
  ASSERT_TRUE(manifest.ok()) << manifest.status();
  EXPECT_EQ(static_cast<size_t>(manifest->articles_size()), content.articles.size());
  EXPECT_TRUE(directory->Check().ok()) << directory->Check();
}

}  // namespace
}  // namespace norn::tests
