// norn shell at a keyboard: what only a terminal shows.
#include <map>
#include <string>
#include <vector>

#include "graph/model/model.h"
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
    return {{"HOME", folder_.Path()},
            {"XDG_STATE_HOME", folder_.Path("state")},
            {"NO_COLOR", "1"},
            {"PAGER", "cat"}};
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

TEST_F(TypedShellTest, APasteIsTextUntilEnter) {
  PseudoTerminal terminal(Command(), Environment());
  EXPECT_TRUE(terminal.WaitFor("\x1b[?2004h"));
  terminal.Type("\x1b[200~:format jsonl\rRETURN // a comment\r\t'x' AS t,\r 'a\tb' AS u;\x1b[201~");
  terminal.Type("\r");
  EXPECT_TRUE(terminal.WaitFor("{\"t\":\"x\",\"u\":\"a\\tb\"}")) << terminal.shown();
  // No more marks while a query runs.
  EXPECT_NE(terminal.shown().find("\x1b[?2004l"), std::string::npos);
}

TEST_F(TypedShellTest, ColoursAreShownUnlessTheyAreNotWanted) {
  std::map<std::string, std::string> environment = Environment();
  environment.erase("NO_COLOR");
  {
    PseudoTerminal terminal(Command(), environment);
    EXPECT_TRUE(terminal.WaitFor("\x1b[1;36mnorn>")) << terminal.shown();
    terminal.Type("RETURN 1 AS one;\r");
    EXPECT_TRUE(terminal.WaitFor("\x1b[1m one \x1b[0m")) << terminal.shown();
    terminal.WaitFor("norn>");
    terminal.Type("nonsense;\r");
    EXPECT_TRUE(terminal.WaitFor("\x1b[1;31m")) << terminal.shown();
  }
  std::vector<std::string> command = Command();
  command.insert(command.end(), {"--color", "never"});
  PseudoTerminal terminal(command, environment);
  EXPECT_TRUE(terminal.WaitFor("norn> "));
  terminal.Type("RETURN 1 AS one;\r");
  EXPECT_TRUE(terminal.WaitFor("│ one │")) << terminal.shown();
}

TEST_F(TypedShellTest, NoTableIsWiderThanTheTerminal) {
  PseudoTerminal terminal(Command(), Environment(), /*columns=*/30);
  terminal.WaitFor("norn> ");
  terminal.Type(":schema Person\r");
  EXPECT_TRUE(terminal.WaitFor("property")) << terminal.shown();
  EXPECT_TRUE(terminal.WaitFor("…")) << terminal.shown();
  terminal.Type("MATCH (p:Person) RETURN p;\r");
  EXPECT_TRUE(terminal.WaitFor("shortened to the terminal's width")) << terminal.shown();
}

TEST_F(TypedShellTest, WordsThatAreNoQueryAreAnsweredAtOnce) {
  PseudoTerminal terminal(Command(), Environment());
  terminal.WaitFor("norn> ");
  terminal.Type("who spoke with whom\r");
  EXPECT_TRUE(terminal.WaitFor(":examples shows what can be asked")) << terminal.shown();
  EXPECT_TRUE(terminal.WaitFor("norn> ")) << terminal.shown();
}

TEST_F(TypedShellTest, TabCompletesNamesInTheGraph) {
  PseudoTerminal terminal(Command(), Environment());
  terminal.WaitFor("norn> ");
  terminal.Type(":find kari\t\r");
  EXPECT_TRUE(terminal.WaitFor("Kari \"K\" Nordmann")) << terminal.shown();
  EXPECT_TRUE(terminal.WaitFor("person/kari")) << terminal.shown();
}

TEST_F(TypedShellTest, ARebuildIsToldOfAndReloaded) {
  PseudoTerminal terminal(Command(), Environment());
  terminal.WaitFor("norn> ");
  terminal.Type("MATCH (n) RETURN count(n) AS before;\r");
  EXPECT_TRUE(terminal.WaitFor("before"));
  graph::PropertyGraph graph = SmallGraph();
  graph.nodes.push_back({"place/extra", {"Place"}, {{"name", graph::Value("Ekstra")}}});
  ASSERT_TRUE(graph::Normalize(graph).ok());
  PublishGraph(folder_.Path("graph"), graph);
  terminal.Type("MATCH (n:Place {name: 'Ekstra'}) RETURN count(n) AS extra;\r");
  EXPECT_TRUE(terminal.WaitFor(":reload asks the new one")) << terminal.shown();
  EXPECT_TRUE(terminal.WaitFor("│     0 │")) << terminal.shown();
  terminal.Type(":generation\r");
  EXPECT_TRUE(terminal.WaitFor("generation 1 of")) << terminal.shown();
  terminal.Type(":reload\r");
  EXPECT_TRUE(terminal.WaitFor("generation 2 of")) << terminal.shown();
  terminal.Type("MATCH (n:Place {name: 'Ekstra'}) RETURN count(n) AS extra;\r");
  EXPECT_TRUE(terminal.WaitFor("│     1 │")) << terminal.shown();
}

