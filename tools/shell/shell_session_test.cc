#include "tools/shell/shell_session.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "graph/model/model.h"
#include "graph/view/view.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"
#include "tools/ask/asked_graph.h"
#include "tools/shell/line_source.h"

namespace norn::tools {
namespace {

using graph::Value;
using testing::AllOf;
using testing::ContainsRegex;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

graph::View SmallView() {
  graph::PropertyGraph graph;
  graph.nodes.push_back({"person/a", {"Actor", "Person"}, {{"name", Value("Alfa")}}});
  graph.nodes.push_back({"person/b", {"Actor", "Person"}, {{"name", Value("Beta")}}});
  graph.edges.push_back({"person/a", "person/b", "SPOKE_WITH", "1", {}});
  EXPECT_TRUE(graph::Normalize(graph).ok());
  auto bytes = graph::BuildView(graph);
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  auto view = graph::View::FromBytes(*std::move(bytes));
  EXPECT_TRUE(view.ok()) << view.status();
  return *std::move(view);
}

// Hands out lines and notes what is asked of it.
class ScriptedLines : public LineSource {
 public:
  explicit ScriptedLines(std::vector<std::string> lines) : lines_(std::move(lines)) {}
  std::optional<std::string> Read(const std::string& prompt) override {
    prompts.push_back(prompt);
    if (next_ == lines_.size()) return std::nullopt;
    return lines_[next_++];
  }
  void Remember(const std::string& statement) override { history.push_back(statement); }

  std::vector<std::string> prompts;
  std::vector<std::string> history;

