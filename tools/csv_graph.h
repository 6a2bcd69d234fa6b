// A graph from the CSV files of Neo4j's bulk import: what `norn export --format csv` writes too.
//
//   id:ID,:LABEL,name,mentions:long,aliases:string[]      :START_ID,:END_ID,:TYPE,key,date
//   p1,Actor;Person,Kari,3,Kari;Kari N.                   p1,p2,SPOKE_WITH,e1,2025-07-04
//
// Types are string, boolean, long (int, short, byte), double (float), and lists of them with [];
// items are parted by `;`, which is `\;` within one. An id of a space, `:ID(Person)`, is
// `Person/id`. `:IGNORE` columns are passed over. Edges without a `key` are numbered where
// there are several of one type between the same two nodes.
#ifndef NORN_TOOLS_CSV_GRAPH_H_
#define NORN_TOOLS_CSV_GRAPH_H_

#include <istream>
#include <string>

#include "absl/status/status.h"
#include "graph/model/model.h"

namespace norn::tools {

// Append to the graph, which is not normalized by it. kInvalidArgument with `place:line` for what
// is wrong.
absl::Status ReadNodesCsv(std::istream& in, const std::string& place, graph::PropertyGraph& graph);
absl::Status ReadEdgesCsv(std::istream& in, const std::string& place, graph::PropertyGraph& graph);

}  // namespace norn::tools

#endif  // NORN_TOOLS_CSV_GRAPH_H_
