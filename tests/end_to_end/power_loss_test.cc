// Power is lost in the midst of a command, and with it what was not synced: the graph is as it was
// before or as it is to be, and the next build works. The long run: bazel test -c opt
// --test_timeout=36000 --test_env=NORN_POWER_LOSSES=200 //tests/end_to_end:power_loss_test
#include "tests/support/power_loss.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/norn_process.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

namespace fs = std::filesystem;

int Losses() {
  const char* const asked = std::getenv("NORN_POWER_LOSSES");
  int losses = 16;
  EXPECT_TRUE(asked == nullptr || absl::SimpleAtoi(asked, &losses)) << asked;
  return losses;
}

class PowerLossEndToEndTest : public testing::Test {
 protected:
  PowerLossEndToEndTest() : disk_(folder_.Path("disk")), graph_(disk_ + "/graph") {
    first_ = folder_.Write("a.txt", "date 2025-07-04 Trump ringte Putin.\n");
    second_ = folder_.Write("b.txt", "date 2025-07-05 Putin snakket med Zelenskyj fredag.\n");
    fs::create_directory(disk_);
  }

  static std::string Dump(const std::string& graph) {
    const Ran ran = RunNorn({"export", "--graph", graph, "--format", "jsonl"});
    return ran.code == 66 ? "none" : ran.code == 0 ? ran.out : absl::StrCat(ran.code, ran.err);
  }

  std::string LogOf(const std::vector<std::string>& command) {
    const std::string log = folder_.Path("log");
    fs::remove(log);
    const Ended ended =
        RunProcess(command, {.environment = {{"LD_PRELOAD", "tests/support/failing_calls.so"},
                                             {"NORN_FAIL_UNDER", disk_},
                                             {"NORN_LOG_CALLS", log}}});
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ReadFile(log);
  }
  void LosePower(const std::vector<std::string>& command, int losses) {
    SCOPED_TRACE(command[0]);
    const std::string before = Dump(graph_);
    const PowerLoss start(disk_);
    const std::string log = LogOf(command);
    const std::string after = Dump(graph_);
    const size_t calls = PowerLoss::CountCalls(log);
    ASSERT_GE(calls, 5);
    std::mt19937 random(20250704);
    for (int i = 0; i < losses; ++i) {
      PowerLoss disk = start;
      const size_t done = random() % (calls + 1);
      disk.Replay(log, done);
      const std::string found = folder_.Path("found");
      fs::remove_all(found);
      disk.WriteTo(found, random);
      SCOPED_TRACE(absl::StrCat("after ", done, " of ", calls, " calls, loss ", i));
      const std::string now = Dump(found + "/graph");
      EXPECT_TRUE(now == before || now == after) << now;
      const Ran check = RunNorn({"check", "--graph", found + "/graph"});
      EXPECT_TRUE(check.code == 0 || now == "none") << check.out << check.err;
      const Ran next = RunNorn({"build", "--graph", found + "/graph", first_});
      EXPECT_EQ(next.code, 0) << next.err;
      if (HasFailure()) return;
    }
    std::cout << command[0] << ": " << losses << " losses of power within " << calls << " calls\n";
  }

  TempFolder folder_;
  std::string disk_;
  std::string graph_;
  std::string first_;
  std::string second_;
};

TEST_F(PowerLossEndToEndTest, TheGraphIsAsBeforeOrAsAfter) {
  const int losses = Losses() / 4;
  LosePower({"build", "--graph", graph_, first_}, losses);
  LosePower({"add", "--graph", graph_, second_}, losses);
  LosePower({"rollback", "--graph", graph_}, losses);
  LosePower({"build", "--graph", graph_, second_}, losses);
}

// An optimized build may call the system by other names: unseen syncs look like lost files.
TEST_F(PowerLossEndToEndTest, EachSyncOfAFolderIsSeen) {
  const std::string log = LogOf({"build", "--graph", graph_, first_});
  EXPECT_THAT(
      PowerLoss::SyncedFolders(log),
      testing::IsSupersetOf({graph_, graph_ + "/generations", graph_ + "/generations/000001.tmp"}));
}

}  // namespace
}  // namespace norn::tests
