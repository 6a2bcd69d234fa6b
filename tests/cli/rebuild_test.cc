// norn rebuild.
#include <atomic>
#include <filesystem>
#include <functional>
#include <sstream>
#include <string>
#include <thread>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"
#include "tools/rebuild_command.h"
#include "tools/streams.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr char kCall[] =
    "date 2025-07-05 Ukrainas president Volodymyr Zelenskyj snakket med USAs president Donald "
    "Trump på telefon fredag.\n";

class RebuildTest : public testing::Test {
 protected:
  RebuildTest() {
    folder_.Write("news/a.txt", kCall);
    config_ = folder_.Write("norn.textproto",
                            "graph: \"graph\"\nsource: \"news\"\n"
                            "export { format: \"dot\" output: \"graph.dot\" }\n");
  }
  Ran Rebuild() { return RunNorn({"rebuild", "--config", config_}); }

  TempFolder folder_;
  std::string config_;
};

TEST_F(RebuildTest, BuildsAndExportsFromTheFilesFolder) {
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("generation 1\n"));
  EXPECT_THAT(ran.err, HasSubstr("wrote " + folder_.Path("graph.dot")));
  EXPECT_THAT(ReadFile(folder_.Path("graph.dot")), HasSubstr("digraph"));
}

TEST_F(RebuildTest, WithoutChangesThereIsNoGenerationAndNoExport) {
  ASSERT_EQ(Rebuild().code, 0);
  folder_.Write("graph.dot", "untouched");
  const Ran again = Rebuild();
  EXPECT_EQ(again.code, 0);
  EXPECT_THAT(again.err, HasSubstr("generation 1 (nothing changed)"));
  EXPECT_EQ(ReadFile(folder_.Path("graph.dot")), "untouched");
}

TEST_F(RebuildTest, AnExportThatIsGoneIsWrittenAgain) {
  ASSERT_EQ(Rebuild().code, 0);
  std::filesystem::remove(folder_.Path("graph.dot"));
  EXPECT_EQ(Rebuild().code, 0);
  EXPECT_TRUE(std::filesystem::exists(folder_.Path("graph.dot")));
}

TEST_F(RebuildTest, ANewArticleMakesAGeneration) {
  ASSERT_EQ(Rebuild().code, 0);
  folder_.Write("news/b.txt", "Trump ringte Putin 3. juli 2025.\n");
  EXPECT_THAT(Rebuild().err, HasSubstr("2 articles"));
}

TEST_F(RebuildTest, AMistakeInTheConfigurationIs78WithItsPlace) {
  config_ = folder_.Write("bad.textproto", "graph: \"graph\"\nsauce: \"news\"\n");
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 78);
  EXPECT_THAT(ran.err, HasSubstr(config_ + ":2:"));
  EXPECT_FALSE(std::filesystem::exists(folder_.Path("graph")));
}

TEST_F(RebuildTest, AMissingConfigurationIs66) {
  config_ = folder_.Path("nothing.textproto");
  EXPECT_EQ(Rebuild().code, 66);
}

TEST_F(RebuildTest, AnExportThatFailsIsReportedAndTheOthersAreWritten) {
  config_ = folder_.Write("two.textproto",
                          "graph: \"graph\"\nsource: \"news\"\n"
                          "export { format: \"svg\" query: \"RETURN\" output: \"bad.svg\" }\n"
                          "export { format: \"jsonl\" output: \"good.jsonl\" }\n");
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err, HasSubstr("bad.svg was not written"));
  EXPECT_TRUE(std::filesystem::exists(folder_.Path("good.jsonl")));
  EXPECT_FALSE(std::filesystem::exists(folder_.Path("bad.svg")));
}

// Waits up to a minute for something to become true.
bool Eventually(const std::function<bool()>& is_true) {
  for (int i = 0; i < 600; ++i) {
    if (is_true()) return true;
    absl::SleepFor(absl::Milliseconds(100));
  }
  return false;
}

TEST_F(RebuildTest, RunsAgainAndAgainAndOverFailures) {
  std::istringstream in;
  std::ostringstream out, err;
  tools::Streams streams{in, out, err};
  std::atomic<bool> stop{false};
  tools::ExitCode code = tools::ExitCode::kInternal;
  std::thread runner([&] {
    code = tools::RunRebuild({config_, absl::Milliseconds(200)}, stop, streams);
  });
  const auto has_generation = [&](const char* name) {
    return [this, name] {
      return std::filesystem::exists(folder_.Path(std::string("graph/generations/") + name));
    };
  };
  EXPECT_TRUE(Eventually(has_generation("000001")));
  std::filesystem::rename(folder_.Path("news"), folder_.Path("away"));
  absl::SleepFor(absl::Seconds(1));  // runs that fail
  folder_.Write("away/b.txt", "Trump ringte Putin 3. juli 2025.\n");
  std::filesystem::rename(folder_.Path("away"), folder_.Path("news"));
  EXPECT_TRUE(Eventually(has_generation("000002")));
  stop = true;
  runner.join();
  EXPECT_EQ(code, tools::ExitCode::kDone);
  EXPECT_THAT(err.str(), HasSubstr("not all of this run went well"));
  EXPECT_THAT(err.str(), Not(HasSubstr("generation 3")));
}

TEST_F(RebuildTest, ABadConfigurationAtTheStartEndsIt) {
  config_ = folder_.Write("bad.textproto", "graph: 7\n");
  const Ran ran = RunNorn({"rebuild", "--config", config_, "--every", "1h"});
  EXPECT_EQ(ran.code, 78);
}

}  // namespace
}  // namespace norn::tests
