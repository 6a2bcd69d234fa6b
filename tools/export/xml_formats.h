// A graph as XML for network tools: GraphML (yEd, NetworkX, igraph, Gephi) and GEXF 1.3 (Gephi).
// The same graph gives the same bytes, and the XML is valid whatever the texts hold.
//
//   WriteGraphml(view.ToPropertyGraph(), std::cout);
#ifndef NORN_TOOLS_EXPORT_XML_FORMATS_H_
#define NORN_TOOLS_EXPORT_XML_FORMATS_H_

#include <ostream>

#include "graph/model/model.h"

namespace norn::tools {

// Labels are the data `labels` (":Actor:Person", as Neo4j writes it), an edge's type is `label`.
void WriteGraphml(const graph::PropertyGraph& graph, std::ostream& out);

// Nodes carry their name as label and the colour that pictures give them.
void WriteGexf(const graph::PropertyGraph& graph, std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_XML_FORMATS_H_
