// A small graph of two calls, a meeting, a planned meeting and a supply, with names that are hard
// to write down, for tests that need a graph but no articles.
//
//   PublishSmallGraph(folder.Path("graph"));
#ifndef NORN_TESTS_SUPPORT_SMALL_GRAPH_H_
#define NORN_TESTS_SUPPORT_SMALL_GRAPH_H_

#include <string>

#include "graph/model/model.h"

namespace norn::tests {

graph::PropertyGraph SmallGraph();

// Publishes SmallGraph() as a generation of the graph in `path`; a test failure if it cannot.
void PublishSmallGraph(const std::string& path);
void PublishGraph(const std::string& path, const graph::PropertyGraph& graph);

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_SMALL_GRAPH_H_
