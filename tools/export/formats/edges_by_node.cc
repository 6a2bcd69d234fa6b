#include "tools/export/formats/edges_by_node.h"

namespace norn::tools {

EdgesByNode::EdgesByNode(const graph::GraphRows& graph, absl::string_view type, End end)
    : first_(graph.node_count() + 1) {
  for (uint32_t row = 0; row < graph.edge_count(); ++row) {
    if (graph.TypeAt(row) == type) ++first_[(graph.*end)(row) + 1];
  }
  for (size_t node = 1; node < first_.size(); ++node) first_[node] += first_[node - 1];
  edges_.resize(first_.back());
  std::vector<uint32_t> next(first_.begin(), first_.end() - 1);
  for (uint32_t row = 0; row < graph.edge_count(); ++row) {
    if (graph.TypeAt(row) == type) edges_[next[(graph.*end)(row)]++] = row;
  }
}

}  // namespace norn::tools
