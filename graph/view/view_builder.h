// Makes a view's bytes from a graph. The same graph gives the same bytes.
//
//   NORN_RETURN_IF_ERROR(Normalize(graph));
//   NORN_ASSIGN_OR_RETURN(std::string bytes, BuildView(graph));
//   NORN_ASSIGN_OR_RETURN(View view, View::FromBytes(std::move(bytes)));
#ifndef NORN_GRAPH_VIEW_VIEW_BUILDER_H_
#define NORN_GRAPH_VIEW_VIEW_BUILDER_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "graph/columns/columnar_graph.h"
#include "graph/model/model.h"

namespace norn::graph {

struct BuildViewOptions {
  // A node's id is its property `id`, and no other property may have that name. False: ids are
  // internal, and `id` is a property like any other (for graphs written by hand in tests).
  bool ids_are_properties = true;
};

// `graph` must be normalized. kResourceExhausted if it has 2^32 - 1 nodes or edges or more, or
// 4 GiB of distinct text; kInvalidArgument for a property named `id`, see the option.
absl::StatusOr<std::string> BuildView(const PropertyGraph& graph,
                                      const BuildViewOptions& options = {});

// The same bytes into a new file, of a graph that is finished; gives their XXH3-64. Little of it is
// in memory at a time. Nothing is synced.
absl::StatusOr<uint64_t> BuildViewFile(const ColumnarGraph& graph, const std::string& path);

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_VIEW_BUILDER_H_
