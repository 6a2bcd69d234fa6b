// What is different between two graphs, such as two generations of one.
//
//   size_t lines = WriteDiff(older, newer, {.why = true}, streams.out);
#ifndef NORN_TOOLS_COMMANDS_GRAPH_DIFFERENCE_H_
#define NORN_TOOLS_COMMANDS_GRAPH_DIFFERENCE_H_

#include <cstddef>
#include <ostream>

#include "graph/model/model.h"

namespace norn::tools {

struct DiffStyle {
  bool json = false;  // a JSON object in each line
  bool why = false;   // which articles came, changed or went
};

// Both normalized. "+ node ID", "- edge FROM -[TYPE]-> TO", "~ node ID: KEY: OLD -> NEW", with the
// reasons "  because a.txt is new" behind them; gives how many lines it wrote.
size_t WriteDiff(const graph::PropertyGraph& older, const graph::PropertyGraph& newer,
                 const DiffStyle& style, std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_COMMANDS_GRAPH_DIFFERENCE_H_
