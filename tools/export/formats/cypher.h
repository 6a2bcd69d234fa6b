// A graph as statements of openCypher, for Neo4j, Memgraph and others. The same graph gives the
// same bytes.
//
//   WriteGraphCypher(view.ToPropertyGraph(), std::cout);
//
// Nodes and edges come in batches, one an element of a list a line, so that a million load in
// minutes; each MATCH names a label, behind which stands an index that the first statements make
// (in Neo4j's words; Memgraph has CREATE INDEX ON :Label(id)). A node without a label gets `Node`.
// The keys that tell parallel edges apart are left out.
#ifndef NORN_TOOLS_EXPORT_FORMATS_CYPHER_H_
#define NORN_TOOLS_EXPORT_FORMATS_CYPHER_H_

#include <cstddef>
#include <ostream>
#include <string>

#include "absl/strings/string_view.h"
#include "graph/model/model.h"
#include "graph/view/graph_rows.h"

namespace norn::tools {

void WriteGraphCypher(const graph::GraphRows& graph, std::ostream& out, size_t batch_size = 500);

// A Cypher name: bare if it can be and is no word of the language, else in backquotes.
std::string CypherName(absl::string_view name);

// A value as an expression. NaN and infinities are divisions, dates and times constructor calls.
std::string CypherValue(const graph::Value& value);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_CYPHER_H_
