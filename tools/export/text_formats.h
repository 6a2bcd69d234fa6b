// A graph as text for other programs. Each writes the nodes and edges in the graph's own order, so
// that the same graph gives the same bytes; the graph must be normalized.
//
//   WriteGraphJsonl(view.ToPropertyGraph(), std::cout);
//
// JSON Lines is the canonical dump, with everything that the graph holds. The others leave out the
// keys that tell parallel edges apart where their format has no place for it.
#ifndef NORN_TOOLS_EXPORT_TEXT_FORMATS_H_
#define NORN_TOOLS_EXPORT_TEXT_FORMATS_H_

#include <ostream>
#include <string>

#include "graph/model/model.h"

namespace norn::tools {

// {"node":ID,"labels":[…],"properties":{…}} and {"edge":TYPE,"from":ID,"to":ID,"key":…,…} a line.
void WriteGraphJsonl(const graph::PropertyGraph& graph, std::ostream& out);

// Statements of openCypher, one a line: what Neo4j, Memgraph and others read.
void WriteGraphCypher(const graph::PropertyGraph& graph, std::ostream& out);

// The two files of Neo4j's bulk import: `id:ID,:LABEL,name,mentions:long,aliases:string[],…` and
// `:START_ID,:END_ID,:TYPE,key,…`. List items are parted by `;`, which is `\;` within an item.
void WriteNodesCsv(const graph::PropertyGraph& graph, std::ostream& out);
void WriteEdgesCsv(const graph::PropertyGraph& graph, std::ostream& out);

// A value as one plain text: list items parted by ", ".
std::string PlainText(const graph::Value& value);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_TEXT_FORMATS_H_
