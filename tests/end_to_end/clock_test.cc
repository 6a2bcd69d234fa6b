// A clock that is set back or ahead between two runs, or during one: the graph is the same, and
// nothing is forgotten that was read.
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/norn_process.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;

constexpr long kDay = 24L * 60 * 60;
// From now back to the first days of 1970, where a clock without a battery begins. Before them
// there is no time that a system can have.
const long kFirstDays = -(std::time(nullptr) / kDay - 7);

class ClockTest : public testing::Test {
 protected:
  ClockTest() : graph_(folder_.Path("graph")) {
    first_ = folder_.Write("a.txt", "date 2025-07-04 Trump ringte Putin.\n");
    second_ = folder_.Write("b.txt", "date 2025-07-05 Putin snakket med Zelenskyj fredag.\n");
  }

  // `days` from today; below 0 the clock is set back.
  Ended RunOn(long days, const std::vector<std::string>& arguments) {
    return RunProcess(arguments,
                      {.environment = {{"LD_PRELOAD", "tests/support/other_clock.so"},
                                       {"NORN_CLOCK_SHIFT", std::to_string(days * kDay)}}});
  }
  std::string Dump() {
    const Ran ran = RunNorn({"export", "--graph", graph_, "--format", "jsonl"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  }
  void ExpectSound() {
    const Ran ran = RunNorn({"check", "--graph", graph_});
    EXPECT_EQ(ran.code, 0) << ran.err;
  }

  TempFolder folder_;
  std::string graph_;
  std::string first_;
  std::string second_;
};

TEST_F(ClockTest, TheTestsClockIsTheProgramsClock) {
  const Ended built = RunOn(0, {"build", "--graph", graph_, first_});
  ASSERT_EQ(built.code, 0) << built.err;
  const std::vector<std::string> ask = {"query", "--graph", graph_,
                                        "RETURN date() < date('2020-01-01') AS early"};
  EXPECT_THAT(RunOn(0, ask).out, HasSubstr("false"));
  EXPECT_THAT(RunOn(-20000, ask).out, HasSubstr("true"));
}

TEST_F(ClockTest, EachCommandWorksOnAnyDayAndGivesTheSameGraph) {
  ASSERT_EQ(RunOn(0, {"build", "--graph", graph_, first_}).code, 0);
  const std::string one = Dump();
  ASSERT_EQ(RunOn(0, {"add", "--graph", graph_, second_}).code, 0);
  const std::string both = Dump();
  for (const long days : {kFirstDays, -400L, -1L, 400L, -2L, 0L}) {
    SCOPED_TRACE(days);
    Ended ended = RunOn(days, {"remove", "--graph", graph_, "b.txt"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(Dump(), one);
    ExpectSound();
    ended = RunOn(days, {"add", "--graph", graph_, second_});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(Dump(), both);
    ended = RunOn(days, {"build", "--graph", graph_, first_, second_});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("nothing changed"));
    ExpectSound();
  }
}

TEST_F(ClockTest, WhatIsNewerIsToldByItsNumber) {
  ASSERT_EQ(RunOn(0, {"build", "--graph", graph_, first_}).code, 0);
  const std::string one = Dump();
  ASSERT_EQ(RunOn(-400, {"add", "--graph", graph_, second_}).code, 0);
  const std::string both = Dump();
  ASSERT_EQ(RunOn(kFirstDays, {"rollback", "--graph", graph_}).code, 0);
  EXPECT_EQ(Dump(), one);
  ASSERT_EQ(RunOn(-1, {"rollback", "--graph", graph_, "2"}).code, 0);
  EXPECT_EQ(Dump(), both);
  ExpectSound();
}

TEST_F(ClockTest, AClockThatIsSetBackForgetsNoRecord) {
  ASSERT_EQ(RunOn(0, {"build", "--graph", graph_, first_, second_}).code, 0);
  for (const long days : {-400L, kFirstDays, -1L}) {
    ASSERT_EQ(RunOn(days, {"remove", "--graph", graph_, "b.txt"}).code, 0);
    const Ended ended = RunOn(days, {"build", "--graph", graph_, first_, second_});
    EXPECT_THAT(ended.err, HasSubstr("norn: 0 articles read, 2 taken from the cache")) << days;
  }
}

TEST_F(ClockTest, ScheduledRebuildsWriteWhatIsDue) {
  const std::string config = folder_.Write(
      "norn.textproto",
      "graph: \"graph\"\nsource: \"a.txt\"\nexport { format: \"jsonl\" output: \"out.jsonl\" }\n"
      "status_file: \"status.json\"\n");
  ASSERT_EQ(RunOn(400, {"rebuild", "--config", config}).code, 0);
  EXPECT_EQ(ReadFile(folder_.Path("out.jsonl")), Dump());
  // What was written then is of the future now; it is written anew all the same.
  folder_.Write("a.txt", "date 2025-07-04 Trump ringte Zelenskyj.\n");
  const Ended ended = RunOn(-400, {"rebuild", "--config", config});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ReadFile(folder_.Path("out.jsonl")), Dump());
  EXPECT_THAT(Dump(), HasSubstr("zelensky"));
  std::filesystem::remove(folder_.Path("out.jsonl"));
  EXPECT_EQ(RunOn(0, {"rebuild", "--config", config}).code, 0);
  EXPECT_EQ(ReadFile(folder_.Path("out.jsonl")), Dump());
}

}  // namespace
}  // namespace norn::tests
