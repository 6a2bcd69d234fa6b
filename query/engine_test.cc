#include "query/engine.h"

#include <atomic>
#include <regex>
#include <sstream>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "query/output/format.h"
#include "query/test_graph.h"

namespace norn::query {
namespace {

// The rows as JSON lines, or the error's detail and message.
std::string Answer(const std::string& text, QueryOptions options = {}) {
  static const graph::View* view = new graph::View(TestView());
  Outcome<Result> result = RunQuery(*view, text, options);
  if (!result.ok()) {
    return absl::StrCat(DetailOf(result.error().code), ": ", result.error().message, "; ",
                        result.error().suggestion);
  }
  std::ostringstream out;
  WriteJsonl(*result, out);
  return out.str();
}

TEST(Engine, ReadsTheGraph) {
  struct Row {
    const char* query;
    const char* rows;
  };
  for (const Row& row : {
           Row{"MATCH (p:Person) RETURN p.name AS n ORDER BY n",
               "{\"n\":\"Ada Berg\"}\n"
               "{\"n\":\"Bo Dahl\"}\n"},
           Row{"MATCH (p {id: 'person/bo'}) RETURN p.mentions AS m", "{\"m\":1}\n"},
           Row{"MATCH (p) WHERE p.name = 'Nordland' RETURN id(p) AS i",
               "{\"i\":\"state/nordland\"}\n"},
           Row{"MATCH (:Person {name: 'Ada Berg'})-[r:SPOKE_WITH]->(b) RETURN b.name AS n, "
               "count(*) AS c",
               "{\"n\":\"Bo Dahl\",\"c\":2}\n"},
           Row{"MATCH (a {id: 'person/ada'})-[r:SPOKE_WITH]-(b) WHERE r.date >= '2025-02' "
               "RETURN r.date AS d",
               "{\"d\":\"2025-03\"}\n"},
           Row{"MATCH (a {id: 'person/ada'})-[:SPOKE_WITH*1..2]->(b) RETURN count(DISTINCT b) AS c",
               "{\"c\":2}\n"},
           Row{"MATCH p = shortestPath((a {id: 'person/ada'})-[*]-(b {id: 'state/nordland'})) "
               "RETURN length(p) AS l",
               "{\"l\":2}\n"},
           Row{"MATCH (a:Place) OPTIONAL MATCH (a)-[:SPOKE_WITH]->(b) RETURN b", "{\"b\":null}\n"},
           Row{"MATCH (s:State) RETURN s",
               "{\"s\":{\"id\":\"state/nordland\",\"labels\":[\"Actor\",\"State\"],"
               "\"properties\":{\"name\":\"Nordland\"}}}\n"},
           Row{"MATCH ()-[r:VISITED]->() RETURN r",
               "{\"r\":{\"type\":\"VISITED\",\"from\":\"person/ada\",\"to\":\"place/havn\","
               "\"properties\":{\"date\":\"2025-02-01\"}}}\n"},
           Row{"CALL db.labels() YIELD label, count RETURN label, count ORDER BY label LIMIT 1",
               "{\"label\":\"Actor\",\"count\":3}\n"},
           Row{"CALL norn.find('ada berg') YIELD node RETURN node.id AS i",
               "{\"i\":\"person/ada\"}\n"},
           Row{"CALL norn.find('nordlnad') YIELD node RETURN node.id AS i",
               "{\"i\":\"state/nordland\"}\n"},
           Row{"CALL norn.find('xyzzy') YIELD node RETURN node.id AS i", ""},
           Row{"CALL norn.timeline('place/havn') YIELD date, other RETURN date, other.id AS o",
               "{\"date\":\"2025-02-01\",\"o\":\"person/ada\"}\n"},
           Row{"CALL norn.timeline('place/nowhere') YIELD date RETURN date", ""},
       }) {
    EXPECT_EQ(Answer(row.query), row.rows) << row.query;
  }
}

TEST(Engine, AWrongQueryIsAnErrorWithASuggestion) {
  struct Row {
    const char* query;
    const char* part;
  };
  for (const Row& row : {Row{"MATCH (person) RETURN persn", "did you mean `person`?"},
                         Row{"RETURN toUppr('a')", "did you mean `toUpper`?"},
                         Row{"CALL db.lables()", "did you mean `db.labels`?"},
                         Row{"MATCH (n) WHERE count(n) > 1 RETURN n", "InvalidAggregation"},
                         Row{"RETURN $missing", "MissingParameter"},
                         Row{"RETURN 1 / 0", "division by zero"}, Row{"CREATE (n)", "norn add"}}) {
    EXPECT_TRUE(absl::StrContains(Answer(row.query), row.part)) << row.query << "\n"
                                                                << Answer(row.query);
  }
}

TEST(Engine, UnknownNamesAreWarnings) {
  graph::View view = TestView();
  Outcome<Result> result =
      RunQuery(view, "MATCH (a:Persn)-[:SPOKE_WTH]->(b) RETURN b.nme", QueryOptions());
  ASSERT_TRUE(result.ok());
  ASSERT_EQ(result->warnings.size(), 3);
  EXPECT_EQ(result->warnings[0].suggestion, "did you mean `Person`?");
  EXPECT_EQ(result->warnings[1].suggestion, "did you mean `SPOKE_WITH`?");
  EXPECT_EQ(result->warnings[2].suggestion, "did you mean `name`?");
}

TEST(Engine, LimitsEndAQueryWithASentence) {
  QueryOptions options;
  options.max_steps = 10'000;
  EXPECT_TRUE(absl::StrContains(Answer("UNWIND range(1, 1000000) AS x RETURN sum(x)", options),
                                "StepLimit"));
  options = {};
  options.max_memory_bytes = 1 << 20;
  EXPECT_TRUE(absl::StrContains(Answer("RETURN range(1, 10000000)", options), "MemoryLimit"));
  EXPECT_TRUE(absl::StrContains(
      Answer("UNWIND range(1, 10000) AS x UNWIND range(1, 100) AS y RETURN collect(x + y)",
             options),
      "MemoryLimit"));
  options = {};
  options.timeout = absl::ZeroDuration();
  EXPECT_TRUE(absl::StrContains(Answer("MATCH (n) RETURN n", options), "TimeLimit"));
  options = {};
  std::atomic<bool> cancelled = true;
  options.cancelled = &cancelled;
  EXPECT_TRUE(absl::StrContains(Answer("MATCH (n) RETURN n", options), "Cancelled"));
}

// Every path through 60 nodes that are all connected: more than anybody can wait for.
TEST(Engine, WalksThatExplodeAreEnded) {
  graph::PropertyGraph g;
  constexpr int kNodes = 60;
  for (int i = 0; i < kNodes; ++i) {
    g.nodes.push_back({absl::StrCat("n", i), {"N"}, {}});
    for (int j = 0; j < i; ++j) {
      g.edges.push_back({absl::StrCat("n", i), absl::StrCat("n", j), "E", "", {}});
    }
  }
  graph::View view = TestView(g);
  QueryOptions options;
  options.max_steps = 200'000;
  for (const char* query :
       {"MATCH (a)-[r*]-(b) RETURN count(r)", "MATCH p = (a)-[*]-(b) RETURN max(length(p))",
        "MATCH (a), (b), (c), (d) RETURN count(*)",
        "MATCH (a) WHERE EXISTS { MATCH (a)-[*50..]->(b {id: 'x'}) } RETURN a"}) {
    Outcome<Result> result = RunQuery(view, query, options);
    ASSERT_FALSE(result.ok()) << query;
    EXPECT_EQ(result.error().code, ErrorCode::kStepLimit) << query;
  }
  // With a visited set the same question is small.
  options.max_steps = 2'000'000;
  Outcome<Result> reach = RunQuery(view, "MATCH (a)-[*0..]-(b) RETURN count(DISTINCT b)", options);
  ASSERT_TRUE(reach.ok());
  EXPECT_EQ(reach->rows[0][0].integer(), kNodes);
}

TEST(Engine, TooManyRowsGiveAPartialResult) {
  graph::View view = TestView();
  QueryOptions options;
  options.max_rows = 5;
  Outcome<Result> result = RunQuery(view, "UNWIND range(1, 10) AS x RETURN x", options);
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result->partial);
  EXPECT_EQ(result->rows.size(), 5);
}

TEST(Engine, StreamsUntilItIsEnough) {
  graph::View view = TestView();
  std::vector<std::string> columns;
  int rows = 0;
  RowSink sink;
  sink.on_columns = [&](const std::vector<std::string>& names) { columns = names; };
  sink.on_row = [&](absl::Span<const Value>) { return ++rows < 3; };
  Outcome<Result> result =
      StreamQuery(view, "UNWIND range(1, 10) AS x RETURN x", QueryOptions(), sink);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(columns, std::vector<std::string>{"x"});
  EXPECT_EQ(rows, 3);
}

TEST(Engine, ExplainShowsThePlanAndRunsNothing) {
  graph::View view = TestView();
  Outcome<Result> result =
      RunQuery(view, "EXPLAIN MATCH (a {id: 'person/ada'})-[r:SPOKE_WITH]->(b:Person) RETURN b",
               QueryOptions());
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(absl::StrContains(result->plan, "NodeById")) << result->plan;
  EXPECT_LT(result->plan.find("NodeById"), result->plan.find("Expand"));
  EXPECT_TRUE(result->rows.empty());
}

TEST(Engine, ProfileShowsRowsAndTime) {
  const graph::View view = TestView();
  Outcome<Result> result =
      RunQuery(view, "PROFILE MATCH (n:Actor) RETURN count(n)", QueryOptions());
  ASSERT_TRUE(result.ok());
  for (const char* line :
       {R"(Scan .*\[1 rows in, \d+\.\d{3} ms\])", R"(Aggregate  \[3 rows in, \d+\.\d{3} ms\])"}) {
    EXPECT_TRUE(std::regex_search(result->plan, std::regex(line))) << result->plan;
  }
}

TEST(Engine, ParametersOfACommandLine) {
  struct Row {
    const char* argument;
    const char* literal;
  };
  for (const Row& row : {Row{"x=1", "1"}, Row{"x=-1.5", "-1.5"}, Row{"x='a'", "'a'"},
                         Row{"x=[1, 'b']", "[1, 'b']"}, Row{"x=plain text", "'plain text'"},
                         Row{"x=", "''"}, Row{"x=a=b", "'a=b'"}, Row{"x=null", "null"},
                         Row{"x=date('2025-07-04')", "2025-07-04"}, Row{"x=rand()", "'rand()'"}}) {
    auto parsed = ParseParameterLiteral(row.argument);
    ASSERT_TRUE(parsed.ok()) << row.argument;
    EXPECT_EQ(parsed->first, "x");
    EXPECT_EQ(ToLiteral(parsed->second), row.literal) << row.argument;
  }
  EXPECT_FALSE(ParseParameterLiteral("no equals sign").ok());
  EXPECT_FALSE(ParseParameterLiteral("=1").ok());
}

TEST(Engine, AFirstWordThatBeginsNoQueryIsAMistakeAtOnce) {
  for (const char* text : {"who spoke with whom", "  MTCH (a)", "SELECT name"}) {
    EXPECT_TRUE(MistakenBeginning(text).has_value()) << text;
  }
  for (const char* text : {"", "MATCH (a", "OPTIONAL", "EXPLAIN", "match", "// note", "/* note",
                           "CALL {", "RETURN nope"}) {
    EXPECT_FALSE(MistakenBeginning(text).has_value()) << text;
  }
}

TEST(Engine, AShellKnowsWhenAQueryIsComplete) {
  EXPECT_TRUE(IsCompleteQuery("RETURN 1;"));
  EXPECT_TRUE(IsCompleteQuery("RETURN ';' ; // done"));
  EXPECT_FALSE(IsCompleteQuery("RETURN 1"));
  EXPECT_FALSE(IsCompleteQuery("RETURN ';"));
  EXPECT_FALSE(IsCompleteQuery("RETURN 1 /* ;"));
  EXPECT_FALSE(IsCompleteQuery(""));
}

}  // namespace
}  // namespace norn::query
