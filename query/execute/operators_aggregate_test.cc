#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "graph/view/view.h"
#include "gtest/gtest.h"
#include "query/answers.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "query/test_graph.h"

namespace norn::query {
namespace {

TEST(OperatorsAggregateTest, GroupsByEquivalentKeys) {
  ExpectAnswers({
      {"UNWIND ['a', 'b', 'a'] AS k RETURN k, count(*) AS c ORDER BY k", R"({"k":"a","c":2}
{"k":"b","c":1})"},
      {"MATCH (a)-[:SPOKE_WITH]->(b) RETURN a.name AS n, count(b) AS c ORDER BY c DESC",
       R"({"n":"Ada Berg","c":2}
{"n":"Bo Dahl","c":1})"},
      {"UNWIND [1, 1.0, null, null] AS k RETURN k, count(*) AS c ORDER BY c DESC, k",
       R"({"k":1,"c":2}
{"k":null,"c":2})"},
      {"MATCH (x:Nobody) RETURN count(x) AS c", R"({"c":0})"},
      {"MATCH (x:Nobody) RETURN x.name AS n, count(x) AS c", ""},
  });
}

// Each of many nodes points to the three behind it, to the first of them twice. `n` is different
// for each, `half` the same for two.
graph::View ManyNodes() {
  constexpr int kNodes = 2500;
  graph::PropertyGraph g;
  const auto id = [](int i) { return absl::StrCat("n", i % kNodes); };
  for (int i = 0; i < kNodes; ++i) {
    g.nodes.push_back({id(i),
                       {"N"},
                       {{"n", graph::Value(i)},
                        {"half", graph::Value(i / 2)},
                        {"word", graph::Value(absl::StrCat("word ", i % 700))}}});
    for (const int step : {1, 2, 3}) g.edges.push_back({id(i), id(i + step), "R", "a", {}});
    g.edges.push_back({id(i), id(i + 1), "R", "b", {}});
  }
  return TestView(std::move(g));
}

std::string RowsOf(const graph::View& view, const std::string& text) {
  Outcome<Result> result = RunQuery(view, text, QueryOptions());
  if (!result.ok()) return Render(result.error(), text);
  std::string out;
  for (const auto& row : result->rows) {
    for (const Value& cell : row) absl::StrAppend(&out, ToLiteral(cell), " ");
    out += "\n";
  }
  return out;
}

// Rows of a scanned node come one after the other, so that the groups of earlier nodes are pushed
// on early; behind UNWIND that is not known. Both give the same, in the same order.
TEST(OperatorsAggregateTest, GroupsOfEarlierNodesArePushedOnWithoutChange) {
  const graph::View view = ManyNodes();
  for (const char* returns :
       {"a.n, b.n, count(*) AS c", "a.half, b.half, count(*) AS c", "a, b, count(*) AS c",
        "b.n, a.half, a.n, collect(b.n) AS c", "a.n, count(DISTINCT b) AS c",
        "b.n, count(DISTINCT a) AS c", "a.nothing, b.half, count(*) AS c",
        "a.n + 1, b.n, max(a.n) AS c", "DISTINCT a.n, b.n", "DISTINCT a, b.half",
        "DISTINCT a.half, b.half"}) {
    const std::string rest = absl::StrCat("MATCH (a:N)-[:R]->(b:N) RETURN ", returns);
    EXPECT_EQ(RowsOf(view, rest), RowsOf(view, "UNWIND [1] AS one " + rest)) << rest;
  }
  // What follows takes as many as it wants.
  EXPECT_EQ(RowsOf(view,
                   "MATCH (a:N)-[:R]->(b:N) WITH a, b, count(*) AS c WHERE c > 1 "
                   "RETURN a.n, b.n, c LIMIT 2"),
            "0 1 2 \n1 2 2 \n");
  EXPECT_EQ(RowsOf(view,
                   "MATCH (a:N)-[:R]->(b:N) RETURN a.n, b.n, count(*) AS c "
                   "ORDER BY c DESC, a.n DESC LIMIT 1"),
            "2499 0 2 \n");
  EXPECT_EQ(RowsOf(view,
                   "MATCH (a:N) CALL (a) { MATCH (x:N)-[:R]->(y) WHERE x.n < 2 "
                   "RETURN x, count(*) AS c } RETURN count(*), sum(c)"),
            "5000 20000 \n");
}

// Texts of the graph are told apart by where they lie, where they are the only key; others by what
// they are.
TEST(OperatorsAggregateTest, GroupsByTexts) {
  const graph::View view = ManyNodes();
  const std::string match = "MATCH (a:N)-[:R]->(b:N) RETURN ";
  const std::string rest = " AS w, count(*) AS c, min(b.n), max(a.word), count(DISTINCT b.word)";
  const std::string groups = RowsOf(view, absl::StrCat(match, "a.word", rest));
  EXPECT_EQ(groups, RowsOf(view, absl::StrCat(match, "a.word + ''", rest)));
  EXPECT_EQ(std::count(groups.begin(), groups.end(), '\n'), 700);
  EXPECT_EQ(groups.substr(0, groups.find('\n')), "'word 0' 16 1 'word 0' 3 ");
  const std::string mixed = "MATCH (a:N) UNWIND [a.word, toUpper(a.word), null] AS w ";
  EXPECT_EQ(RowsOf(view, mixed + "WITH w, count(*) AS c RETURN count(*), sum(c)"), "1401 7500 \n");
}

}  // namespace
}  // namespace norn::query
