#include "graph/store/generation_writer.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "gmock/gmock.h"
#include "graph/store/store.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

GenerationContent TwoShips() {
  GenerationContent content;
  content.graph.nodes = {{"ship/fram", {"Ship"}, {{"name", Value("Fram")}}},
                         {"ship/gjoa", {"Ship"}, {}}};
  content.graph.edges = {{"ship/fram", "ship/gjoa", "MET", "", {{"date", Value("1903")}}}};
  EXPECT_TRUE(Normalize(content.graph).ok());
  return content;
}

std::string BytesOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class GenerationWriterTest : public testing::Test {
 protected:
  void TearDown() override { fs::remove_all(folder_); }

  // Ends the work at the step of that name.
  StepHook UntilStep(const std::string& last) {
    return [this, last](absl::string_view step) {
      steps_.emplace_back(step);
      return step == last ? absl::AbortedError("here") : absl::OkStatus();
    };
  }

  const std::string folder_ = testing::TempDir() + "/generation_writer_test";
  std::vector<std::string> steps_;
};

TEST_F(GenerationWriterTest, WritesStoreAndViewAndSaysWhatTheyAreOf) {
  const absl::StatusOr<proto::Manifest> manifest =
      WriteGeneration(folder_ + "/values", TwoShips(), UntilStep(""));
  ASSERT_TRUE(manifest.ok()) << manifest.status();
  EXPECT_THAT(steps_, ElementsAre("write store", "write view"));
  EXPECT_EQ(manifest->generation(), 0);
  EXPECT_EQ(manifest->nodes(), 2);
  EXPECT_EQ(manifest->edges(), 1);
  EXPECT_EQ(manifest->view_checksum(), ChecksumText(BytesOf(folder_ + "/values/view")));
  EXPECT_TRUE(fs::is_directory(folder_ + "/values/store"));
}

TEST_F(GenerationWriterTest, AGraphInColumnsGivesTheSameView) {
  const GenerationContent content = TwoShips();
  ASSERT_TRUE(WriteGeneration(folder_ + "/values", content, UntilStep("")).ok());
  const absl::StatusOr<proto::Manifest> manifest = WriteGeneration(
      folder_ + "/columns", ColumnarGraph::Of(content.graph).value(), UntilStep(""));
  ASSERT_TRUE(manifest.ok()) << manifest.status();
  EXPECT_EQ(BytesOf(folder_ + "/columns/view"), BytesOf(folder_ + "/values/view"));
  EXPECT_EQ(manifest->view_checksum(), ChecksumText(BytesOf(folder_ + "/values/view")));
}

TEST_F(GenerationWriterTest, AStepThatFailsEndsIt) {
  for (const char* step : {"write store", "write view"}) {
    steps_.clear();
    const std::string values = folder_ + "/values " + step;
    EXPECT_TRUE(absl::IsAborted(WriteGeneration(values, TwoShips(), UntilStep(step)).status()));
    EXPECT_EQ(steps_.back(), step);
    EXPECT_FALSE(fs::exists(values + "/view"));

    const std::string columns = folder_ + "/columns " + step;
    EXPECT_TRUE(absl::IsAborted(
        WriteGeneration(columns, ColumnarGraph::Of(TwoShips().graph).value(), UntilStep(step))
            .status()));
    EXPECT_FALSE(fs::exists(columns + "/view"));
  }
}

}  // namespace
}  // namespace norn::graph
