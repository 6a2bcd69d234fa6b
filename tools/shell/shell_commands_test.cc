#include "tools/shell/shell_commands.h"

#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "graph/model/model.h"
#include "graph/view/view.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::Value;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::StartsWith;

graph::View SmallView() {
  graph::PropertyGraph graph;
  graph.nodes.push_back({"person/a", {"Actor", "Person"}, {{"name", Value("Alfa")}}});
  graph.nodes.push_back({"person/b", {"Actor", "Person"}, {{"name", Value("Beta")}}});
  graph.edges.push_back(
      {"person/a", "person/b", "SPOKE_WITH", "1", {{"date", Value("2025-07-04")}}});
  EXPECT_TRUE(graph::Normalize(graph).ok());
  auto bytes = graph::BuildView(graph);
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  auto view = graph::View::FromBytes(*std::move(bytes));
  EXPECT_TRUE(view.ok()) << view.status();
  return *std::move(view);
}

class ShellCommandsTest : public testing::Test {
 protected:
  // What the command prints, or its message.
  std::string Run(const std::string& line) {
    out_.str("");
    const absl::Status status = RunShellCommand(line, state_);
    return status.ok() ? out_.str() : std::string(status.message());
  }

  const std::unique_ptr<AskedGraph> graph_ = AskView(SmallView());
  std::istringstream in_;
  std::ostringstream out_, err_;
  Streams streams_{in_, out_, err_};
  ShellState state_{.graph = *graph_, .streams = streams_};
};

TEST_F(ShellCommandsTest, SchemaCountsWhatThereIs) {
  const std::string out = Run(":schema");
  EXPECT_THAT(out, HasSubstr("2 nodes, 1 relationships"));
  EXPECT_THAT(out, ContainsRegex(":Person +2\n"));
  EXPECT_THAT(out, ContainsRegex(":SPOKE_WITH +1\n"));
  EXPECT_THAT(out, HasSubstr("name"));
}

TEST_F(ShellCommandsTest, SchemaOfOneLabelOrType) {
  EXPECT_THAT(Run(":schema person"), ContainsRegex("name +│ +2 │ Alfa"));
  EXPECT_THAT(Run(":schema Person"), HasSubstr("SPOKE_WITH"));
  EXPECT_THAT(Run(":schema :SPOKE_WITH"), ContainsRegex("date +│ +1 │ 2025-07-04"));
  EXPECT_THAT(Run(":schema Persn"), HasSubstr("did you mean `Person`?"));
}

TEST_F(ShellCommandsTest, FindsAndExplains) {
  EXPECT_THAT(Run(":find alfa"), HasSubstr("person/a"));
  EXPECT_THAT(Run(":explain person/a"), HasSubstr("name: Alfa"));
  EXPECT_THAT(Run(":explain person/a SPOKE_WITH person/b"), HasSubstr("date: 2025-07-04"));
  EXPECT_THAT(Run(":explain nobody"), HasSubstr("no node 'nobody'"));
}

TEST_F(ShellCommandsTest, DrawsWhatTheLastQueryFound) {
  const std::string file = testing::TempDir() + "/drawn.svg";
  EXPECT_THAT(Run(":draw " + file), HasSubstr("ask a query first"));
  state_.last_query = "MATCH p = (:Person)-[:SPOKE_WITH]-(:Person) RETURN p;";
  EXPECT_EQ(Run(":draw " + file), "wrote " + file + "\n");
  std::ifstream drawn(file);
  const std::string svg(std::istreambuf_iterator<char>(drawn), {});
  EXPECT_THAT(svg, HasSubstr("Alfa"));
  EXPECT_THAT(Run(":export " + testing::TempDir() + "/a.bmp"), HasSubstr("was not written"));
  EXPECT_THAT(err_.str(), HasSubstr("no known ending"));
  EXPECT_THAT(Run(":export"), HasSubstr(":export FILE"));
}

TEST_F(ShellCommandsTest, DrawsWithTextAndWithTheParametersOfTheQuery) {
  EXPECT_THAT(Run(":draw text"), HasSubstr("ask a query first"));
  EXPECT_EQ(Run(":param who='Alfa'"), "");
  state_.last_query = "MATCH p = (:Person {name: $who})-[:SPOKE_WITH]-(:Person) RETURN p;";
  EXPECT_THAT(Run(":draw text"), HasSubstr("Alfa\n└─ spoke with (2025-07-04) ── Beta\n"));
}

TEST_F(ShellCommandsTest, OfNamesAndCountsWhatWasMatchedIsDrawn) {
  state_.last_query = "MATCH (a:Person)-[s:SPOKE_WITH]-(b) RETURN a.name, count(s) AS times";
  state_.last_question = "Who spoke?";
  EXPECT_THAT(Run(":draw text"), HasSubstr("Alfa\n└─ spoke with"));
  EXPECT_THAT(out_.str(), StartsWith("Who spoke?\n"));
  EXPECT_THAT(err_.str(), HasSubstr("all that its MATCH finds"));
}

TEST_F(ShellCommandsTest, DrawsWithinATerminalThatShowsPictures) {
  state_.last_query = "MATCH p = (:Person)-[:SPOKE_WITH]-(:Person) RETURN p;";
  std::string shown;
  state_.can_show_images = [] { return true; };
  state_.show_image = [&shown](const std::string& png) {
    shown = png;
    return absl::OkStatus();
  };
  EXPECT_EQ(Run(":draw"), "");
  EXPECT_THAT(shown, StartsWith("\x89PNG"));
  const std::string file = testing::TempDir() + "/drawn.png";
  EXPECT_EQ(Run(":draw " + file), "wrote " + file + "\n");
}

