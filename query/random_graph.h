// Small random graphs, for tests that hold one way to an answer against another over many of them.
#ifndef NORN_QUERY_RANDOM_GRAPH_H_
#define NORN_QUERY_RANDOM_GRAPH_H_

#include <cstdint>
#include <random>
#include <string>

#include "absl/strings/str_cat.h"
#include "graph/model/model.h"
#include "graph/view/view.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "query/test_graph.h"

namespace norn::query {

// Two to six nodes, Even and Odd, and up to eight edges of type T with a `w` from 0 to 2; loops and
// parallel edges among them. The same for the same seed.
inline graph::View RandomView(uint32_t seed) {
  std::mt19937 random(seed);
  const uint32_t nodes = 2 + random() % 5;
  const uint32_t edges = random() % 9;
  graph::PropertyGraph g;
  for (uint32_t i = 0; i < nodes; ++i) {
    g.nodes.push_back({absl::StrCat("n", i), {i % 2 == 0 ? "Even" : "Odd"}, {}});
  }
  for (uint32_t i = 0; i < edges; ++i) {
    g.edges.push_back({absl::StrCat("n", random() % nodes),
                       absl::StrCat("n", random() % nodes),
                       "T",
                       absl::StrCat(i),
                       {{"w", graph::Value(static_cast<int>(random() % 3))}}});
  }
  return TestView(std::move(g));
}

// The cells of all rows as literals, behind the plan where one is asked for; or what is wrong.
inline std::string CellsOf(const graph::View& view, const std::string& text) {
  Outcome<Result> result = RunQuery(view, text, QueryOptions());
  if (!result.ok()) return Render(result.error(), text);
  std::string out = result->plan;
  for (const auto& row : result->rows) {
    for (const Value& cell : row) absl::StrAppend(&out, ToLiteral(cell), " ");
  }
  return out;
}

}  // namespace norn::query

#endif  // NORN_QUERY_RANDOM_GRAPH_H_
