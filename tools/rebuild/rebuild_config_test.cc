#include "tools/rebuild/rebuild_config.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string Folder() { return testing::TempDir() + "rebuild_config_test"; }

std::string WriteConfig(const std::string& text) {
  std::filesystem::create_directories(Folder());
  const std::string path = Folder() + "/norn.textproto";
  std::ofstream(path) << text;
  return path;
}

TEST(RebuildConfig, PathsCountFromItsFolder) {
  const auto config = ReadRebuildConfig(WriteConfig(R"(
      graph: "graph"
      source: "news/../articles"
      source: "/srv/wire.jsonl"
      export { format: "svg" output: "out/calls.svg" }
  )"));
  ASSERT_TRUE(config.ok()) << config.status();
  EXPECT_EQ(config->graph(), Folder() + "/graph");
  EXPECT_THAT(config->source(), ElementsAre(Folder() + "/articles", "/srv/wire.jsonl"));
  EXPECT_EQ(config->export_(0).output(), Folder() + "/out/calls.svg");
}

TEST(RebuildConfig, MistakesAreNamedWithTheirPlace) {
  struct Row {
    std::string text;
    std::string place;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"graph: \"g\"\nsauce: \"a\"\n", ":2:", "sauce"},
      {"graph: \"g\nsource: \"a\"\n", ":1:", "String"},
      {"graph: \"g\"\nsource: 7\n", ":2:9", "Expected string"},
      {"source: \"a\"\n", ":1:1", "`graph` is missing"},
      {"graph: \"g\"\n", ":1:1", "`source` is missing"},
      {"graph: \"g\"\nspool { folder: \"in\" }\n", ":2:1", "needs a `folder` and an `archive`"},
      {"", ":1:1", "`graph` is missing"},
      {"graph: \"g\"\nsource: \"a\"\nsource: \"-\"\n", ":3:1", "file or a folder"},
      {"graph: \"g\"\nsource: \"a\"\nexport {\n  format: \"gif\"\n  output: \"x\"\n}\n", ":4:3",
       "unknown format 'gif'; there are arrow, csv, cypher"},
      {"graph: \"g\"\nsource: \"a\"\nexport { format: \"svg\" }\n", ":3:1", "`output` is missing"},
      {"graph: \"g\"\nsource: \"a\"\nexport { format: \"svg\" output: \"x\"\nlayout: \"pile\" }\n",
       ":4:1", "unknown layout 'pile'"},
      {"graph: \"g\"\nsource: \"a\"\nexport { format: \"svg\" output: \"x\"\ngroup_by: \"day\" }\n",
       ":4:1", "unknown group 'day'; there are state"},
      {"graph: \"g\"\nsource: \"a\"\nexport { format: \"svg\" output: \"x\"\nlanguage: \"fi\" }\n",
       ":4:1", "unknown language 'fi'"},
      {"graph: \"g\"\nsource: \"a\"\nmin_confidence: 1.5\n", ":3:1", "a number from 0 to 1"},
      {"graph: \"g\"\nrefuse_if_articles_shrink_by: -1\nsource: \"a\"\n", ":2:1",
       "a number from 0 to 1"},
      {std::string("\x00\xFF\x01", 3), ":1:1", ""},
  };
  for (const Row& row : rows) {
    const std::string path = WriteConfig(row.text);
    const auto config = ReadRebuildConfig(path);
    ASSERT_EQ(config.status().code(), absl::StatusCode::kInvalidArgument) << row.text;
    EXPECT_THAT(std::string(config.status().message()), HasSubstr(path + row.place));
    EXPECT_THAT(std::string(config.status().message()), HasSubstr(row.message));
  }
}

TEST(RebuildConfig, AMissingFileIsNotFound) {
  const auto config = ReadRebuildConfig(Folder() + "/nothing.textproto");
  EXPECT_EQ(config.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(config.status().message()), HasSubstr("nothing.textproto"));
}

TEST(RebuildConfig, AFolderIsNoFile) {
  std::filesystem::create_directories(Folder());
  EXPECT_EQ(ReadRebuildConfig(Folder()).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace norn::tools