TEST_F(ShellCommandsTest, AnExampleIsDrawnUnderItsQuestion) {
  state_.run_statement = [this](absl::string_view query) {
    state_.last_query = std::string(query);
  };
  EXPECT_EQ(Run(":examples 1"), "");
  EXPECT_THAT(Run(":draw text"), StartsWith("Who spoke with whom most often?\n"));
}

TEST_F(ShellCommandsTest, SetsWhatQueriesRunWith) {
  EXPECT_EQ(Run(":limit 5"), "");
  EXPECT_EQ(state_.query.max_rows, 5);
  EXPECT_EQ(Run(":timing on"), "");
  EXPECT_TRUE(state_.timing);
  EXPECT_EQ(Run(":format csv"), "");
  EXPECT_EQ(state_.format, ResultFormat::kCsv);
  EXPECT_EQ(Run(":expanded"), "");
  EXPECT_EQ(state_.format, ResultFormat::kRecords);
  EXPECT_EQ(Run(":expanded"), "");
  EXPECT_EQ(state_.format, ResultFormat::kTable);
  EXPECT_EQ(Run(":param who='Alfa'"), "");
  EXPECT_EQ(Run(":param n => 3"), "");
  EXPECT_EQ(Run(":params"), "$n = 3\n$who = 'Alfa'\n");
}

TEST_F(ShellCommandsTest, SavesRowsByTheFilesEnding) {
  struct Row {
    const char* file;
    const char* begins;
  };
  EXPECT_THAT(Run(":save " + testing::TempDir() + "/a.csv"), HasSubstr("ask a query first"));
  state_.last_query = "MATCH (p:Person) RETURN p.name AS name ORDER BY name";
  state_.statements = {"RETURN 1;", state_.last_query};
  for (const Row& row : {Row{"a.csv", "name\r\nAlfa\r\n"}, Row{"a.jsonl", "{\"name\":\"Alfa\"}"},
                         Row{"a.md", "| name |"}, Row{"a.txt", "┌──"},
                         Row{"a.cypher",
                             "RETURN 1;\nMATCH (p:Person) RETURN p.name AS name ORDER "
                             "BY name;\n"}}) {
    const std::string file = testing::TempDir() + "/" + row.file;
    EXPECT_EQ(Run(":save " + file), "wrote " + file + "\n");
    std::ifstream in(file);
    EXPECT_THAT(std::string(std::istreambuf_iterator<char>(in), {}), StartsWith(row.begins))
        << file;
  }
  EXPECT_THAT(Run(":save"), HasSubstr(":save FILE"));
}

TEST_F(ShellCommandsTest, APagerIsSwitchedAndChosen) {
  EXPECT_THAT(Run(":pager more"), HasSubstr("through more"));
  EXPECT_EQ(state_.pager, "more");
  EXPECT_THAT(Run(":pager"), HasSubstr("at once"));
  EXPECT_EQ(state_.pager, "");
}

TEST_F(ShellCommandsTest, AGraphInMemoryHasNoGenerations) {
  EXPECT_THAT(Run(":generation"), HasSubstr("in memory"));
  EXPECT_THAT(Run(":reload"), HasSubstr("in memory"));
}

TEST_F(ShellCommandsTest, WrongUseIsToldWithTheRightOne) {
  EXPECT_THAT(Run(":format yaml"), HasSubstr("table, jsonl, csv, markdown"));
  EXPECT_THAT(Run(":limit many"), HasSubstr(":limit ROWS"));
  EXPECT_THAT(Run(":param x"), HasSubstr(":param NAME=VALUE"));
  EXPECT_THAT(Run(":timing sometimes"), HasSubstr(":timing [on|off]"));
  EXPECT_THAT(Run(":shcema"), HasSubstr("did you mean `:schema`?"));
  EXPECT_THAT(Run(":frobnicate"), HasSubstr("there are :examples"));
  EXPECT_THAT(Run(":"), HasSubstr("there is no command"));
}

TEST_F(ShellCommandsTest, HelpNamesEveryCommandAndHasTopics) {
  for (const std::string& command : ShellCommands()) EXPECT_THAT(Run(":help"), HasSubstr(command));
  // The longest command leaves a gap before what is said of it, as all others do.
  EXPECT_THAT(Run(":help"), HasSubstr(":draw [svg|png|text|FILE]  draws"));
  EXPECT_THAT(Run(":help direction"), HasSubstr("-[:SPOKE_WITH]-"));
  EXPECT_THAT(Run(":help cooking"), HasSubstr("direction"));
}

TEST(MeantCommandTest, TellsOtherShellsWordsFromQueries) {
  struct Row {
    const char* line;
    const char* meant;  // "": a query
  };
  for (const Row& row : {Row{"help", ":help"}, Row{" QUIT ; ", ":quit"}, Row{"\\q", ":quit"},
                         Row{".tables", ":schema"}, Row{"\\d Person", ":schema Person"},
                         Row{".mode csv", ":format csv"}, Row{".read a b", ":source a b"},
                         Row{"RETURN 1", ""}, Row{"", ""}, Row{":help", ""}, Row{"helpless", ""}}) {
    EXPECT_EQ(MeantCommand(row.line).value_or(""), row.meant) << row.line;
  }
}

}  // namespace
}  // namespace norn::tools
