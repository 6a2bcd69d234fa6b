// A call of two persons that one article tells of, for the tests of this package.
#ifndef NORN_TOOLS_ASK_CALL_VIEW_H_
#define NORN_TOOLS_ASK_CALL_VIEW_H_

#include <cstdlib>
#include <utility>

#include "graph/model/model.h"
#include "graph/view/view.h"
#include "graph/view/view_builder.h"

namespace norn::tools {

inline graph::PropertyGraph CallGraph() {
  using graph::Value;
  graph::PropertyGraph g;
  g.nodes = {
      {"article/a.txt", {"Article"}, {{"name", Value("a.txt")}}},
      {"event/call/1", {"Event"}, {{"type", Value("call")}, {"date", Value("2025-01-05")}}},
      {"judgements/mine", {"Judgements"}, {{"name", Value("mine.judgements")}}},
      {"person/ada", {"Person"}, {{"name", Value("Ada Berg")}, {"confidence", Value(0.5)}}},
      {"person/bo", {"Person"}, {{"name", Value("Bo Dahl")}}},
      {"person/bo-2", {"Person"}, {{"name", Value("Bo Dahl")}}},
  };
  Value::List not_facts;
  not_facts.push_back(Value("event/call/7: it was a rehearsal"));
  not_facts.push_back(Value("event/call/8"));
  g.nodes[2].properties["not_facts"] = Value(std::move(not_facts));
  g.edges = {
      {"event/call/1",
       "article/a.txt",
       "REPORTED_IN",
       "0",
       {{"start", Value(10)},
        {"end", Value(30)},
        {"quote", Value("Ada ringte Bo.")},
        {"words", Value("ringte")},
        {"attributed_to", Value("Posten")},
        {"hedged", Value(true)},
        {"rule", Value("trigger/call")}}},
      {"person/ada", "event/call/1", "PARTICIPATED_IN", "caller", {{"role", Value("caller")}}},
      {"person/ada", "person/bo", "SPOKE_WITH", "1", {{"event", Value("event/call/1")}}},
  };
  return g;
}

inline graph::View CallView() {
  graph::PropertyGraph g = CallGraph();
  if (!graph::Normalize(g).ok()) std::abort();
  auto bytes = graph::BuildView(g);
  if (!bytes.ok()) std::abort();
  auto view = graph::View::FromBytes(*std::move(bytes));
  if (!view.ok()) std::abort();
  return *std::move(view);
}

}  // namespace norn::tools

#endif  // NORN_TOOLS_ASK_CALL_VIEW_H_
