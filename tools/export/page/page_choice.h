// Which nodes and lines of a graph its page draws.
//
//   const PageChoice choice = ChoosePage(graph, 5000);
#ifndef NORN_TOOLS_EXPORT_PAGE_PAGE_CHOICE_H_
#define NORN_TOOLS_EXPORT_PAGE_PAGE_CHOICE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "graph/model/model.h"

namespace norn::tools {

// A line between two nodes of the page.
struct PageLine {
  size_t from = 0;  // index into PageChoice::nodes
  size_t to = 0;
  std::string role;  // what the line says; of a graph without events, the edge's type
  bool arrow = false;
  std::string color;  // #rrggbb
};

struct PageChoice {
  bool has_events = false;    // events and who took part in them; else the graph as it is
  std::vector<size_t> nodes;  // indices of the graph's nodes, ascending
  std::vector<PageLine> lines;
  size_t kept = 0;  // of the events, or of the nodes of a graph without
  size_t all = 0;
};

// Of too many events those that most articles report, of too many nodes the most connected.
PageChoice ChoosePage(const graph::PropertyGraph& graph, size_t limit);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PAGE_PAGE_CHOICE_H_
