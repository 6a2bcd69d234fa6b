#include "tools/ask/open_graph.h"

#include "base/status_macros.h"
#include "graph/store/directory.h"

namespace norn::tools {

absl::StatusOr<graph::View> OpenGraph(const std::string& path) {
  NORN_ASSIGN_OR_RETURN(const graph::GraphDirectory directory, graph::GraphDirectory::Open(path));
  return directory.OpenView();
}

absl::StatusOr<graph::View> OpenGraphFromStore(const std::string& path,
                                               std::optional<uint64_t> generation) {
  NORN_ASSIGN_OR_RETURN(const graph::GraphDirectory directory, graph::GraphDirectory::Open(path));
  return directory.MakeView(generation);
}

}  // namespace norn::tools
