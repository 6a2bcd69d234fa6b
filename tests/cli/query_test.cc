// norn query.
#include <filesystem>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"
#include "tools/commands/command_line.h"
#include "tools/console/streams.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

class QueryTest : public testing::Test {
 protected:
  QueryTest() : graph_(folder_.Path("graph")) { PublishSmallGraph(graph_); }

  Ran Query(std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), {"query", "--graph", graph_});
    return RunNorn(arguments, input);
  }

  TempFolder folder_;
  std::string graph_;
};

constexpr char kCalls[] =
    "MATCH (a)-[s:SPOKE_WITH]-(b) WHERE a.id < b.id "
    "RETURN b.id AS other, s.date AS date ORDER BY date";

TEST_F(QueryTest, ATableIsTheDefault) {
  const Ran ran = Query({kCalls});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("other"));
  EXPECT_THAT(ran.out, HasSubstr("state/utland"));
  EXPECT_EQ(ran.err, "");
}

TEST_F(QueryTest, WritesJsonLines) {
  EXPECT_EQ(Query({"--format", "jsonl", kCalls}).out,
            "{\"other\":\"state/utland\",\"date\":\"2025-07\"}\n"
            "{\"other\":\"person/ola\",\"date\":\"2025-07-04\"}\n");
}

TEST_F(QueryTest, WritesCsv) {
  const Ran ran = Query({"--format", "csv", kCalls});
  EXPECT_THAT(ran.out, HasSubstr("other,date"));
  EXPECT_THAT(ran.out, HasSubstr("person/ola,2025-07-04"));
}

TEST_F(QueryTest, RowsComeAsTheyAreFound) {
  // What was found before a mistake in the data is out already.
  const Ran ran = Query({"--format", "jsonl", "UNWIND [1, 2, 0] AS x RETURN 4 / x AS y"});
  EXPECT_EQ(ran.code, 64);
  EXPECT_EQ(ran.out, "{\"y\":4}\n{\"y\":2}\n");
  EXPECT_THAT(ran.err, HasSubstr("division by zero"));
  const Ran many =
      Query({"--format", "csv", "--limit-rows", "2000000", "UNWIND range(1, 3000) AS x RETURN x"});
  EXPECT_EQ(many.code, 0) << many.err;
  EXPECT_THAT(many.out, testing::EndsWith("3000\r\n"));
  EXPECT_THAT(Query({"--format", "csv", "PROFILE RETURN 1 AS x"}).out, Not(HasSubstr("x\r\n")));
}

TEST_F(QueryTest, WritesMarkdown) {
  EXPECT_THAT(Query({"--format", "markdown", kCalls}).out, HasSubstr("| person/ola"));
}

TEST_F(QueryTest, ReadsTheQueryFromStandardInput) {
  EXPECT_EQ(Query({"--format", "jsonl", "-"}, "RETURN 1 AS one").out, "{\"one\":1}\n");
}

TEST_F(QueryTest, TakesParametersOfAnyType) {
  const Ran ran = Query({"--format", "jsonl", "--param", "name=Bodø", "--param", "n=[1, 2]",
                         "RETURN $name AS a, $n[1] AS b"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "{\"a\":\"Bodø\",\"b\":2}\n");
}

TEST_F(QueryTest, AMissingParameterIs64) {
  const Ran ran = Query({"RETURN $who AS x"});
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err, HasSubstr("who"));
}

