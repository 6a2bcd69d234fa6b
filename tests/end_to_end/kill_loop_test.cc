// Killed at any moment of any command that writes, a graph opens, is sound, and is one that was
// asked for. The long run: bazel test -c opt --test_timeout=36000 --test_env=NORN_KILLS=1000
// //tests/end_to_end:kill_loop_test

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "gtest/gtest.h"
#include "tests/support/norn_process.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

namespace fs = std::filesystem;

constexpr uint32_t kSeed = 20250704;

int Kills() {
  const char* const asked = std::getenv("NORN_KILLS");
  int kills = 25;
  EXPECT_TRUE(asked == nullptr || absl::SimpleAtoi(asked, &kills)) << asked;
  return kills;
}

class KillLoopTest : public testing::Test {
 protected:
  KillLoopTest() : graph_(folder_.Path("graph")) {
    const std::string first = folder_.Write("a.txt", "date 2025-07-04 Trump ringte Putin.\n");
    const std::string second =
        folder_.Write("b.txt", "date 2025-07-05 Putin snakket med Zelenskyj fredag.\n");
    const std::string nodes = folder_.Write("nodes.csv", "id:ID,:LABEL\na,Person\nb,Person\n");
    const std::string config =
        folder_.Write("norn.textproto",
                      "graph: \"graph\"\nsource: \"a.txt\"\nsource: \"b.txt\"\n"
                      "export { format: \"jsonl\" output: \"out.jsonl\" }\n");
    commands_ = {{"build", "--graph", graph_, first},
                 {"build", "--graph", graph_, first, second},
                 {"add", "--graph", graph_, second},
                 {"rebuild", "--config", config},
                 {"import", "--graph", graph_, "--replace", nodes},
                 {"restore", "--graph", graph_, folder_.Path("backup")},
                 {"rollback", "--graph", graph_},
                 {"check", "--graph", graph_, "--repair"},
                 {"remove", "--graph", graph_, "b.txt"},
                 {"upgrade", "--graph", graph_}};
    EXPECT_EQ(RunNorn(commands_[0]).code, 0);
    known_.insert(Dump());
    EXPECT_EQ(RunNorn({"backup", "--graph", graph_, folder_.Path("backup")}).code, 0);
    EXPECT_EQ(RunNorn(commands_[1]).code, 0);
    known_.insert(Dump());
    EXPECT_EQ(RunNorn(commands_[4]).code, 0);
    known_.insert(Dump());
    EXPECT_EQ(known_.size(), 3);
  }

  std::string Dump() {
    const Ran ran = RunNorn({"export", "--graph", graph_, "--format", "jsonl"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  }
  // Generations, whole or not, after a build has cleared up.
  size_t CountGenerations() {
    return std::distance(fs::directory_iterator(graph_ + "/generations"), {});
  }

  // As a norn wrote it that had no checksums of files yet.
  void MakeOlder() {
    const std::string folder = graph_ + "/CURRENT/";
    std::string manifest = ReadFile(folder + "MANIFEST");
    const size_t version = manifest.find("format_version: 2");
    if (version == std::string::npos) return;
    manifest.replace(version, 17, "format_version: 1");
    std::ofstream(folder + "MANIFEST") << manifest.substr(0, manifest.rfind("# XXH3-64"));
    fs::remove(folder + "CHECKSUMS");
  }

  TempFolder folder_;
  std::string graph_;
  std::vector<std::vector<std::string>> commands_;
  std::set<std::string> known_;
};

TEST_F(KillLoopTest, EveryGraphIsSoundAndOneThatWasAskedFor) {
  const int kills = Kills();
  // How long each takes here; the machine may be busier now than then.
  std::vector<Micros> whole(commands_.size(), std::chrono::seconds(2));
  std::mt19937 random(kSeed);
  std::uniform_real_distribution<double> part(0, 1.05);
  int killed = 0;
  for (int round = 0; killed < kills && round < 8 * kills; ++round) {
    const size_t command = random() % commands_.size();
    if (commands_[command][0] == "upgrade") MakeOlder();
    const Ended ended =
        RunProcess(commands_[command], {.kill_after = whole[command] * part(random)});
    if (ended.was_killed) {
      ++killed;
    } else {
      whole[command] = std::min<Micros>(whole[command] * 2, ended.took);
    }
    SCOPED_TRACE(commands_[command][0] + ", round " + std::to_string(round));
    EXPECT_TRUE(known_.contains(Dump()));
    const Ran check = RunNorn({"check", "--graph", graph_});
    EXPECT_EQ(check.code, 0) << check.err;
    if (HasFailure()) return;
  }
  EXPECT_EQ(killed, kills);
  // The next build works, and what the killed ones left is gone: the disk does not grow.
  ASSERT_EQ(RunNorn(commands_[0]).code, 0);
  ASSERT_EQ(RunNorn(commands_[1]).code, 0);
  EXPECT_LE(CountGenerations(), 2);
  fs::remove(folder_.Path("out.jsonl"));
  ASSERT_EQ(RunNorn(commands_[3]).code, 0);
  for (const auto& entry : fs::directory_iterator(folder_.Path())) {
    EXPECT_NE(entry.path().extension(), ".tmp") << entry.path();
  }
}

}  // namespace
}  // namespace norn::tests
