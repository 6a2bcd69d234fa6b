// norn shell, fed from a pipe; tools/shell_command_test.cc has the session's own behaviour.
#include <string>

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
                          ":format jsonl\n"
                          "RETURN q;\n"
                          "MATCH (e:Event {type: 'supply'})\n"
                          "RETURN e.id AS id;\n");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "{\"id\":\"event/supply/1\"}\n");
  EXPECT_THAT(ran.err, HasSubstr("`q`"));
}

TEST(ShellTest, AMissingGraphIs66) {
  TempFolder folder;
  EXPECT_EQ(RunNorn({"shell", "--graph", folder.Path("graph")}).code, 66);
}

}  // namespace
}  // namespace norn::tests
