// norn export.
#include <filesystem>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "graph/model/model.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ExportTest : public testing::Test {
 protected:
  ExportTest() : graph_(folder_.Path("graph")) { PublishSmallGraph(graph_); }

  Ran Export(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"export", "--graph", graph_});
    return RunNorn(arguments);
  }

  TempFolder folder_;
  std::string graph_;
};

TEST_F(ExportTest, EveryTextFormatGoesToStandardOutput) {
  struct Row {
    std::string format;
    std::string begin;
    std::string holds;
  };
  const std::vector<Row> rows = {
      {"dot", "digraph norn {", "\"person/kari\""},
      {"svg", "<?xml", "Утланд"},
      {"graphml", "<?xml", "Ola &lt;b&gt;Nordmann&lt;/b&gt; &amp; sønn\\"},
      {"gexf", "<?xml", "Kari &quot;K&quot; Nordmann"},
      {"jsonl", "{\"node\":\"event/call/1\"", "Laget;\\nlinje to"},
      {"cypher", "CREATE INDEX IF NOT EXISTS FOR (n:Actor) ON (n.id);", "-[r:SPOKE_WITH]->"},
      {"kuzu", "CREATE NODE TABLE `Call`", "CREATE (:`Person` {`id`: 'person/kari'"},
      {"html", "<!DOCTYPE html>", "Утланд"},
      {"ftm", "{\"id\":\"norn-", "\"schema\":\"Person\""},
      {"jsonld", "{\"@context\":", "\"@type\":\"Person\""},
  };
  for (const Row& row : rows) {
    const Ran ran = Export({"--format", row.format});
    EXPECT_EQ(ran.code, 0) << row.format << ran.err;
    EXPECT_THAT(ran.out, StartsWith(row.begin));
    EXPECT_THAT(ran.out, HasSubstr(row.holds));
    EXPECT_EQ(ran.err, "");
  }
}

TEST_F(ExportTest, DrawsPng) {
  const Ran ran = Export({"--format", "png"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("\x89PNG"));
}

TEST_F(ExportTest, EveryLayoutDraws) {
  for (const char* layout : {"dot", "neato", "sfdp"}) {
    const Ran ran = Export({"--format", "svg", "--layout", layout});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("</svg>"));
  }
}

TEST_F(ExportTest, TheSameGraphGivesTheSameBytes) {
  for (const char* format :
       {"dot", "svg", "png", "html", "graphml", "gexf", "jsonl", "cypher", "ftm", "jsonld"}) {
    EXPECT_EQ(Export({"--format", format}).out, Export({"--format", format}).out) << format;
  }
}

TEST_F(ExportTest, APictureShowsWhatHappenedAndDotsWhatLiesAhead) {
  const Ran ran = Export({"--format", "dot"});
  EXPECT_THAT(ran.out, HasSubstr("planned meeting"));
  EXPECT_THAT(ran.out, HasSubstr("style=dotted"));
  EXPECT_THAT(ran.out, HasSubstr("shape=hexagon"));
  // A call of two is an edge and no node.
  EXPECT_THAT(ran.out, Not(HasSubstr("\"event/call/1\"")));
}

TEST_F(ExportTest, AQueryChoosesWhatIsShown) {
  const Ran ran = Export(
      {"--format", "jsonl", "--query", "MATCH p = (:Person)-[:SPOKE_WITH]-(:Person) RETURN p"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("{\"node\":\"person/kari\""));
  EXPECT_THAT(ran.out, HasSubstr("{\"edge\":\"SPOKE_WITH\",\"from\":\"person/kari\",\"to\":"
                                 "\"person/ola\",\"key\":\"event/call/1\""));
  EXPECT_THAT(ran.out, Not(HasSubstr("utland")));
  EXPECT_THAT(ran.out, Not(HasSubstr("MET_AT")));
}

TEST_F(ExportTest, ARelationshipBringsItsEnds) {
  const Ran ran = Export({"--format", "jsonl", "--query", "MATCH ()-[s:SUPPLIED]->() RETURN s"});
  EXPECT_THAT(ran.out, HasSubstr("{\"node\":\"state/utland\""));
  EXPECT_THAT(ran.out, HasSubstr("{\"node\":\"organization/laget\""));
}

TEST_F(ExportTest, AQueryWithoutNodesIs64AndSaysWhatToReturn) {
  const Ran ran = Export({"--format", "svg", "--query", "UNWIND [1, 2] AS x RETURN x"});
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err, HasSubstr("RETURN a, r, b"));
}

