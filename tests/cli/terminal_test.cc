// Nothing that came from outside steers the terminal that norn's output is read on: every command
// is fed texts with escape sequences, C1 controls and controls of the writing direction.
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/printable.h"
#include "gmock/gmock.h"
#include "graph/model/model.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using graph::Value;
using testing::HasSubstr;

constexpr char kHostile[] =
    "Ole\x1b]0;title\x07\x1b[2J\xC2\x9B"
    "5n\xE2\x80\xAEgnal\x7F\rx";
constexpr char kJsonText[] = "Ole\\u001b]0;title\\u0007\\u001b[2J\\u009b5n\\u202egnal\\u007f\\rx";

// Whether a terminal shows the text and does nothing else.
testing::AssertionResult IsPrintable(const std::string& text) {
  if (base::Printable(text) == text) return testing::AssertionSuccess();
  return testing::AssertionFailure() << base::Printable(text);
}

using Commands = std::vector<std::vector<std::string>>;

class TerminalTest : public testing::Test {
 protected:
  TerminalTest() : graph_(folder_.Path("graph")) {
    graph::PropertyGraph graph = SmallGraph();
    PublishGraph(graph_, graph);
    graph.nodes.push_back(
        {std::string("person/") + kHostile,
         {"Actor", "Person"},
         {{"name", Value(kHostile)}, {"aliases", Value(Value::List{Value(kHostile)})}}});
    graph.nodes.push_back({"article/a.txt", {"Article"}, {{"name", Value(kHostile)}}});
    graph.edges.push_back({"event/call/1",
                           "article/a.txt",
                           "REPORTED_IN",
                           "",
                           {{"quote", Value(kHostile)}, {"attributed_to", Value(kHostile)}}});
    graph.edges.push_back({std::string("person/") + kHostile,
                           "person/kari",
                           "SPOKE_WITH",
                           "",
                           {{"event", Value("event/call/1")}, {"medium", Value(kHostile)}}});
    EXPECT_TRUE(graph::Normalize(graph).ok());
    PublishGraph(graph_, graph);
  }

  Commands HostileCommands();

  TempFolder folder_;
  std::string graph_;
};

// Each subcommand once at least.
Commands TerminalTest::HostileCommands() {
  const std::string built = folder_.Path("built");
  const std::string hostile_graph = folder_.Path("\x1b[2J");
  const std::string hostile_name = folder_.Path("\x1b[2J.txt");
  folder_.Write("\x1b[2J.txt", "\xFF");
  const std::string articles = folder_.Write(
      "news.jsonl", std::string("{\"id\":\"a") + kJsonText + "\",\"title\":\"" + kJsonText +
                        "\",\"text\":\"Ada Berg ringte Bo Lie 4. juli 2025. " + kJsonText +
                        "\"}\n");
  folder_.Write("bad.csv", std::string("id:ID,name\n\"") + kHostile + "\",1,2\n");
  const std::string config =
      folder_.Write("c.textproto", "graph: \"" + built + "\" source: \"" + articles +
                                       "\" source: \"" + hostile_name + "\"");
  const std::string all =
      "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m, n.name AS `\x1b[2J`";
  Commands commands = {
      {"build", "--graph", built, articles, hostile_name},
      {"add", "--graph", built, hostile_name},
      {"rebuild", "--config", config},
      {"rebuild", "--config", hostile_name},
      {"check", "--graph", graph_},
      {"check", "--graph", hostile_name},
      {"diff", "--graph", graph_},
      {"explain", "--graph", graph_, std::string("person/") + kHostile},
      {"explain", "--graph", graph_, "event/call/1"},
      {"explain", "--graph", graph_, kHostile, "SPOKE_WITH", "person/kari"},
      {"explain", "--graph", graph_, "\x1b[2J"},
      {"explain", "--graph", built, "person/ada-berg", "SPOKE_WITH", "person/bo-lie"},
      {"import", "--graph", folder_.Path("imported"), folder_.Path("bad.csv")},
      {"import", "--graph", folder_.Path("imported"), "\x1b[2J"},
      {"analyze", "--language", "nb", articles},
      {"analyze", "--language", "nb", "--format", "json", articles},
      {"query", "--graph", graph_, all},
      {"query", "--graph", graph_, "--format", "csv", all},
      {"query", "--graph", graph_, "--format", "jsonl", all},
      {"query", "--graph", graph_, "--format", "markdown", all},
      {"query", "--graph", graph_, "RETURN '\x1b[2J' + nope"},
      {"query", "--graph", graph_, "EXPLAIN MATCH (n {name: '\x1b[2J'}) RETURN n"},
      {"shell", "--graph", graph_, "-c", all},
      {"shell", "--graph", graph_, "-c", ":explain event/call/1"},
      {"shell", "--graph", graph_, "-c", ":find Ole"},
      {"shell", "--graph", graph_, "-c", ":\x1b[2J"},
      {"export", "--graph", graph_, "--format", "svg", "--around", "\x1b[2J"},
      {"extract", "--out", folder_.Path("\x1b[2J.shard"), articles, hostile_name},
      {"resolve", "--graph", hostile_graph, folder_.Path("\x1b[2J.shard")},
      {"resolve", "--graph", hostile_graph, hostile_name},
      {"generations", "--graph", graph_},
      {"generations", "--graph", hostile_graph},
      {"rollback", "--graph", hostile_graph},
      {"upgrade", "--graph", graph_},
      {"upgrade", "--graph", hostile_graph},
      {"backup", "--graph", hostile_graph, folder_.Path("\x1b[2J-copy")},
      {"backup", "--graph", graph_, articles + "/\x1b[2J"},
      {"restore", "--graph", hostile_graph, folder_.Path("\x1b[2J-copy")},
      {"remove", "--graph", built, "\x1b[2J"},
      {"remove", "--graph", hostile_graph, std::string("a") + kHostile},
      {"manual", "man", "\x1b[2J"},
      {"\x1b[2J"},
      {"query", "--graph", "\x1b[2J", "RETURN 1"},
  };
  const std::string formats = RunNorn({"export", "--graph", graph_, "--format", "?"}).err;
  for (const char* format : {"cypher", "dot", "ftm", "gexf", "graphml", "html", "jsonl", "jsonld",
                             "kuzu", "svg", "text"}) {
    EXPECT_THAT(formats, HasSubstr(format));
    commands.push_back({"export", "--graph", graph_, "--format", format});
  }
  return commands;
}

