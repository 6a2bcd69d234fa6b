// norn shell, fed from a pipe, a file and the command line; tools/shell/shell_session_test.cc has
// the session's own behaviour.
#include <filesystem>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;

TEST(ShellTest, ReadsStatementsFromAPipe) {
  TempFolder folder;
  PublishSmallGraph(folder.Path("graph"));
  const Ran ran = RunNorn({"shell", "--graph", folder.Path("graph")},
                          "\xEF\xBB\xBF:format jsonl\n"
                          "MATCH (e:Event {type: 'supply'})\n"
                          "RETURN e.id AS id;\n");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "{\"id\":\"event/supply/1\"}\n");
  EXPECT_EQ(ran.err, "");
}

TEST(ShellTest, AMistakeEndsAScriptWithItsPlaceAnd64) {
  TempFolder folder;
  PublishSmallGraph(folder.Path("graph"));
  const std::string script =
      folder.Write("s.cypher", "RETURN 1 AS a;\nRETURN q;\nRETURN 2 AS b;\n");
  struct Row {
    std::vector<std::string> arguments;
    std::string input;
    bool goes_on;
  };
  const std::vector<Row> rows = {
      {{}, ReadFile(script), false},
      {{"-f", script}, "", false},
      {{"-c", "RETURN 1 AS a; RETURN q; RETURN 2 AS b"}, "", false},
      {{"-f", script, "--keep-going"}, "", true},
  };
  for (const Row& row : rows) {
    std::vector<std::string> arguments = {"shell", "--graph", folder.Path("graph"), "--format",
                                          "jsonl"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Ran ran = RunNorn(arguments, row.input);
    EXPECT_EQ(ran.code, 64);
    EXPECT_EQ(ran.out, row.goes_on ? "{\"a\":1}\n{\"b\":2}\n" : "{\"a\":1}\n");
    EXPECT_THAT(ran.err, HasSubstr("`q` is not defined (line "));
  }
}

TEST(ShellTest, LimitsHold) {
  TempFolder folder;
  PublishSmallGraph(folder.Path("graph"));
  const auto shell = [&folder](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"shell", "--graph", folder.Path("graph"), "--format",
                                          "jsonl"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunNorn(arguments);
  };
  EXPECT_EQ(shell({"--max-rows", "1", "-c", "UNWIND [1, 2] AS x RETURN x"}).out, "{\"x\":1}\n");
  EXPECT_EQ(
      shell({"--timeout", "0.02", "-c",
             "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*) AS n"})
          .code,
      124);
  EXPECT_EQ(shell({"--max-memory", "1M", "-c",
                   "UNWIND range(1, 1000000) AS a RETURN size(collect(a)) AS n"})
                .code,
            124);
  EXPECT_EQ(shell({"-f", folder.Path("nothing")}).code, 66);
  EXPECT_EQ(shell({"-c", "RETURN 1", "-f", folder.Path("nothing")}).code, 64);
}

TEST(ShellTest, WithoutAGraphThoseThatAreHereAreNamed) {
  TempFolder folder;
  PublishSmallGraph(folder.Path("news-2025"));
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder.Path());
  const Ran named = RunNorn({"shell", "-c", "RETURN 1"});
  std::filesystem::remove_all("news-2025");
  const Ran none = RunNorn({"shell", "-c", "RETURN 1"});
  std::filesystem::current_path(before);
  EXPECT_EQ(named.code, 64);
  EXPECT_THAT(named.err, HasSubstr("--graph DIR (here are news-2025)"));
  EXPECT_THAT(none.err, HasSubstr("there is none called graph here"));
}

TEST(ShellTest, AMissingGraphIs66) {
  TempFolder folder;
  EXPECT_EQ(RunNorn({"shell", "--graph", folder.Path("graph")}).code, 66);
}

}  // namespace
}  // namespace norn::tests