TEST_F(ExportTest, OfNamesAndCountsWhatWasMatchedIsDrawn) {
  const Ran ran = Export({"--format", "text", "--query",
                          "MATCH (a:Actor)-[s:SPOKE_WITH]-(b:Actor) RETURN a.name, count(s)"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("all that its MATCH finds"));
  EXPECT_THAT(ran.out, HasSubstr("─ spoke with"));
}

TEST_F(ExportTest, AMistakeInTheQueryIsShownWithItsPlace) {
  const Ran ran = Export({"--format", "svg", "--query", "MATCH (a) RETURN b"});
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err, HasSubstr("line 1, column 18"));
}

TEST_F(ExportTest, TooManyActorsAreLeftOutAndItSaysSo) {
  const Ran ran = Export({"--format", "dot", "--max-nodes", "2"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.err, HasSubstr("most connected of 4 actors"));
}

TEST_F(ExportTest, WritesAFileAndNothingElse) {
  const std::string path = folder_.Path("out/graph.svg");
  std::filesystem::create_directories(folder_.Path("out"));
  const Ran ran = Export({"--format", "svg", "-o", path});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ReadFile(path), Export({"--format", "svg"}).out);
  EXPECT_EQ(folder_.List("out"), "graph.svg\n");
}

TEST_F(ExportTest, AFailedExportLeavesTheOldFile) {
  const std::string path = folder_.Write("calls.svg", "old");
  EXPECT_EQ(Export({"--format", "svg", "--query", "RETURN", "-o", path}).code, 64);
  EXPECT_EQ(ReadFile(path), "old");
}

TEST_F(ExportTest, WhatLiesInAGraphIsNeverWrittenTo) {
  const std::string files = folder_.List();
  std::filesystem::create_symlink(graph_ + "/CURRENT/view", folder_.Path("link.jsonl"));
  std::filesystem::create_directory_symlink(graph_, folder_.Path("other-name"));
  const std::string view = ReadFile(graph_ + "/CURRENT/view");
  for (const char* const output :
       {"graph/NORN-GRAPH", "graph/CURRENT", "graph/CURRENT/view", "graph/new.jsonl",
        "graph/generations/000001/MANIFEST", "graph/generations/../new.jsonl", "link.jsonl",
        "other-name/new.jsonl"}) {
    const Ran ran = Export({"--format", "jsonl", "-o", folder_.Path(output)});
    EXPECT_EQ(ran.code, 73) << output << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(folder_.Path(output))) << output;
  }
  for (const char* const output : {"graph/generations/csv", "graph/csv", "other-name/csv"}) {
    const Ran ran = Export({"--format", "csv", "-o", folder_.Path(output)});
    EXPECT_EQ(ran.code, 73) << output << ran.err;
    EXPECT_FALSE(std::filesystem::exists(folder_.Path(output))) << output;
  }
  std::filesystem::remove(folder_.Path("link.jsonl"));
  std::filesystem::remove(folder_.Path("other-name"));
  EXPECT_EQ(folder_.List(), files);
  EXPECT_EQ(ReadFile(graph_ + "/CURRENT/view"), view);
}

TEST_F(ExportTest, CsvIsAFolderOfTwoFiles) {
  const Ran ran = Export({"--format", "csv", "-o", folder_.Path("csv")});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(folder_.List("csv"), "edges.csv\nnodes.csv\n");
  EXPECT_THAT(ReadFile(folder_.Path("csv/nodes.csv")), StartsWith("id:ID,:LABEL,"));
  EXPECT_THAT(ReadFile(folder_.Path("csv/edges.csv")), StartsWith(":START_ID,:END_ID,:TYPE,key"));
}

