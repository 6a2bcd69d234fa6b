// A graph as two tables in Arrow's IPC format (Feather V2): nodes.arrow with `id`, `labels` and a
// column for each property, edges.arrow with `from`, `to`, `type`, `key` and the same.
//
//   absl::Status status = WriteArrow(graph, add_file);
//
// Dates and times are texts. A property called as a column of ours is moved aside (titles.h).
#ifndef NORN_TOOLS_EXPORT_FORMATS_ARROW_H_
#define NORN_TOOLS_EXPORT_FORMATS_ARROW_H_

#include "absl/status/status.h"
#include "graph/view/graph_rows.h"
#include "tools/export/registry/export_format.h"

namespace norn::tools {

absl::Status WriteArrow(const graph::GraphRows& graph, const AddFile& add);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_ARROW_H_