 private:
  std::vector<std::string> lines_;
  size_t next_ = 0;
};

struct Transcript {
  ExitCode code;
  std::string out;
  std::string err;
  std::vector<std::string> prompts;
  std::vector<std::string> history;
};

Transcript SayTo(AskedGraph& graph, std::vector<std::string> lines,
                 const SessionOptions& options = {}) {
  ScriptedLines source(std::move(lines));
  std::istringstream in;
  std::ostringstream out, err;
  Streams streams{in, out, err};
  std::atomic<bool> cancelled{false};
  const ExitCode code = RunSession(graph, source, cancelled, options, streams);
  return {code, out.str(), err.str(), source.prompts, source.history};
}

Transcript Say(std::vector<std::string> lines, const SessionOptions& options = {}) {
  const std::unique_ptr<AskedGraph> graph = AskView(SmallView());
  return SayTo(*graph, std::move(lines), options);
}

TEST(Shell, AStatementMayTakeSeveralLines) {
  const Transcript said = Say({"MATCH (p:Person)", "RETURN p.name", "ORDER BY p.name;"});
  EXPECT_THAT(said.out, HasSubstr("Alfa"));
  EXPECT_EQ(said.err, "");
  EXPECT_THAT(said.prompts, ElementsAre("norn> ", "....> ", "....> ", "norn> "));
  EXPECT_THAT(said.history, ElementsAre("MATCH (p:Person)\nRETURN p.name\nORDER BY p.name;"));
}

TEST(Shell, ALineMayHoldSeveralStatements) {
  const Transcript said = Say({":format csv", "RETURN 1 AS a; RETURN ';' AS b; RETURN", "3 AS c;"});
  EXPECT_EQ(said.err, "");
  for (const char* expected : {"a\n1\n", "b\n;\n", "c\n3\n"}) {
    std::string text = said.out;
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    EXPECT_THAT(text, HasSubstr(expected));
  }
}

TEST(Shell, TheInputsEndEndsAStatement) {
  EXPECT_THAT(Say({"RETURN 41 + 1 AS x"}).out, HasSubstr("42"));
}

TEST(Shell, AMistakeDoesNotEndIt) {
  const Transcript said = Say({"MATCH (p:Person) RETURN q;", "RETURN 41 + 1 AS x;"});
  EXPECT_THAT(said.err, HasSubstr("line 1"));
  EXPECT_THAT(said.err, HasSubstr("^"));
  EXPECT_THAT(said.out, HasSubstr("42"));
}

TEST(Shell, AScriptEndsAtItsFirstMistakeAndNamesThePlace) {
  struct Row {
    std::vector<std::string> lines;
    const char* said;
  };
  const std::vector<Row> rows = {
      {{"// the first", "RETURN 1 AS a;", "RETURN nope;"}, "(line 3, column 8)\n  RETURN nope;\n"},
      {{"RETURN", "1 AS a; RETURN", "  nope;"}, "(line 3, column 3)"},
      {{"", ":frobnicate"}, "norn: s.cypher:2: there is no command :frobnicate"},
      {{"RETURN 'never ended"}, "line 1"},
  };
  for (Row row : rows) {
    row.lines.push_back("; RETURN 41 + 1 AS x;");
    SessionOptions options;
    options.stop_at_error = true;
    options.place = "s.cypher";
    const Transcript said = Say(row.lines, options);
    EXPECT_EQ(said.code, ExitCode::kUsage) << row.lines[0];
    EXPECT_THAT(said.err, HasSubstr(row.said));
    EXPECT_THAT(said.err, HasSubstr("s.cypher"));
    EXPECT_THAT(said.out, Not(HasSubstr("42"))) << row.lines[0];
  }
}

TEST(Shell, KeepingGoingStillTellsOfTheFirstMistake) {
  const Transcript said = Say({"RETURN nope;", "RETURN 41 + 1 AS x;"});
  EXPECT_EQ(said.code, ExitCode::kUsage);
  EXPECT_THAT(said.out, HasSubstr("42"));
}

TEST(Shell, WhoTypesHasSeenTheMistake) {
  EXPECT_EQ(Say({"RETURN nope;"}, {.interactive = true}).code, ExitCode::kDone);
}

TEST(Shell, ALimitOfTimeHasAnExitCodeOfItsOwn) {
  SessionOptions options;
  options.query.timeout = absl::Milliseconds(20);
  const Transcript said = Say(
      {"UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*) AS n;"}, options);
  EXPECT_EQ(said.code, ExitCode::kLimit) << said.err;
}

TEST(Shell, CommentsAskNothing) {
  const Transcript said = Say({"RETURN 1 AS a; // one; two", "/* three;", "four */", ":format csv",
                               "RETURN 5 AS b; // the end"});
  EXPECT_EQ(said.err, "");
  EXPECT_EQ(said.code, ExitCode::kDone);
  EXPECT_THAT(said.out, HasSubstr("b\r\n5\r\n"));
}

TEST(Shell, WordsThatBeginNoQueryAreAnsweredAtOnce) {
  const Transcript said =
      Say({"who spoke with whom", "RETURN 41 + 1 AS x;"}, {.interactive = true});
  EXPECT_THAT(said.err, HasSubstr("`who` begins no clause"));
  EXPECT_THAT(said.err, HasSubstr(":examples shows what can be asked"));
  EXPECT_THAT(said.out, HasSubstr("42"));
  EXPECT_THAT(said.history, ElementsAre("who spoke with whom", "RETURN 41 + 1 AS x;"));
  EXPECT_THAT(Say({"who is it;"}, {.interactive = true}).err, HasSubstr(":examples"));
  // What may have been meant is told already.
  EXPECT_THAT(Say({"MTCH (a)"}, {.interactive = true}).err,
              AllOf(HasSubstr("did you mean `MATCH`?"), Not(HasSubstr(":examples"))));
  // A file's statement goes on until its semicolon.
  EXPECT_THAT(Say({"who", "is it;"}).err, Not(HasSubstr(":examples")));
}

TEST(Shell, ACommandBetweenTheLinesOfAStatementIsNotTakenIntoIt) {
  const Transcript said =
      Say({"RETURN 41 + 1", "exit", ":examples", "AS x;"}, {.interactive = true});
  EXPECT_THAT(said.err, HasSubstr("exit was not run. The statement is not whole yet"));
  EXPECT_THAT(said.err, HasSubstr(":examples was not run."));
  EXPECT_THAT(said.out, HasSubstr("42"));
  EXPECT_THAT(Say({":format csv", "RETURN 'a", "exit", "b' AS x;"}, {.interactive = true}).out,
              HasSubstr("a\nexit\nb"));
}

TEST(Shell, HintsHowToEndAStatement) {
  EXPECT_THAT(Say({"RETURN 1 AS a", ""}, {.interactive = true}).err, HasSubstr("semicolon"));
  EXPECT_EQ(Say({"RETURN 1 AS a", "", ";"}).err, "");
}

TEST(Shell, TellsRowsAndTimeToWhoTypes) {
  EXPECT_THAT(Say({"UNWIND [1, 2] AS a RETURN a;"}, {.interactive = true}).out,
              ContainsRegex("2 rows, [0-9.]+ s\n"));
  EXPECT_THAT(Say({"UNWIND [1, 2] AS a RETURN a;"}).out, Not(HasSubstr("rows")));
}

TEST(Shell, RunsFiles) {
  const std::string file = testing::TempDir() + "/statements.cypher";
  std::ofstream(file) << "RETURN 41 + 1 AS x;\nRETURN nope;\nRETURN 8 AS never;\n";
  const Transcript said = Say({":source " + file, "RETURN 9 AS y;"}, {.interactive = true});
  EXPECT_THAT(said.out, HasSubstr("42"));
  EXPECT_THAT(said.out, Not(HasSubstr("never")));
  EXPECT_THAT(said.out, HasSubstr("9"));
  EXPECT_THAT(said.err,
              HasSubstr("statements.cypher: UndefinedVariable: `nope` is not defined (line 2"));
  EXPECT_THAT(Say({":source /nowhere/at/all"}).err, HasSubstr("No such file"));
}

TEST(Shell, FilesThatRunThemselvesEnd) {
  const std::string file = testing::TempDir() + "/loop.cypher";
  std::ofstream(file) << ":source " << file << "\n";
  EXPECT_THAT(Say({":source " + file}).err, HasSubstr("16 files run each other"));
}

TEST(Shell, OtherShellsWordsAreAnswered) {
  for (const char* word : {"help", "?", "HELP;", "\\?", ".help"}) {
    EXPECT_THAT(Say({word}).out, HasSubstr(":examples")) << word;
  }
  for (const char* word : {"exit", "quit", "\\q", ".quit", "exit;", ":q"}) {
    EXPECT_EQ(Say({word, "RETURN 1 AS a;"}).prompts.size(), 1) << word;
  }
  for (const char* word : {".tables", "\\d", "tables"}) {
    EXPECT_THAT(Say({word}).out, HasSubstr(":SPOKE_WITH")) << word;
  }
  // Within a statement they are what they are.
  EXPECT_THAT(Say({"MATCH (p:Person) RETURN count(p) AS", "help", ";"}).out, HasSubstr("help"));
}

TEST(Shell, AScratchGraphKeepsWhatStatementsMake) {
  const std::unique_ptr<AskedGraph> graph = MakeScratchGraph();
  const Transcript said = SayTo(*graph, {":format csv", "CREATE (:Ship {id: 1, name: 'Fram'});",
                                         "MATCH (s:Ship) RETURN s.id AS id;", ":schema"});
  EXPECT_EQ(said.err, "");
  EXPECT_THAT(said.out, HasSubstr("id\r\n1\r\n"));
  EXPECT_THAT(said.out, ContainsRegex(":Ship +1\n"));
  EXPECT_THAT(said.out, HasSubstr("  id, name\n"));
}

TEST(Shell, QuitEndsItAtOnce) {
  const Transcript said = Say({":quit", "RETURN 41 + 1 AS x;"});
  EXPECT_THAT(said.out, Not(HasSubstr("42")));
  EXPECT_EQ(said.prompts.size(), 1);
}

TEST(Shell, EveryExampleIsAQueryThatRuns) {
  std::istringstream examples(Say({":examples"}).out);
  std::string line;
  size_t queries = 0;
  while (std::getline(examples, line)) {
    if (line.substr(0, 2) != "  ") continue;
    ++queries;
    const Transcript said = Say({line});
    // A mistake gives no columns; names that this graph lacks are only warned of.
    EXPECT_THAT(said.out, Not(testing::IsEmpty())) << line << "\n" << said.err;
  }
  EXPECT_GE(queries, 5);
}

TEST(Shell, AnExampleIsAskedByItsNumberAndCanBeDrawn) {
  const Transcript said = Say({":format csv", ":examples 1"});
  EXPECT_EQ(said.err, "");
  EXPECT_THAT(said.out, HasSubstr("a.name,b.name,times\r\n"));
  for (const char* wrong : {":examples 0", ":examples 99", ":examples all"}) {
    EXPECT_THAT(Say({wrong}).err, HasSubstr("there are the examples 1 to ")) << wrong;
  }
  EXPECT_THAT(Say({":examples 1 2"}).err, HasSubstr(":examples [N]"));
}

TEST(Shell, StreamLinesDropWindowsLineBreaks) {
  std::istringstream in("a\r\nb");
  const std::unique_ptr<LineSource> lines = MakeStreamLines(in);
  EXPECT_EQ(lines->Read("> "), "a");
  EXPECT_EQ(lines->Read("> "), "b");
  EXPECT_EQ(lines->Read("> "), std::nullopt);
}

TEST(Shell, StreamLinesSkipAByteOrderMark) {
  std::istringstream in("\xEF\xBB\xBFRETURN 9 AS x;\n\xEF\xBB\xBF");
  const std::unique_ptr<LineSource> lines = MakeStreamLines(in);
  EXPECT_EQ(lines->Read("> "), "RETURN 9 AS x;");
  EXPECT_EQ(lines->Read("> "), "\xEF\xBB\xBF");
}

TEST(ShellSession, WhatIsPastedIsItsLines) {
  const std::unique_ptr<AskedGraph> graph = AskView(SmallView());
  const Transcript said =
      SayTo(*graph, {":format csv\nRETURN 1 AS a;\n\nRETURN\n\n2 AS b; RETURN 3 AS c;"},
            {.interactive = true});
  EXPECT_THAT(said.out, HasSubstr("a\r\n1\r\n"));
  EXPECT_THAT(said.out, HasSubstr("b\r\n2\r\n"));
  EXPECT_THAT(said.out, HasSubstr("c\r\n3\r\n"));
  EXPECT_THAT(said.err, Not(HasSubstr("not whole yet")));
}

}  // namespace
}  // namespace norn::tools
