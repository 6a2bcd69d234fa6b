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

struct CsvOptions {
  // Texts that a spreadsheet would take for a formula get an apostrophe before them: what an
  // article says must not be run. `norn import` does not take it off again.
  bool for_spreadsheets = false;
};

// The two files of Neo4j's bulk import: `id:ID,:LABEL,name,mentions:long,aliases:string[],…` and
// `:START_ID,:END_ID,:TYPE,key,…`. List items are parted by `;`, which is `\;` within an item.
void WriteNodesCsv(const graph::PropertyGraph& graph, std::ostream& out,
                   const CsvOptions& options = {});
void WriteEdgesCsv(const graph::PropertyGraph& graph, std::ostream& out,
                   const CsvOptions& options = {});

// A value as one plain text: list items parted by ", ".
std::string PlainText(const graph::Value& value);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_TEXT_FORMATS_H_