TEST_F(TypedShellTest, LongAnswersGoThroughThePager) {
  std::map<std::string, std::string> environment = Environment();
  environment["PAGER"] = "sed 's/^/> /'";
  PseudoTerminal terminal(Command(), environment);
  terminal.WaitFor("norn> ");
  terminal.Type("UNWIND range(1, 5) AS x RETURN x;\r");
  EXPECT_TRUE(terminal.WaitFor("\n│ 5 │")) << terminal.shown();
  terminal.Type("UNWIND range(1, 100) AS x RETURN x;\r");
  EXPECT_TRUE(terminal.WaitFor("> │ 100 │")) << terminal.shown();
  terminal.Type(":pager off\r");
  EXPECT_TRUE(terminal.WaitFor("at once"));
  terminal.Type("UNWIND range(1, 100) AS x RETURN x;\r");
  EXPECT_TRUE(terminal.WaitFor("\n│ 100 │")) << terminal.shown();
}

TEST_F(TypedShellTest, ALongQueryTellsTheTime) {
  PseudoTerminal terminal(Command(), Environment());
  terminal.WaitFor("norn> ");
  terminal.Type(
      "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b RETURN sum(a * b) AS s;\r");
  EXPECT_TRUE(terminal.WaitFor("2 s … Ctrl-C gives it up")) << terminal.shown();
  terminal.Type("\x03");
  EXPECT_TRUE(terminal.WaitFor("norn> ")) << terminal.shown();
}

TEST_F(TypedShellTest, DrawsAmongTheLinesOfATerminalThatCan) {
  struct Row {
    const char* answer;  // of the terminal
    const char* shown;
  };
  for (const Row& row : {Row{"\x1b_Gi=31;OK\x1b\\\x1b[?62c", "\x1b_Ga=T,f=100,"},
                         Row{"\x1b[?62;4;22c", "\x1bP0;1q"}}) {
    PseudoTerminal terminal(Command(), Environment());
    terminal.WaitFor("norn> ");
    terminal.Type(":examples 1\r");
    EXPECT_TRUE(terminal.WaitFor("2 rows, ")) << terminal.shown();
    terminal.WaitFor("norn> ");
    terminal.Type(":draw\r");
    EXPECT_TRUE(terminal.WaitFor("\x1b_Gi=31,")) << terminal.shown();
    terminal.Type(row.answer);
    EXPECT_TRUE(terminal.WaitFor(row.shown)) << terminal.shown();
    EXPECT_TRUE(terminal.WaitFor("norn> ")) << terminal.shown();
    terminal.Type(":draw text\r");
    EXPECT_TRUE(terminal.WaitFor("└─ spoke with")) << terminal.shown();
  }
}

TEST_F(TypedShellTest, DrawsIntoAFileWhereTheTerminalShowsNoPictures) {
  const std::string file = folder_.Path("drawn.svg");
  PseudoTerminal terminal(Command(), Environment());
  terminal.WaitFor("norn> ");
  terminal.Type(":examples 1\r");
  EXPECT_TRUE(terminal.WaitFor("2 rows, ")) << terminal.shown();
  terminal.Type(":draw " + file + "\r");
  EXPECT_TRUE(terminal.WaitFor("wrote " + file)) << terminal.shown();
  EXPECT_NE(ReadFile(file).find("Who spoke with whom most often?"), std::string::npos);
}

TEST_F(TypedShellTest, SavesAndReads) {
  const std::string rows = folder_.Path("rows.csv");
  const std::string asked = folder_.Path("asked.cypher");
  PseudoTerminal terminal(Command(), Environment());
  terminal.WaitFor("norn> ");
  terminal.Type("RETURN 42 AS answer;\r");
  EXPECT_TRUE(terminal.WaitFor("│     42 │")) << terminal.shown();
  terminal.Type(":save " + rows + "\r");
  EXPECT_TRUE(terminal.WaitFor("wrote " + rows)) << terminal.shown();
  terminal.Type(":save " + asked + "\r");
  EXPECT_TRUE(terminal.WaitFor("wrote " + asked)) << terminal.shown();
  EXPECT_EQ(ReadFile(rows), "answer\r\n42\r\n");
  terminal.Type(":read " + asked + "\r");
  EXPECT_TRUE(terminal.WaitFor("│     42 │")) << terminal.shown();
}

}  // namespace
}  // namespace norn::tests
