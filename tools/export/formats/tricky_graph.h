// A graph of what formats get wrong: quotes, line breaks, separators within lists, empty texts,
// nodes without labels, types of edges with blanks. For tests.
#ifndef NORN_TOOLS_EXPORT_FORMATS_TRICKY_GRAPH_H_
#define NORN_TOOLS_EXPORT_FORMATS_TRICKY_GRAPH_H_

#include <sstream>
#include <string>

#include "graph/model/model.h"

namespace norn::tools {

inline graph::PropertyGraph TrickyGraph() {
  using graph::Value;
  graph::PropertyGraph graph;
  graph.nodes.push_back({"a",
                         {"Actor", "Person"},
                         {{"name", Value("Åse \"x\"\n<y>")},
                          {"aliases", Value(Value::List{Value("A;B"), Value("C\\")})},
                          {"mentions", Value(3)},
                          {"note", Value("")}}});
  graph.nodes.push_back({"b", {}, {{"born", Value(graph::Date{0})}, {"size", Value(1.5)}}});
  graph.edges.push_back({"a", "b", "SPOKE_WITH", "event/1", {{"date", Value("2025-07")}}});
  graph.edges.push_back({"a", "b", "odd type", "", {}});
  return graph;
}

// What `write` makes of it.
template <typename Write>
std::string Written(Write write) {
  std::ostringstream out;
  write(TrickyGraph(), out);
  return out.str();
}

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_TRICKY_GRAPH_H_
