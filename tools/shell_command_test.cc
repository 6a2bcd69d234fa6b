#include "tools/shell_command.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "graph/model/model.h"
#include "graph/view/view.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"
#include "tools/asked_graph.h"
#include "tools/line_source.h"

namespace norn::tools {
namespace {

using graph::Value;
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
  std::string out;
  std::string err;
  std::vector<std::string> prompts;
  std::vector<std::string> history;
};

Transcript SayTo(AskedGraph& graph, std::vector<std::string> lines) {
  ScriptedLines source(std::move(lines));
  std::istringstream in;
  std::ostringstream out, err;
  Streams streams{in, out, err};
  std::atomic<bool> cancelled{false};
  RunSession(graph, source, cancelled, streams);
  return {out.str(), err.str(), source.prompts, source.history};
}

Transcript Say(std::vector<std::string> lines) {
  const std::unique_ptr<AskedGraph> graph = AskView(SmallView());
  return SayTo(*graph, std::move(lines));
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

TEST(Shell, SchemaCountsWhatThereIs) {
  const std::string out = Say({":schema"}).out;
  EXPECT_THAT(out, HasSubstr("2 nodes, 1 relationships"));
  EXPECT_THAT(out, ContainsRegex(":Person +2\n"));
  EXPECT_THAT(out, ContainsRegex(":SPOKE_WITH +1\n"));
  EXPECT_THAT(out, HasSubstr("name"));
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

TEST(Shell, CommandsAnswer) {
  EXPECT_THAT(Say({":help"}).out, HasSubstr(":examples"));
  EXPECT_THAT(Say({":examples"}).out, HasSubstr("SPOKE_WITH"));
  EXPECT_THAT(Say({":frobnicate"}).err, HasSubstr("no command :frobnicate"));
  EXPECT_THAT(Say({":format yaml"}).err, HasSubstr("table, jsonl, csv, markdown"));
  EXPECT_THAT(Say({":format jsonl", "RETURN 1 AS a;"}).out, HasSubstr("{\"a\":1}\n"));
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

TEST(Shell, StreamLinesDropWindowsLineBreaks) {
  std::istringstream in("a\r\nb");
  const std::unique_ptr<LineSource> lines = MakeStreamLines(in);
  EXPECT_EQ(lines->Read("> "), "a");
  EXPECT_EQ(lines->Read("> "), "b");
  EXPECT_EQ(lines->Read("> "), std::nullopt);
}

}  // namespace
}  // namespace norn::tools
