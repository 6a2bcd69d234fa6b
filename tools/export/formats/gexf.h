// A graph as GEXF, Gephi's format: labels, kinds and weights of edges, colours, and the days on
// which events and edges were, for Gephi's timeline. The same graph gives the same bytes.
//
//   WriteGexf(view.ToPropertyGraph(), GexfVersion::k13, std::cout);
//
// Titles that Gephi or NetworkX know for something else are moved aside (titles.h): a property
// `start` is `property_start`. Lists are of the type liststring, as ["one", "two"].
#ifndef NORN_TOOLS_EXPORT_FORMATS_GEXF_H_
#define NORN_TOOLS_EXPORT_FORMATS_GEXF_H_

#include <cstdint>
#include <ostream>

#include "graph/view/graph_rows.h"

namespace norn::tools {

// 1.3 is Gephi's own since 0.9.4; older readers, such as NetworkX 2, refuse it and take 1.2.
enum class GexfVersion : uint8_t { k12, k13 };

void WriteGexf(const graph::GraphRows& graph, GexfVersion version, std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_GEXF_H_
