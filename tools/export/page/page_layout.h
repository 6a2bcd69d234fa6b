// Where the nodes of a page stand. A function of the graph: the same nodes and edges stand at the
// same places.
//
//   NORN_ASSIGN_OR_RETURN(const std::vector<Point> at, LayOutPage(nodes, edges));
//
// Few nodes are laid out by Graphviz's springs, each with its size. Of many only the hubs are; the
// rest is put around the middle of the hubs that each belongs to, which takes no time and keeps
// what is between the same hubs together.
#ifndef NORN_TOOLS_EXPORT_PAGE_PAGE_LAYOUT_H_
#define NORN_TOOLS_EXPORT_PAGE_PAGE_LAYOUT_H_

#include <cstddef>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/export/picture/graphviz.h"

namespace norn::tools {

struct LayoutNode {
  bool is_hub = true;  // an actor; not an event
  double width = 60;   // in points
  double height = 24;
};
using LayoutEdge = std::pair<size_t, size_t>;  // indices of nodes

absl::StatusOr<std::vector<Point>> LayOutPage(const std::vector<LayoutNode>& nodes,
                                              const std::vector<LayoutEdge>& edges);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PAGE_PAGE_LAYOUT_H_
