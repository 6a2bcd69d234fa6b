// Graphs and queries that would explode: each ends within its limits, with a sentence.
#include <atomic>
#include <string>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "graph/model/model.h"
#include "graph/view/view.h"
#include "gtest/gtest.h"
#include "query/engine.h"
#include "query/test_graph.h"

namespace norn::query {
namespace {

std::string Id(int i) { return absl::StrCat("n/", i); }

// Every node points to every other.
graph::View Clique(int nodes) {
  graph::PropertyGraph g;
  for (int i = 0; i < nodes; ++i) g.nodes.push_back({Id(i), {"N"}, {}});
  for (int i = 0; i < nodes; ++i) {
    for (int j = 0; j < nodes; ++j) {
      if (i != j) g.edges.push_back({Id(i), Id(j), "R", "", {}});
    }
  }
  return TestView(g);
}

// One node that all the others point to.
graph::View Star(int leaves) {
  graph::PropertyGraph g;
  g.nodes.push_back({"hub", {"Hub"}, {}});
  for (int i = 0; i < leaves; ++i) {
    g.nodes.push_back({Id(i), {"N"}, {}});
    g.edges.push_back({Id(i), "hub", "R", "", {}});
  }
  return TestView(g);
}

// The first cell, or the error's detail.
std::string Answer(const graph::View& view, const std::string& text, QueryOptions options = {}) {
  Outcome<Result> result = RunQuery(view, text, options);
  if (!result.ok()) return std::string(DetailOf(result.error().code));
  return result->rows.empty() ? "" : absl::StrCat(result->rows[0][0].integer());
}

std::string Chain(int nodes) {
  std::string pattern = "(n0)";
  for (int i = 1; i < nodes; ++i) absl::StrAppend(&pattern, "-->(n", i, ")");
  return pattern;
}

TEST(LimitsTest, AClique) {
  const graph::View view = Clique(300);
  QueryOptions options;
  options.max_steps = 5'000'000;
  for (const char* query :
       {"MATCH (a)-->(b)-->(c)-->(d)-->(e) RETURN count(*)",
        "MATCH p = (a)-[*]->(b) RETURN count(p)",
        "MATCH p = allShortestPaths((a)-[*]->(b)), (c)-->(d) RETURN count(p)"}) {
    EXPECT_EQ(Answer(view, query, options), "StepLimit") << query;
  }
  // Where only the ends count, no path is walked twice.
  EXPECT_EQ(Answer(view, "MATCH (a {id: 'n/0'})-[*1..3]->(b) RETURN count(DISTINCT b)", options),
            "300");
  EXPECT_EQ(Answer(view, "MATCH (a {id: 'n/0'})-->()-->(b) RETURN count(DISTINCT b)", options),
            "300");
  options.max_memory_bytes = 10'000'000;
  EXPECT_EQ(Answer(view, "MATCH (a)-->(b)-->(c) RETURN size(collect([a, b, c]))", options),
            "MemoryLimit");
}

TEST(LimitsTest, APatternOfFiftyNodes) {
  const graph::View clique = Clique(60);
  QueryOptions options;
  options.max_steps = 1'000'000;
  EXPECT_EQ(Answer(clique, absl::StrCat("MATCH ", Chain(50), " RETURN count(*)"), options),
            "StepLimit");
  EXPECT_EQ(Answer(clique, absl::StrCat("MATCH ", Chain(50), " RETURN 1 LIMIT 1"), options), "1");
  EXPECT_EQ(Answer(Star(100), absl::StrCat("MATCH ", Chain(50), " RETURN count(*)")), "0");
}

TEST(LimitsTest, AVertexOfHighDegree) {
  const graph::View view = Star(100'000);
  QueryOptions options;
  options.max_steps = 5'000'000;
  EXPECT_EQ(Answer(view, "MATCH (h:Hub)<--(n) RETURN count(n)", options), "100000");
  EXPECT_EQ(Answer(view, "MATCH (a)-->(h:Hub)<--(b) RETURN count(*)", options), "StepLimit");
  EXPECT_EQ(Answer(view, "MATCH (a {id: 'n/5'})-->()<--(b) RETURN count(DISTINCT b)", options),
            "99999");
}

TEST(LimitsTest, AListOfTenMillion) {
  const graph::View view = Clique(2);
  EXPECT_EQ(Answer(view, "RETURN size(range(1, 10000000))"), "10000000");
  QueryOptions options;
  options.max_memory_bytes = 50'000'000;
  EXPECT_EQ(Answer(view, "RETURN size(range(1, 10000000))", options), "MemoryLimit");
  EXPECT_EQ(Answer(view, "RETURN size([x IN range(1, 10000000) | x * 2])", options), "MemoryLimit");
}

// Each level doubles what the value would take if nothing were shared.
TEST(LimitsTest, ListsThatShareTheirHalves) {
  const graph::View view = Clique(2);
  QueryOptions options;
  options.max_memory_bytes = 50'000'000;
  for (const char* levels : {"25", "60"}) {
    const std::string doubled =
        absl::StrCat("WITH reduce(s = [1], x IN range(1, ", levels, ") | [s, s]) AS s ");
    for (const char* use :
         {"RETURN s", "RETURN {a: s}", "RETURN s = [s, s]", "RETURN s IN [1, s]", "RETURN s < s",
          "RETURN DISTINCT s", "RETURN count(DISTINCT s)", "RETURN s, count(*)", "RETURN max(s)",
          "UNWIND [s, s] AS t WITH t ORDER BY t RETURN 1", "RETURN CASE s WHEN s THEN 1 END",
          "RETURN nullIf(s, s)"}) {
      EXPECT_EQ(Answer(view, doubled + use, options), "MemoryLimit") << levels << " " << use;
    }
    // What is not looked into costs nothing.
    EXPECT_EQ(Answer(view, doubled + "RETURN size(s)", options), "2");
  }
  EXPECT_EQ(
      Answer(view, "WITH reduce(s = 'ab', x IN range(1, 23) | s + s) AS s RETURN size(s)", options),
      "16777216");
  EXPECT_EQ(Answer(view,
                   "WITH reduce(s = 'ab', x IN range(1, 23) | s + s) AS s "
                   "RETURN size(split(s, ''))",
                   options),
            "MemoryLimit");
}

TEST(LimitsTest, ValuesNestedDeeply) {
  const graph::View view = Clique(2);
  for (const char* deep : {"reduce(s = [], x IN range(1, 20000) | [s])",
                           "reduce(s = {}, x IN range(1, 20000) | {a: s})"}) {
    for (const char* use : {"RETURN 1", "RETURN s", "RETURN count(DISTINCT s)", "RETURN s = [s]"}) {
      EXPECT_EQ(Answer(view, absl::StrCat("WITH ", deep, " AS s ", use)), "DepthLimit") << use;
    }
  }
  EXPECT_EQ(Answer(view, "WITH reduce(s = [], x IN range(1, 400) | [s]) AS s RETURN size(s)"), "1");
}

TEST(LimitsTest, WarningsAndErrorsAreShort) {
  const graph::View view = Clique(2);
  std::string labels = "L0";
  for (int i = 1; i < 2000; ++i) absl::StrAppend(&labels, "|L", i % 1000);
  const std::string text = absl::StrCat("MATCH (n:", labels, ") RETURN n");
  Outcome<Result> result = RunQuery(view, text, QueryOptions());
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->warnings.size(), 10);
  for (const Diagnostic& warning : result->warnings) EXPECT_LT(Render(warning, text).size(), 700);
  const std::string name(500'000, 'x');
  for (const std::string& wrong :
       {absl::StrCat("RETURN ", name), absl::StrCat("RETURN ", name, "()"),
        absl::StrCat("MATCH (", name, " RETURN 1"),
        absl::StrCat("RETURN '", name, "' AS a, 1 2")}) {
    Outcome<Result> refused = RunQuery(view, wrong, QueryOptions());
    ASSERT_FALSE(refused.ok());
    EXPECT_LT(Render(refused.error(), wrong).size(), 1200) << wrong.substr(0, 30);
  }
}

TEST(LimitsTest, AnotherThreadEndsAQuery) {
  const graph::View view = Clique(300);
  for (const char* query :
       {"MATCH (a)-->(b)-->(c)-->(d)-->(e) RETURN count(*)",
        "UNWIND range(1, 100000) AS i UNWIND range(1, 100000) AS j RETURN count(*)",
        "UNWIND range(1, 100000) AS i CALL algo.components() YIELD node RETURN count(node)"}) {
    std::atomic<bool> cancelled = false;
    QueryOptions options;
    options.cancelled = &cancelled;
    std::thread other([&] {
      absl::SleepFor(absl::Milliseconds(20));
      cancelled = true;
    });
    EXPECT_EQ(Answer(view, query, options), "Cancelled") << query;
    other.join();
  }
}

}  // namespace
}  // namespace norn::query
