#include "ingest/reading_tools.h"

#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

#include "gtest/gtest.h"
#include "proto/article.pb.h"

namespace norn::ingest {
namespace {

std::string Write(const std::string& name, const std::string& text) {
  const std::string path = std::string(std::getenv("TEST_TMPDIR")) + "/" + name;
  std::ofstream(path) << text;
  return path;
}

int Entities(const ReadingTools& tools) {
  proto::Article article;
  article.set_name("a.txt");
  article.set_language("nb");
  article.set_text("Borgherren ringte naboen.");
  return tools.extractor().Extract(article).entities_size();
}

TEST(ReadingToolsTest, WithoutFilesAreTheBuiltInOnes) {
  const ReadingTools tools = ReadingTools::With({}).value();
  EXPECT_EQ(&tools.lexicons(), &LexiconSet::BuiltIn());
  EXPECT_EQ(tools.extractor().version(), Extractor().version());
  EXPECT_EQ(Entities(tools), 0);
}

TEST(ReadingToolsTest, WordsOfOnesOwnAreReadWherever) {
  const std::string words =
      Write("words.textproto", "actor { id: \"person/x\" kind: PERSON name: \"Borgherren\" }\n");
  ReadingTools made = ReadingTools::With({words}).value();
  const ReadingTools tools = std::move(made);
  EXPECT_NE(tools.extractor().version(), Extractor().version());
  EXPECT_NE(tools.lexicons().version(), LexiconSet::BuiltIn().version());
  EXPECT_EQ(Entities(tools), 1);
}

TEST(ReadingToolsTest, AFileThatIsWrongIsRefused) {
  const std::string words = Write("wrong.textproto", "actor {\n");
  EXPECT_TRUE(absl::IsInvalidArgument(ReadingTools::With({words}).status()));
}

}  // namespace
}  // namespace norn::ingest
