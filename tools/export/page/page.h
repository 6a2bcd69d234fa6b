// A graph as one HTML file that needs nothing else: search, filters, a picture, a timeline, a
// table, and for each event the sentences that it was read from. The same graph gives the same
// bytes.
//
//   NORN_ASSIGN_OR_RETURN(std::string html, WritePage(graph, {.title = "Who met whom"}));
#ifndef NORN_TOOLS_EXPORT_PAGE_PAGE_H_
#define NORN_TOOLS_EXPORT_PAGE_PAGE_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"
#include "graph/model/model.h"

namespace norn::tools {

struct PageOptions {
  std::string title = {};  // empty: "What the articles say"
  size_t max_events =
      5000;       // those that most articles report stay; of a graph without events: nodes
  size_t of = 0;  // how many there are, where the graph is a part; 0: it is none
};

// `graph` must be normalized, with its articles. kInternal for what Graphviz fails at.
absl::StatusOr<std::string> WritePage(const graph::PropertyGraph& graph,
                                      const PageOptions& options);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PAGE_PAGE_H_