TEST_F(QueryTest, LimitsRowsAndSaysSo) {
  const Ran ran = Query({"--format", "jsonl", "--limit-rows", "2", "UNWIND [1,2,3] AS x RETURN x"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "{\"x\":1}\n{\"x\":2}\n");
  EXPECT_THAT(ran.err, HasSubstr("not whole"));
}

TEST_F(QueryTest, ATimeLimitHasAnExitCodeOfItsOwn) {
  const Ran ran = Query({"--timeout", "0.05",
                         "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b "
                         "RETURN count(a + b) AS n"});
  EXPECT_EQ(ran.code, 124);
  EXPECT_THAT(ran.err, HasSubstr("time"));
  EXPECT_EQ(ran.out, "");
}

TEST_F(QueryTest, AMistakeIsShownWithItsPlace) {
  struct Row {
    std::string query;
    std::vector<std::string> said;
  };
  const std::vector<Row> rows = {
      {"MATCH (a)\nRETURN aa", {"line 2, column 8", "RETURN aa", "^"}},
      {"MATCH (from)-->(b) RETURN frm", {"did you mean `from`?"}},
      {"MTCH (a) RETURN a", {"line 1, column 1", "^"}},
      {"RETURN", {"line 1"}},
      {"", {"line 1"}},
      {"RETURN size(", {"line 1"}},
      {"RETURN toUppr('a') AS n", {"toUppr", "did you mean `toUpper`?"}},
      {"MATCH (a) SET a.name = 'x'", {"^"}},
      {"RETURN \xFF", {"line 1"}},
      {std::string("RETURN 1\0", 9), {"line 1"}},
  };
  for (const Row& row : rows) {
    const Ran ran = Query({row.query});
    EXPECT_EQ(ran.code, 64) << row.query;
    EXPECT_EQ(ran.out, "") << row.query;
    for (const std::string& said : row.said) EXPECT_THAT(ran.err, HasSubstr(said));
  }
}

TEST_F(QueryTest, AnUnknownLabelIsWarnedOf) {
  const Ran ran = Query({"MATCH (p:Persn) RETURN p.name AS name"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.err, HasSubstr("Persn"));
  EXPECT_THAT(ran.err, HasSubstr("Person"));
}

TEST_F(QueryTest, AScratchGraphTakesStatements) {
  const Ran ran = RunNorn({"query", "--scratch", "--format", "jsonl",
                           "CREATE (:Ship {name: 'Fram; Norge'}); // a ; here\n"
                           "MATCH (s:Ship) SET s.built = 1892;\n"
                           "MATCH (s:Ship) RETURN s.name AS name, s.built AS built;"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "{\"name\":\"Fram; Norge\",\"built\":1892}\n");
}

TEST_F(QueryTest, AMistakeInAStatementNamesIt) {
  const Ran ran = RunNorn({"query", "--scratch", "CREATE (:Ship); MATCH (s:Ship) RETURN t"});
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err, HasSubstr("statement 2: UndefinedVariable"));
  EXPECT_EQ(ran.out, "");
}

TEST_F(QueryTest, AGraphOrAScratchGraphIsNeeded) {
  EXPECT_EQ(RunNorn({"query", "RETURN 1 AS x"}).code, 64);
  EXPECT_EQ(RunNorn({"query", "--scratch", "--graph", graph_, "RETURN 1 AS x"}).code, 64);
}

TEST_F(QueryTest, AnArrowOverATypeWithoutDirectionIsWarnedOf) {
  struct Row {
    const char* pattern;
    bool warns;
  };
  for (const Row& row :
       {Row{"(a)-[:SPOKE_WITH]->(b)", true}, Row{"(a)<-[:SPOKE_WITH|MET_AT]-(b)", true},
        Row{"(a)-[:SPOKE_WITH*1..2]->(b)", true}, Row{"(a)-[:SPOKE_WITH]-(b)", false},
        Row{"(a)-[:SUPPLIED]->(b)", false}, Row{"(a)-[:!SPOKE_WITH]->(b)", false},
        Row{"(a)-->(b)", false}}) {
    const Ran ran = Query({std::string("MATCH ") + row.pattern + " RETURN count(*) AS n"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    const auto warned = HasSubstr("write -[:SPOKE_WITH]- without an arrowhead");
    if (row.warns) {
      EXPECT_THAT(ran.err, warned) << row.pattern;
    } else {
      EXPECT_THAT(ran.err, Not(warned)) << row.pattern;
    }
  }
}

TEST_F(QueryTest, AMissingGraphIs66) {
  const Ran ran = RunNorn({"query", "--graph", folder_.Path("nothing"), "RETURN 1 AS x"});
  EXPECT_EQ(ran.code, 66);
  EXPECT_THAT(ran.err, HasSubstr("norn build"));
}

TEST_F(QueryTest, AnotherProgramsFolderIs65) {
  folder_.Write("other/data.db", "something");
  const Ran ran = RunNorn({"query", "--graph", folder_.Path("other"), "RETURN 1 AS x"});
  EXPECT_EQ(ran.code, 65);
  EXPECT_THAT(ran.err, HasSubstr("not a norn graph"));
}

// As a pipe whose reader went away.
class Closed : public std::streambuf {
 protected:
  int overflow(int) override { return traits_type::eof(); }
};

TEST_F(QueryTest, OutputThatCannotBeWrittenIs74) {
  std::istringstream in;
  std::ostringstream err;
  Closed closed;
  std::ostream out(&closed);
  tools::Streams streams{in, out, err};
  const tools::ExitCode code =
      tools::RunCommandLine({"query", "--graph", graph_, "RETURN 1 AS x"}, streams);
  EXPECT_EQ(static_cast<int>(code), 74);
  EXPECT_THAT(err.str(), HasSubstr("standard output"));
}

TEST_F(QueryTest, ExplainPrintsThePlan) {
  const Ran ran = Query({"EXPLAIN MATCH (a:Person) RETURN a.name"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, Not(testing::IsEmpty()));
}

// `norn shell` and `norn query` alone: the graph that lies there.
TEST_F(QueryTest, WithoutAGraphsNameItIsTheOneCalledGraph) {
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder_.Path());
  EXPECT_EQ(RunNorn({"query", "--format", "csv", "MATCH (n:Person) RETURN count(n) AS n"}).out,
            "n\r\n2\r\n");
  EXPECT_EQ(RunNorn({"shell", "--format", "csv", "-c", "RETURN 1 AS n"}).out, "n\r\n1\r\n");
  std::filesystem::current_path(before);
  const Ran ran = RunNorn({"query", "RETURN 1"});
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err, HasSubstr("name the graph to ask: --graph DIR"));
  EXPECT_EQ(RunNorn({"query", "--graph", "g", "--scratch", "RETURN 1"}).code, 64);
}

}  // namespace
}  // namespace norn::tests
