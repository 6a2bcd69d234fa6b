// The property graph as values: what resolution makes, what the store keeps, what a view is
// made from. Small enough to build by hand in a test:
//
//   PropertyGraph g;
//   g.nodes.push_back({"person/a", {"Actor", "Person"}, {{"name", Value("A")}}});
//   g.edges.push_back({"person/a", "person/b", "SPOKE_WITH", "event/1",
//                      {{"date", Value("2025")}}});
//   NORN_RETURN_IF_ERROR(Normalize(g));
#ifndef NORN_GRAPH_MODEL_MODEL_H_
#define NORN_GRAPH_MODEL_MODEL_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "graph/model/value.h"

namespace norn::graph {

// Keys are sorted, so that everything written from them is deterministic. Null values are not kept.
using Properties = std::map<std::string, Value>;

struct Node {
  std::string id;                   // unique in the graph, not empty; also the property `id`
  std::vector<std::string> labels;  // sorted, without duplicates
  Properties properties;            // without `id`
  bool operator==(const Node&) const = default;
};

// (from, type, to, key) is unique. The key tells parallel edges apart: mostly the event's id.
struct Edge {
  std::string from;
  std::string to;
  std::string type;
  std::string key;
  Properties properties;
  bool operator==(const Edge&) const = default;
};

struct PropertyGraph {
  std::vector<Node> nodes;  // sorted by id once normalized
  std::vector<Edge> edges;  // sorted by (from, type, to, key) once normalized
  bool operator==(const PropertyGraph&) const = default;
};

// Lists may hold lists, up to this deep: bytes from disk may not make a reader run out of stack.
inline constexpr int kMaxListDepth = 32;

// Sorts nodes, edges and labels, and drops null properties. kInvalidArgument, naming the id, for an
// empty or repeated id, a repeated edge, an edge without a type or whose end is not there, text
// that is not UTF-8, and lists nested too deep.
absl::Status Normalize(PropertyGraph& graph);

// Sorts nodes and edges only.
void SortGraph(PropertyGraph& graph);

}  // namespace norn::graph

#endif  // NORN_GRAPH_MODEL_MODEL_H_
