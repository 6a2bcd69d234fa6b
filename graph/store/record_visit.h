// The records of a graph in columns, in the order of their keys, as the store keeps them. Internal
// to the store.
//
//   NORN_RETURN_IF_ERROR(VisitRecords(graph, [&](absl::string_view key, absl::string_view value) {
//     return writer.Add(key, value);
//   }));
#ifndef NORN_GRAPH_STORE_RECORD_VISIT_H_
#define NORN_GRAPH_STORE_RECORD_VISIT_H_

#include <functional>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "graph/columns/columnar_graph.h"

namespace norn::graph {

// `graph` is finished. Ends with the first error of `visit`. What it is given lives until it
// returns.
absl::Status VisitRecords(
    const ColumnarGraph& graph,
    const std::function<absl::Status(absl::string_view key, absl::string_view value)>& visit);

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_RECORD_VISIT_H_