TEST_F(TerminalTest, EveryCommandsOutputIsPrintable) {
  std::set<std::string> fed;
  for (const std::vector<std::string>& command : HostileCommands()) {
    fed.insert(command[0]);
    const Ran ran = RunNornOnTerminal(command);
    EXPECT_TRUE(IsPrintable(ran.out)) << testing::PrintToString(command);
    EXPECT_TRUE(IsPrintable(ran.err)) << testing::PrintToString(command);
  }
  std::istringstream names(RunNorn({"manual", "commands"}).out);
  for (std::string name; names >> name;) {
    EXPECT_TRUE(fed.contains(name)) << name << " was fed nothing";
  }
}

// Through a pipe into a pager or a file that is looked at later.
TEST_F(TerminalTest, WhatPeopleReadIsPrintableWithoutATerminalToo) {
  // Programs read what these write.
  const std::set<std::string> for_programs = {"analyze", "export", "query", "shell"};
  for (const std::vector<std::string>& command : HostileCommands()) {
    const Ran ran = RunNorn(command);
    EXPECT_TRUE(IsPrintable(ran.err)) << testing::PrintToString(command);
    if (for_programs.contains(command[0])) continue;
    EXPECT_TRUE(IsPrintable(ran.out)) << testing::PrintToString(command);
  }
  for (const std::vector<std::string>& command : Commands{
           {"explain", "--graph", graph_, "event/call/1"},
           {"diff", "--graph", graph_},
           {"query", "--graph", graph_, "MATCH (a:Article) RETURN a.name"},
           {"query", "--graph", graph_, "--format", "markdown", "MATCH (a:Article) RETURN a.name"},
           {"query", "--graph", graph_, "--format", "jsonl", "MATCH (a:Article) RETURN a.name"},
       }) {
    const Ran ran = RunNorn(command);
    EXPECT_TRUE(IsPrintable(ran.out)) << testing::PrintToString(command);
    EXPECT_THAT(ran.out, HasSubstr("\\u001b[2J")) << testing::PrintToString(command);
  }
}

TEST_F(TerminalTest, AFileGetsTheBytesAsTheyAre) {
  const Ran ran = RunNorn(
      {"query", "--graph", graph_, "--format", "csv", "MATCH (a:Article) RETURN a.name AS name"});
  EXPECT_EQ(ran.out, std::string("name\r\n\"") + kHostile + "\"\r\n");
}

}  // namespace
}  // namespace norn::tests