TEST_F(ExportTest, CsvMayHaveAFileForEachLabelAndType) {
  const Ran ran = Export({"--format", "csv", "--split", "-o", folder_.Path("csv")});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(folder_.List("csv"),
            "edges-INVOLVES.csv\nedges-MET_AT.csv\nedges-PARTICIPATED_IN.csv\n"
            "edges-SPOKE_WITH.csv\nedges-SUPPLIED.csv\nnodes-Call.csv\nnodes-Meeting.csv\n"
            "nodes-Organization.csv\nnodes-Person.csv\nnodes-State.csv\nnodes-Supply.csv\n"
            "nodes-WeaponSystem.csv\n");
}

TEST_F(ExportTest, TheFilesEndingImpliesTheFormat) {
  for (const char* name : {"a.svg", "a.png", "a.html", "a.graphml", "a.gexf", "a.jsonl", "a.cypher",
                           "a.ftm.json", "a.jsonld", "a.dot"}) {
    EXPECT_EQ(Export({"-o", folder_.Path(name)}).code, 0) << name;
  }
  EXPECT_THAT(ReadFile(folder_.Path("a.png")), StartsWith("\x89PNG"));
  EXPECT_EQ(Export({"-o", folder_.Path("folder/")}).code, 0);
  const Ran ran = Export({"-o", folder_.Path("a.bmp")});
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err,
              HasSubstr("a.bmp has no known ending; name a format: --format arrow, csv, cypher"));
  EXPECT_EQ(Export({}).code, 64);
}

TEST_F(ExportTest, APictureMayBeOfOneQuestion) {
  struct Row {
    std::vector<std::string> options;
    std::string holds;
    std::string lacks;
  };
  for (const Row& row : {Row{{"--type", "supply"}, "supplied", "2025-07-04"},
                         Row{{"--around", "Утланд"}, "state/utland", "person/ola"},
                         Row{{"--from", "2025-08"}, "Bodø", "2025-07-04"},
                         Row{{"--status", "planned"}, "planned meeting", "supplied"},
                         Row{{"--title", "Mine"}, "<b>Mine</b>", "<b>planned"}}) {
    std::vector<std::string> arguments = {"--format", "dot"};
    arguments.insert(arguments.end(), row.options.begin(), row.options.end());
    const Ran ran = Export(arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr(row.holds)) << row.options[0];
    EXPECT_THAT(ran.out, Not(HasSubstr(row.lacks))) << row.options[0];
  }
  EXPECT_EQ(Export({"--format", "dot", "--around", "nobody at all"}).code, 66);
  EXPECT_EQ(Export({"--format", "dot", "--from", "soon"}).code, 64);
}

TEST_F(ExportTest, APictureMayBeATimelineOrStandByState) {
  const Ran timeline = Export({"--format", "dot", "--timeline"});
  EXPECT_EQ(timeline.code, 0) << timeline.err;
  EXPECT_THAT(timeline.out, HasSubstr("\"date 2025-07-04\""));
  EXPECT_EQ(Export({"--format", "svg", "--timeline"}).code, 0);
  EXPECT_EQ(Export({"--format", "svg", "--group-by", "state"}).code, 0);
  EXPECT_EQ(Export({"--format", "svg", "--group-by", "colour"}).code, 64);
}

TEST_F(ExportTest, APictureSaysWhatItIsToThoseWhoHearIt) {
  const Ran ran = Export({"--format", "svg", "--title", "Calls & meetings"});
  EXPECT_THAT(ran.out, HasSubstr("<svg role=\"img\""));
  EXPECT_THAT(ran.out, HasSubstr("<title>Calls &amp; meetings</title>\n<desc>person: 2"));
  EXPECT_THAT(ran.out, HasSubstr("generation 1"));
}

