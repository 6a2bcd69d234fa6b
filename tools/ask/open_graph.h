// The view of a stored graph, for commands that read.
//
//   NORN_ASSIGN_OR_RETURN(graph::View view, OpenGraph(options.graph));
#ifndef NORN_TOOLS_ASK_OPEN_GRAPH_H_
#define NORN_TOOLS_ASK_OPEN_GRAPH_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "graph/view/view.h"

namespace norn::tools {

// Of the current generation. kNotFound if nothing has been built there yet.
absl::StatusOr<graph::View> OpenGraph(const std::string& directory);

// Made from the store, in memory: where a view turned out to be damaged while it was read.
absl::StatusOr<graph::View> OpenGraphFromStore(const std::string& directory,
                                               std::optional<uint64_t> generation = {});

}  // namespace norn::tools

#endif  // NORN_TOOLS_ASK_OPEN_GRAPH_H_
