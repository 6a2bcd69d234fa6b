// Two queries at once on one open view: run it with --config=tsan.
#include <string>
#include <thread>
#include <vector>

#include "gtest/gtest.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "query/test_graph.h"

namespace norn::query {
namespace {

std::string Answer(const graph::View& view, const std::string& text) {
  const Outcome<Result> result = RunQuery(view, text, {});
  if (!result.ok()) return Render(result.error(), text);
  std::string answer;
  for (const auto& row : result.value().rows) {
    for (const Value& cell : row) answer += ToLiteral(cell) + " ";
  }
  return answer;
}

TEST(TwoThreadsTest, QueriesOnOneViewDoNotDisturbEachOther) {
  const graph::View view = TestView();
  const std::vector<std::string> queries = {
      "MATCH (a)-[r]->(b) RETURN a, type(r), b ORDER BY a.id, b.id, type(r)",
      "MATCH p = (a)-[*1..3]-(b) RETURN count(DISTINCT b), max(length(p))",
      "MATCH (a) RETURN a.name, size(labels(a)) ORDER BY a.name",
      "CALL algo.pagerank() YIELD node, score RETURN node.id, score ORDER BY node.id",
      "UNWIND range(1, 200) AS x RETURN x % 7 AS k, collect(toString(x)) ORDER BY k",
      "RETURN toUpper('å') =~ '.*', date('2025-07-04') + duration('P1M')",
      "MATCH (n) WHERE n.nothing = 1 RETURN m",
  };
  std::vector<std::string> alone;
  for (const std::string& query : queries) alone.push_back(Answer(view, query));
  const auto ask_all = [&] {
    for (int round = 0; round < 5; ++round) {
      for (size_t i = 0; i < queries.size(); ++i) {
        EXPECT_EQ(Answer(view, queries[i]), alone[i]) << queries[i];
      }
    }
  };
  std::thread other(ask_all);
  ask_all();
  other.join();
}

}  // namespace
}  // namespace norn::query
