// Every article in tests/articles meets its goals in tests/goals, read by itself. A failure shows
// the goal, the article and the graph that came of it.
#include "tests/support/goals.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "graph/model/model.h"
#include "gtest/gtest.h"
#include "ingest/extract/extractor.h"
#include "ingest/pipeline.h"
#include "ingest/prepare/language.h"
#include "ingest/read/reader.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

namespace fs = std::filesystem;

constexpr char kArticles[] = "tests/articles/";
constexpr char kGoals[] = "tests/goals/";

std::vector<std::string> GoalFiles() {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(kGoals)) {
    if (entry.path().extension() == ".goals") names.insert(entry.path().stem().string());
  }
  return {names.begin(), names.end()};
}

const ingest::Extractor& SharedExtractor() {
  static const auto* const extractor = new ingest::Extractor();
  return *extractor;
}

class GoalsTest : public testing::TestWithParam<std::string> {};

TEST_P(GoalsTest, AreMet) {
  const std::string goals = kGoals + GetParam() + ".goals";
  const std::string text = kArticles + GetParam() + ".txt";
  const ParsedGoals parsed = ParseGoals(ReadFile(goals));
  for (const std::string& error : parsed.errors) ADD_FAILURE() << goals << ", " << error;
  ASSERT_FALSE(parsed.goals.empty());

  ingest::ReadResult read = ingest::ReadSources({text}, {});
  ASSERT_EQ(read.articles.size(), 1) << text << " cannot be read";
  proto::Article& article = read.articles[0];
  ingest::FillLanguage(article);
  const auto graph = ingest::BuildGraph(read.articles, SharedExtractor(), {});
  ASSERT_TRUE(graph.ok()) << graph.status();

  std::string unmet;
  for (const Goal& goal : parsed.goals) {
    const std::string why = Unmet(goal, *graph);
    if (why.empty()) continue;
    unmet += goals + ":" + std::to_string(goal.line) + ": " + goal.text + ": " + why + "\n";
  }
  EXPECT_TRUE(unmet.empty()) << unmet << "\nThe article (" << article.language() << "):\n"
                             << article.text() << "\nThe graph that came of it:\n"
                             << Describe(*graph);
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  for (char& c : name) {
    if (!isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Articles, GoalsTest, testing::ValuesIn(GoalFiles()), TestName);

TEST(GoalFilesTest, EveryGoalFileHasItsArticle) {
  EXPECT_FALSE(GoalFiles().empty());
  for (const std::string& name : GoalFiles()) {
    EXPECT_TRUE(fs::exists(kArticles + name + ".txt")) << name;
  }
}

}  // namespace
}  // namespace norn::tests
