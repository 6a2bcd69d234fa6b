// A graph as the CSV of Neo4j's bulk import, with the nodes and edges in the graph's own order, so
// that the same graph gives the same bytes; the graph must be normalized.
//
//   WriteNodesCsv(graph, nodes);
//   WriteEdgesCsv(graph, edges);
#ifndef NORN_TOOLS_EXPORT_FORMATS_CSV_H_
#define NORN_TOOLS_EXPORT_FORMATS_CSV_H_

#include <ostream>

#include "graph/view/graph_rows.h"

namespace norn::tools {

struct CsvOptions {
  // Texts that a spreadsheet would take for a formula get an apostrophe before them: what an
  // article says must not be run. `norn import` does not take it off again.
  bool for_spreadsheets = false;
};

// The two files of Neo4j's bulk import: `id:ID,:LABEL,name,mentions:long,aliases:string[],…` and
// `:START_ID,:END_ID,:TYPE,key,…`. List items are parted by `;`, which is `\;` within an item.
void WriteNodesCsv(const graph::GraphRows& graph, std::ostream& out,
                   const CsvOptions& options = {});
void WriteEdgesCsv(const graph::GraphRows& graph, std::ostream& out,
                   const CsvOptions& options = {});

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_CSV_H_