TEST_F(ExportTest, APageOfAQueryHasTheSentences) {
  graph::PropertyGraph graph = SmallGraph();
  graph.nodes.push_back({"article/a.txt", {"Article"}, {{"name", graph::Value("a.txt")}}});
  graph.edges.push_back({"event/meeting/1",
                         "article/a.txt",
                         "REPORTED_IN",
                         "",
                         {{"quote", graph::Value("Kari møtte Ola i Bodø.")}}});
  EXPECT_TRUE(graph::Normalize(graph).ok());
  PublishGraph(graph_, graph);
  const std::string query = "MATCH p = (:Person)-[:PARTICIPATED_IN]->(:Meeting) RETURN p";
  EXPECT_THAT(Export({"--format", "html", "--query", query}).out,
              HasSubstr("\"quote\":\"Kari møtte Ola i Bodø.\""));
  EXPECT_THAT(Export({"--format", "jsonl", "--query", query}).out, Not(HasSubstr("article/a.txt")));
}

TEST_F(ExportTest, APictureOfAQueryLeadsToTheArticlesWithoutDrawingThem) {
  graph::PropertyGraph graph = SmallGraph();
  graph.nodes.push_back({"article/a.txt",
                         {"Article"},
                         {{"name", graph::Value("a.txt")},
                          {"source", graph::Value("Avisa")},
                          {"url", graph::Value("https://avisa.example/1")}}});
  graph.edges.push_back({"event/call/1", "article/a.txt", "REPORTED_IN", "", {}});
  EXPECT_TRUE(graph::Normalize(graph).ok());
  PublishGraph(graph_, graph);
  const std::string query = "MATCH p = (:Person)-[:SPOKE_WITH]-(:Person) RETURN p;";
  const std::string svg = Export({"--format", "svg", "--query", query}).out;
  EXPECT_THAT(svg, HasSubstr("xlink:href=\"https://avisa.example/1\""));
  EXPECT_THAT(svg, HasSubstr("1 article of Avisa"));
  EXPECT_THAT(svg, HasSubstr("RETURN p</title>"));
  EXPECT_THAT(svg, Not(HasSubstr("a.txt")));
  // The page of it has the conversation with its parts.
  const std::string page = Export({"--format", "html", "--query", query}).out;
  EXPECT_THAT(page, HasSubstr("event/call/1"));
  EXPECT_THAT(page, HasSubstr("https://avisa.example/1"));
}

TEST_F(ExportTest, NamesAreThoseOfTheReadersLanguage) {
  graph::PropertyGraph graph = SmallGraph();
  graph.nodes.push_back(
      {"state/tyskland", {"Actor", "State"}, {{"name", graph::Value("Tyskland")}}});
  EXPECT_TRUE(graph::Normalize(graph).ok());
  PublishGraph(graph_, graph);
  EXPECT_THAT(Export({"--format", "jsonl"}).out, HasSubstr("\"name\":\"Tyskland\""));
  EXPECT_THAT(Export({"--format", "jsonl", "--language", "en"}).out,
              HasSubstr("\"name\":\"Germany\""));
  EXPECT_EQ(Export({"--format", "jsonl", "--language", "de"}).code, 64);
}

TEST_F(ExportTest, AnUnknownLabelIsWarnedOf) {
  EXPECT_THAT(Export({"--format", "jsonl", "--query", "MATCH (p:Persn) RETURN p"}).err,
              HasSubstr("did you mean `Person`?"));
}

TEST_F(ExportTest, CsvWithoutAFolderIs64) {
  const Ran ran = Export({"--format", "csv"});
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err, HasSubstr("-o DIR"));
}

TEST_F(ExportTest, AFileThatCannotBeMadeIs73) {
  for (const std::string& path : {folder_.Path("missing/graph.svg"), folder_.Path()}) {
    const Ran ran = Export({"--format", "svg", "-o", path});
    EXPECT_EQ(ran.code, 73) << path;
    EXPECT_THAT(ran.err, HasSubstr(path));
  }
  EXPECT_EQ(Export({"--format", "csv", "-o", folder_.Write("file", "")}).code, 73);
}

}  // namespace
}  // namespace norn::tests
