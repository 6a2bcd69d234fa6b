// Random small graphs and patterns, and a naive reference that tries every assignment from left to
// right: what planner and executor are held against.
//
//   Generator generator(seed);
//   const graph::PropertyGraph graph = generator.Graph();
//   const Pattern pattern = generator.Shape();
//   const std::vector<Row> rows = ReferenceRows(graph, pattern);   // of Text(pattern)
#ifndef NORN_TESTS_CONFORMANCE_RANDOM_PATTERNS_H_
#define NORN_TESTS_CONFORMANCE_RANDOM_PATTERNS_H_

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "graph/model/model.h"

namespace norn::conformance {

struct NodeShape {
  std::string variable;
  std::string label;  // empty: any
  int x = -1;         // the property, or -1: any
};

struct EdgeShape {
  std::string type;   // empty: any
  int direction = 0;  // -1 left, 1 right, 0 either
  int min = 1;
  int max = 1;        // beyond min: of variable length
  std::string since;  // r.date >= since
};

struct Pattern {
  std::vector<NodeShape> nodes;
  std::vector<EdgeShape> edges;
};

// Nodes have an id (n0, n1, …), labels A and B, x and name; relationships are R and S with a date,
// and their key (e0, e1, …) is a property too.
class Generator {
 public:
  explicit Generator(uint32_t seed) : random_(seed) {}

  graph::PropertyGraph Graph();
  Pattern Shape();

 private:
  int Number(int least, int most);
  std::string Date();

  std::mt19937 random_;
};

// The parts of a query for a pattern.
struct PatternText {
  std::string path;
  std::string where;  // the condition; empty: none
  std::string row;    // an expression: the list of ids and keys along the path
};
// `quantified`: variable lengths are written -[r]->{1,2}, not -[r*1..2]->.
PatternText TextOf(const Pattern& pattern, bool quantified = false);

// Ids of nodes and keys of relationships along a path.
using Row = std::vector<std::string>;
// Every way to lay the pattern over the graph; sorted.
std::vector<Row> ReferenceRows(const graph::PropertyGraph& graph, const Pattern& pattern);

}  // namespace norn::conformance

#endif  // NORN_TESTS_CONFORMANCE_RANDOM_PATTERNS_H_
