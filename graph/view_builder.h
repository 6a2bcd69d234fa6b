// Makes a view's bytes from a property graph. The same graph gives the same bytes.
#ifndef NORN_GRAPH_VIEW_BUILDER_H_
#define NORN_GRAPH_VIEW_BUILDER_H_

#include <string>

#include "absl/status/statusor.h"
#include "graph/model.h"

namespace norn::graph {

// `graph` must be normalized. kResourceExhausted if it has 2^32 - 1 nodes or edges or more.
absl::StatusOr<std::string> BuildView(const PropertyGraph& graph);

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_BUILDER_H_
