// A graph as JSON Lines: the canonical dump, with everything that the graph holds, in the graph's
// own order, so that the same graph gives the same bytes. The graph must be normalized.
//
//   WriteGraphJsonl(view.ToPropertyGraph(), std::cout);
#ifndef NORN_TOOLS_EXPORT_FORMATS_JSONL_H_
#define NORN_TOOLS_EXPORT_FORMATS_JSONL_H_

#include <ostream>

#include "graph/view/graph_rows.h"

namespace norn::tools {

// {"node":ID,"labels":[…],"properties":{…}} and {"edge":TYPE,"from":ID,"to":ID,"key":…,…} a line.
void WriteGraphJsonl(const graph::GraphRows& graph, std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_JSONL_H_
