// A system that gives little, or fails: whatever call it is, a graph is as it was before or as it
// is to be, and the message and the code say what was wrong.
// The long run, over every call and every command: bazel test -c opt --test_timeout=36000
// --test_env=NORN_FAIL_EVERY=1 //tests/end_to_end:hardship_test
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/norn_process.h"
#include "tests/support/obey_permissions.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::HasSubstr;

constexpr char kFailingCalls[] = "tests/support/failing_calls.so";

class HardshipTest : public testing::Test {
 protected:
  HardshipTest() : graph_(folder_.Path("graph")) {
    first_ = folder_.Write("a.txt", "date 2025-07-04 Trump ringte Putin.\n");
    second_ = folder_.Write("b.txt", "date 2025-07-05 Putin snakket med Zelenskyj fredag.\n");
    EXPECT_EQ(RunNorn({"build", "--graph", folder_.Path("model"), first_}).code, 0);
    Reset();
    before_ = Dump();
    EXPECT_EQ(RunNorn({"add", "--graph", graph_, second_}).code, 0);
    after_ = Dump();
    EXPECT_NE(before_, after_);
    Reset();
  }

  void Reset() {
    fs::remove_all(graph_);
    fs::copy(folder_.Path("model"), graph_,
             fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  }
  std::string Dump() {
    const Ran ran = RunNorn({"export", "--graph", graph_, "--format", "jsonl"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  }
  void ExpectOneOfBoth() {
    const std::string now = Dump();
    EXPECT_TRUE(now == before_ || now == after_);
    const Ran check = RunNorn({"check", "--graph", graph_});
    EXPECT_EQ(check.code, 0) << check.err;
  }
  // As the graph was, and the next run, without the hardship, works.
  void ExpectAsItWas() {
    EXPECT_TRUE(Dump() == before_);
    EXPECT_EQ(RunNorn({"check", "--graph", graph_}).code, 0);
    EXPECT_EQ(RunNorn({"add", "--graph", graph_, second_}).code, 0);
    EXPECT_TRUE(Dump() == after_);
    Reset();
  }

  TempFolder folder_;
  std::string graph_;
  std::string first_;
  std::string second_;
  std::string before_;
  std::string after_;
};

TEST_F(HardshipTest, AFileThatGrowsTooLargeIs74) {
  const Ended ended =
      RunProcess({"add", "--graph", graph_, second_}, {.limits = {{RLIMIT_FSIZE, 600}}});
  EXPECT_EQ(ended.code, 74) << ended.signal << ended.err;
  EXPECT_THAT(ended.err, HasSubstr("File too large"));
  EXPECT_THAT(ended.err, HasSubstr(graph_));
  ExpectAsItWas();
}

// RocksDB asks for threads of its own.
TEST_F(HardshipTest, WithoutThreadsItIs74) {
  const Ended ended =
      RunProcess({"add", "--graph", graph_, second_},
                 {.environment = {{"LD_PRELOAD", kFailingCalls}, {"NORN_NO_THREADS", "1"}}});
  EXPECT_EQ(ended.code, 74) << ended.signal << ended.err;
  EXPECT_THAT(ended.err, HasSubstr("the system refused: Resource temporarily unavailable"));
  ExpectAsItWas();
}

TEST_F(HardshipTest, FewOpenFilesAre74AndNeverDamage) {
  for (const rlim_t most : {6, 10, 16}) {
    const ProcessOptions few = {.limits = {{RLIMIT_NOFILE, most}}};
    const Ended check = RunProcess({"check", "--graph", graph_}, few);
    EXPECT_THAT(check.code, AnyOf(0, 74)) << most << " " << check.signal << check.err;
    EXPECT_THAT(check.err, testing::Not(HasSubstr("damage"))) << most;
    const Ended add = RunProcess({"add", "--graph", graph_, second_}, few);
    if (add.code == 0) {
      EXPECT_TRUE(Dump() == after_);
      Reset();
      continue;
    }
    EXPECT_EQ(add.code, 74) << most << " " << add.signal << add.err;
    EXPECT_THAT(add.err, HasSubstr("Too many open files")) << most;
    ExpectAsItWas();
  }
}

TEST_F(HardshipTest, LittleMemoryIs74) {
  for (const rlim_t megabytes : {200, 300, 400}) {
    const Ended ended =
        RunProcess({"add", "--graph", graph_, second_}, {.limits = {{RLIMIT_AS, megabytes << 20}}});
    if (ended.code == 0) {
      EXPECT_TRUE(Dump() == after_);
      Reset();
      continue;
    }
    EXPECT_EQ(ended.code, 74) << megabytes << " " << ended.signal << ended.err;
    // A thread that there is no memory for is refused by the system.
    EXPECT_THAT(ended.err, AnyOf(HasSubstr("memory"), HasSubstr("the system refused")))
        << megabytes;
    ExpectAsItWas();
  }
}

TEST_F(HardshipTest, AFolderThatMayNotBeWrittenIs73) {
  fs::permissions(graph_ + "/generations", fs::perms::owner_write, fs::perm_options::remove);
  {
    const ObeyPermissions obey;
    const Ran ran = RunNorn({"add", "--graph", graph_, second_});
    EXPECT_EQ(ran.code, 73) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(graph_));
  }
  fs::permissions(graph_ + "/generations", fs::perms::owner_write, fs::perm_options::add);
  ExpectAsItWas();
}

// As an exported file is killed: what it was is there, and the next run takes away what was begun.
TEST_F(HardshipTest, AKilledExportLeavesTheOldFileAndNothingForGood) {
  const std::string output = folder_.Write("out/graph.jsonl", "as it was");
  for (const double milliseconds : {2., 10., 40.}) {
    RunProcess({"export", "--graph", graph_, "-o", output},
               {.kill_after = std::chrono::duration<double, std::milli>(milliseconds)});
    EXPECT_THAT(ReadFile(output), AnyOf("as it was", before_));
  }
  folder_.Write("out/graph.jsonl.norn-1.tmp", "begun");
  EXPECT_EQ(RunNorn({"export", "--graph", graph_, "-o", output}).code, 0);
  EXPECT_EQ(folder_.List("out"), "graph.jsonl\n");
}

TEST_F(HardshipTest, ASignalEndsARunThatRepeatsWithinSeconds) {
  std::string news;
  for (int i = 0; i < 300; ++i) {
    absl::StrAppend(&news, "{\"id\": \"", i,
                    "\", \"language\": \"nb\", \"text\": \"Trump ringte "
                    "Putin ",
                    1 + i % 28, ". juli 2025, og ", i, " andre var i Oslo.\"}\n");
  }
  folder_.Write("news.jsonl", news);
  const std::string config = folder_.Write("norn.textproto",
                                           "graph: \"graph\"\nsource: \"news.jsonl\"\nthreads: 1\n"
                                           "export { format: \"svg\" output: \"out.svg\" }\n");
  for (const double seconds : {0.3, 2.}) {
    const Ended ended =
        RunProcess({"rebuild", "--config", config, "--every", "1h"},
                   {.kill_after = std::chrono::duration<double>(seconds), .kill_signal = SIGTERM});
    EXPECT_LT(ended.took, std::chrono::duration<double>(seconds + 5));
    EXPECT_THAT(ended.code, AnyOf(0, -1)) << ended.err;  // -1: before it had begun to listen
    const Ran check = RunNorn({"check", "--graph", graph_});
    EXPECT_EQ(check.code, 0) << check.err;
  }
}

// How many calls apart those are that fail.
long Step() {
  const char* const asked = std::getenv("NORN_FAIL_EVERY");
  long step = 0;
  EXPECT_TRUE(asked == nullptr || absl::SimpleAtoi(asked, &step)) << asked;
  return step;
}

struct Tally {
  int runs = 0;
  int assertions = 0;  // RocksDB's
  std::set<int> codes;
};

class FailingCallsTest : public HardshipTest {
 protected:
  long CountCalls(const std::vector<std::string>& command) {
    const std::string file = folder_.Path("count");
    const Ended ended = RunProcess(command, {.environment = {{"LD_PRELOAD", kFailingCalls},
                                                             {"NORN_FAIL_UNDER", graph_},
                                                             {"NORN_FAIL_COUNT", file}}});
    EXPECT_EQ(ended.code, 0) << ended.err;
    long calls = 0;
    EXPECT_TRUE(absl::SimpleAtoi(ReadFile(file), &calls));
    Reset();
    return calls;
  }

  // RocksDB 7.8 ends the process by an assertion where some of its calls fail (docs/exit-codes.md).
  static bool IsRocksAssertion(const Ended& ended) {
    return ended.signal == SIGABRT &&
           (absl::StrContains(ended.err, "rocksdb") || absl::StrContains(ended.err, "Assertion"));
  }

  void FailAt(const std::vector<std::string>& command, long call, int error, bool always,
              Tally& tally) {
    SCOPED_TRACE(absl::StrCat(command[0], ", call ", call, always ? " and all behind it" : ""));
    ProcessOptions options;
    options.environment = {{"LD_PRELOAD", kFailingCalls},
                           {"NORN_FAIL_UNDER", graph_},
                           {"NORN_FAIL_AT", absl::StrCat(call)},
                           {"NORN_FAIL_ERROR", absl::StrCat(error)}};
    if (always) options.environment.emplace("NORN_FAIL_ALWAYS", "1");
    const Ended ended = RunProcess(command, options);
    ++tally.runs;
    if (IsRocksAssertion(ended)) {
      ++tally.assertions;
    } else {
      tally.codes.insert(ended.code);
      EXPECT_THAT(ended.code, AnyOf(0, 65, 66, 73, 74)) << ended.signal << ended.err;
    }
    ExpectOneOfBoth();
    Reset();
  }
};

TEST_F(FailingCallsTest, WhateverCallFailsTheGraphIsAsBeforeOrAsAfter) {
  const std::vector<std::vector<std::string>> commands = {
      {"add", "--graph", graph_, "--threads", "1", second_},
      {"check", "--graph", graph_, "--repair"}};
  constexpr long kRunsInShort = 5;
  for (const std::vector<std::string>& command : commands) {
    const long calls = CountCalls(command);
    EXPECT_GT(calls, 20) << command[0];
    const long step = Step() > 0 ? Step() : std::max(1L, calls / kRunsInShort);
    for (const bool always : {false, true}) {
      Tally tally;
      for (long call = 1; call <= calls; call += step) {
        FailAt(command, call, call % 2 == 0 ? EIO : ENOSPC, always, tally);
        if (HasFailure()) return;
      }
      std::cout << command[0] << ": " << calls << " calls, " << tally.runs << " runs with one "
                << (always ? "and all behind it " : "") << "failing, " << tally.assertions
                << " ended by RocksDB's assertions\n";
    }
  }
}

}  // namespace
}  // namespace norn::tests
