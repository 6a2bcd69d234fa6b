// norn shell at a keyboard: what only a terminal shows.
#include <map>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/support/pseudo_terminal.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

constexpr char kBack[] = "\x10";  // Ctrl-P: what the up arrow does

class TypedShellTest : public testing::Test {
 protected:
  TypedShellTest() { PublishSmallGraph(folder_.Path("graph")); }

  std::map<std::string, std::string> Environment() const {
    return {{"HOME", folder_.Path()}, {"XDG_STATE_HOME", folder_.Path("state")}};
  }
  std::vector<std::string> Command() const {
    return {"tools/norn", "shell", "--graph", folder_.Path("graph")};
  }

  TempFolder folder_;
};

TEST_F(TypedShellTest, GreetsAnswersAndEnds) {
  PseudoTerminal terminal(Command(), Environment());
  EXPECT_TRUE(terminal.WaitFor(":help helps"));
  EXPECT_TRUE(terminal.WaitFor("norn> "));
  terminal.Type("help\n");
  EXPECT_TRUE(terminal.WaitFor(":examples"));
  EXPECT_TRUE(terminal.WaitFor("norn> "));
  terminal.Type("RETURN 41 + 1 AS x;\n");
  EXPECT_TRUE(terminal.WaitFor("│ 42 │")) << terminal.shown();
  EXPECT_TRUE(terminal.WaitFor("1 row, "));
  terminal.Type("nonsense;\n");
  EXPECT_TRUE(terminal.WaitFor("begins no clause"));
  terminal.Type("exit\n");
  EXPECT_EQ(terminal.Wait(), 0);
}

TEST_F(TypedShellTest, AStatementComesBackWithItsLineBreaks) {
  {
    PseudoTerminal terminal(Command(), Environment());
    terminal.WaitFor("norn> ");
    terminal.Type(":format jsonl\n");
    terminal.WaitFor("norn> ");
    terminal.Type("RETURN size('a\nb  cd') AS n, // a comment\n'x\ny' AS t;\n");
    EXPECT_TRUE(terminal.WaitFor("{\"n\":7,\"t\":\"x\\ny\"}")) << terminal.shown();
    terminal.WaitFor("norn> ");
    terminal.Type(std::string(kBack) + "\n");
    EXPECT_TRUE(terminal.WaitFor("{\"n\":7,\"t\":\"x\\ny\"}")) << terminal.shown();
    terminal.Type(":quit\n");
    EXPECT_EQ(terminal.Wait(), 0);
  }
  // In the next session too.
  PseudoTerminal terminal(Command(), Environment());
  terminal.WaitFor("norn> ");
  terminal.Type(std::string(kBack) + kBack + "\n");
  EXPECT_TRUE(terminal.WaitFor("│ 7 │ x y │")) << terminal.shown();
}

TEST_F(TypedShellTest, CtrlCGivesAStatementUp) {
  PseudoTerminal terminal(Command(), Environment());
  terminal.WaitFor("norn> ");
  terminal.Type("RETURN\n");
  EXPECT_TRUE(terminal.WaitFor("....> "));
  terminal.Type("\x03");
  EXPECT_TRUE(terminal.WaitFor("norn> ")) << terminal.shown();
  terminal.Type("RETURN 8 AS x;\n");
  EXPECT_TRUE(terminal.WaitFor("│ 8 │")) << terminal.shown();
}

TEST_F(TypedShellTest, CtrlCIsNotLostBetweenPromptAndWait) {
  PseudoTerminal terminal(Command(), Environment());
  for (int i = 0; i < 50; ++i) {
    ASSERT_TRUE(terminal.WaitFor("norn> ")) << terminal.shown();
    terminal.Type("\x03");
    ASSERT_TRUE(terminal.WaitFor("^C")) << terminal.shown();
  }
  terminal.WaitFor("norn> ");
  terminal.Type("RETURN 'på plass' AS x;\n");
  EXPECT_TRUE(terminal.WaitFor("│ på plass │")) << terminal.shown();
}

}  // namespace
}  // namespace norn::tests
