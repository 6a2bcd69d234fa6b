// A graph for Kùzu and LadybugDB, which want tables before data: a node table for each kind of node
// (Person and not Actor; all labels are the property `labels`), a relationship table for each type.
//
//   WriteKuzuStatements(graph, out);    // tables, nodes and edges as statements, in one file
//   WriteKuzuTables(graph, add_file);   // tables and COPY in load.cypher, a CSV file for each
//
// Dates and times are texts. A property that the tables have a use for is moved aside (titles.h): a
// property `labels` is `property_labels`. The key that tells parallel edges apart is `key`.
#ifndef NORN_TOOLS_EXPORT_FORMATS_KUZU_H_
#define NORN_TOOLS_EXPORT_FORMATS_KUZU_H_

#include <ostream>

#include "absl/status/status.h"
#include "graph/view/graph_rows.h"
#include "tools/export/registry/export_format.h"

namespace norn::tools {

void WriteKuzuStatements(const graph::GraphRows& graph, std::ostream& out);

// In CSV null is `:null:`, of numbers and booleans `NULL`, and the items of a list are parted by
// the control character U+001F.
absl::Status WriteKuzuTables(const graph::GraphRows& graph, const AddFile& add);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_KUZU_H_
