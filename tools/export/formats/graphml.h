// A graph as GraphML, for yEd, NetworkX, igraph, Gephi and others: valid by the schema that it
// names, whatever the texts hold. The same graph gives the same bytes.
//
//   WriteGraphml(view.ToPropertyGraph(), std::cout);
//
// A node's XML id is a number, for ids of the graph are no XML names; the graph's id is the data
// `id`. `label` is what a picture shows (a node's name, an edge's type), `labels` is
// ":Actor:Person", as Neo4j writes it. Properties of these names are moved aside (titles.h). Lists
// are JSON.
#ifndef NORN_TOOLS_EXPORT_FORMATS_GRAPHML_H_
#define NORN_TOOLS_EXPORT_FORMATS_GRAPHML_H_

#include <ostream>

#include "graph/view/graph_rows.h"

namespace norn::tools {

void WriteGraphml(const graph::GraphRows& graph, std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_GRAPHML_H_
