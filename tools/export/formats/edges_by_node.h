// The edges of one type that each node has at one of their ends, as rows: four bytes for each edge
// and each node.
//
//   const EdgesByNode reports(graph, "REPORTED_IN", &GraphRows::SourceRow);
//   for (const uint32_t row : reports.Of(event)) Use(graph.EdgeAt(row));
#ifndef NORN_TOOLS_EXPORT_FORMATS_EDGES_BY_NODE_H_
#define NORN_TOOLS_EXPORT_FORMATS_EDGES_BY_NODE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "graph/view/graph_rows.h"

namespace norn::tools {

class EdgesByNode {
 public:
  using End = size_t (graph::GraphRows::*)(size_t edge) const;

  EdgesByNode(const graph::GraphRows& graph, absl::string_view type, End end);

  // In the graph's order.
  absl::Span<const uint32_t> Of(size_t node) const {
    return absl::MakeConstSpan(edges_).subspan(first_[node], first_[node + 1] - first_[node]);
  }

 private:
  std::vector<uint32_t> first_;  // by node, and one more: the place in edges_
  std::vector<uint32_t> edges_;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_EDGES_BY_NODE_H_
