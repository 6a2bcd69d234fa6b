// What norn says of itself, and to those who ask it wrongly.
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

// All that people are told of.
const std::vector<std::string>& Subcommands() {
  static const auto* const names = new std::vector<std::string>(
      absl::StrSplit(RunNorn({"manual", "commands"}).out, '\n', absl::SkipEmpty()));
  EXPECT_GT(names->size(), 10);
  return *names;
}

TEST(Usage, HelpNamesEverySubcommandAndTheExitCodes) {
  const Ran ran = RunNorn({"--help"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.err, "");
  for (const std::string& name : Subcommands()) EXPECT_THAT(ran.out, HasSubstr("\n  " + name));
  EXPECT_THAT(ran.out, HasSubstr("Exit codes: 0 done, 64"));
}

TEST(Usage, EverySubcommandHelpsWithAnExampleAndTheExitCodes) {
  for (const std::string& name : Subcommands()) {
    const Ran ran = RunNorn({name, "--help"});
    EXPECT_EQ(ran.code, 0) << name;
    EXPECT_THAT(ran.out, HasSubstr("Example:\n  norn " + name)) << name;
    EXPECT_THAT(ran.out, HasSubstr("Exit codes:")) << name;
  }
}

TEST(Usage, HelpIsASubcommandToo) {
  EXPECT_EQ(RunNorn({"help"}).out, RunNorn({"--help"}).out);
  EXPECT_EQ(RunNorn({"help", "query"}).out, RunNorn({"query", "--help"}).out);
  EXPECT_EQ(RunNorn({"help", "nothing"}).code, 64);
  // Alone it helps too, but has done nothing.
  EXPECT_THAT(RunNorn({}).err, HasSubstr("\n  query"));
}

TEST(Usage, ManualPagesAndCompletionsNameEverySubcommand) {
  for (const std::string& name : Subcommands()) {
    const Ran page = RunNorn({"manual", "man", name});
    EXPECT_EQ(page.code, 0);
    EXPECT_THAT(page.out, HasSubstr("norn\\-" + name + " \\- ")) << name;
    for (const char* shell : {"bash", "zsh", "fish"}) {
      EXPECT_THAT(RunNorn({"manual", shell}).out, HasSubstr(name)) << shell;
    }
  }
  EXPECT_THAT(RunNorn({"manual", "man", "query"}).out, HasSubstr("One of table, jsonl, csv"));
  EXPECT_THAT(RunNorn({"manual", "man", "query"}).out,
              HasSubstr("\\-\\-format\\fR \\fIWORD\\fR\n"));
  EXPECT_THAT(RunNorn({"manual", "man", "query"}).out, HasSubstr("\\-\\-scratch"));
  EXPECT_EQ(RunNorn({"manual", "man", "nothing"}).code, 64);
}

TEST(Usage, VersionNamesTheCommit) {
  const Ran ran = RunNorn({"--version"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, MatchesRegex("norn [0-9]+\\.[0-9]+\\.[0-9]+ \\(commit [a-z0-9-]+\\)\n"));
}

TEST(Usage, MistakesAreToldAndAre64) {
  struct Row {
    std::vector<std::string> arguments;
    std::string message;
  };
  const std::vector<Row> rows = {
      {{}, "subcommand"},
      {{"frobnicate"}, "frobnicate"},
      {{"build"}, "--graph"},
      {{"build", "--graph", "g"}, "source"},
      {{"build", "--graph", "g", "a", "--threads", "0"}, "--threads"},
      {{"build", "--graph", "g", "a", "--threads", "many"}, "--threads"},
      {{"query", "--graph", "g"}, "query"},
      {{"query", "--graph", "g", "--format", "yaml", "RETURN 1"}, "--format"},
      {{"query", "--graph", "g", "--timeout", "-1", "RETURN 1"}, "--timeout"},
      {{"query", "--graph", "g", "--param", "x", "RETURN 1"}, "x"},
      {{"export", "--graph", "g"}, "--format"},
      {{"export", "--graph", "g", "--format", "bmp"}, "--format"},
      {{"export", "--graph", "g", "--format", "svg", "--layout", "spiral"}, "--layout"},
      {{"rebuild"}, "--config"},
      {{"rebuild", "--config", "c", "--every", "soon"}, "soon"},
      {{"rebuild", "--config", "c", "--every", "-1h"}, "-1h"},
      {{"rebuild", "--config", "c", "--every", "1h", "--once"}, "--once"},
      {{"check"}, "--graph"},
      {{"check", "--graph", "g", "--loud"}, "--loud"},
  };
  for (const Row& row : rows) {
    const Ran ran = RunNorn(row.arguments);
    EXPECT_EQ(ran.code, 64) << testing::PrintToString(row.arguments);
    EXPECT_THAT(ran.err, HasSubstr(row.message));
    EXPECT_EQ(ran.out, "");
  }
}

}  // namespace
}  // namespace norn::tests
