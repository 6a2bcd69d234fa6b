// A small graph of meetings for tests: three actors, a place, two articles' worth of edges.
#ifndef NORN_QUERY_TEST_GRAPH_H_
#define NORN_QUERY_TEST_GRAPH_H_

#include <cstdlib>
#include <string>
#include <utility>

#include "graph/model/model.h"
#include "graph/view/view.h"
#include "graph/view/view_builder.h"

namespace norn::query {

inline graph::PropertyGraph TestPropertyGraph() {
  using graph::Value;
  graph::PropertyGraph g;
  g.nodes = {
      {"person/ada", {"Actor", "Person"}, {{"name", Value("Ada Berg")}, {"mentions", Value(3)}}},
      {"person/bo", {"Actor", "Person"}, {{"name", Value("Bo Dahl")}, {"mentions", Value(1)}}},
      {"state/nordland", {"Actor", "State"}, {{"name", Value("Nordland")}}},
      {"place/havn", {"Place"}, {{"name", Value("Havn")}}},
  };
  auto edge = [&g](const char* from, const char* type, const char* to, const char* key,
                   const char* date) {
    g.edges.push_back({from, to, type, key, {{"date", Value(date)}}});
  };
  edge("person/ada", "SPOKE_WITH", "person/bo", "event/1", "2025-01-05");
  edge("person/ada", "SPOKE_WITH", "person/bo", "event/2", "2025-03");
  edge("person/bo", "SPOKE_WITH", "state/nordland", "event/3", "2025-06-01");
  edge("person/ada", "VISITED", "place/havn", "event/4", "2025-02-01");
  return g;
}

inline graph::View TestView(graph::PropertyGraph g = TestPropertyGraph()) {
  if (!graph::Normalize(g).ok()) std::abort();
  auto bytes = graph::BuildView(g);
  if (!bytes.ok()) std::abort();
  auto view = graph::View::FromBytes(*std::move(bytes));
  if (!view.ok()) std::abort();
  return *std::move(view);
}

}  // namespace norn::query

#endif  // NORN_QUERY_TEST_GRAPH_H_
