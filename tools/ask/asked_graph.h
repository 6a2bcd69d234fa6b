// What a query command asks: a stored graph, or an empty one in memory that statements change.
//
//   NORN_ASSIGN_OR_RETURN(std::unique_ptr<AskedGraph> graph, OpenAskedGraph(directory));
//   query::Outcome<query::Result> result = graph->Run("MATCH (n) RETURN count(n)", options);
#ifndef NORN_TOOLS_ASK_ASKED_GRAPH_H_
#define NORN_TOOLS_ASK_ASKED_GRAPH_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "graph/view/view.h"
#include "query/diagnostics/diagnostic.h"
#include "query/runtime/options.h"
#include "query/runtime/result.h"

namespace norn::tools {

struct AskedGeneration {
  std::string graph;  // its folder
  uint64_t asked = 0;
  uint64_t current = 0;
};

class AskedGraph {
 public:
  virtual ~AskedGraph() = default;

  virtual query::Outcome<query::Result> Run(absl::string_view text,
                                            const query::QueryOptions& options) = 0;
  // The same, row by row: the result has no rows.
  virtual query::Outcome<query::Result> Stream(absl::string_view text,
                                               const query::QueryOptions& options,
                                               const query::RowSink& sink) = 0;
  // What is there now; valid until the next Run or Stream.
  virtual const graph::View& view() const = 0;
  // The names of properties as queries write them.
  virtual std::vector<std::string> PropertyKeys() const = 0;

  // Which generation of a stored graph is asked, and which one the graph has become meanwhile.
  // kFailedPrecondition of a graph that is not stored.
  virtual absl::StatusOr<AskedGeneration> Generation() const = 0;
  // Asks the current generation from now on, or another one that is kept. What was asked before
  // stays where that fails.
  virtual absl::Status Reload(std::optional<uint64_t> generation) = 0;
};

// The current generation. kNotFound if nothing has been built there yet. Without a name it is the
// graph called `graph` in the working directory, and kInvalidArgument if there is none.
absl::StatusOr<std::unique_ptr<AskedGraph>> OpenAskedGraph(const std::string& directory);
std::unique_ptr<AskedGraph> AskView(graph::View view);
std::unique_ptr<AskedGraph> MakeScratchGraph();

}  // namespace norn::tools

#endif  // NORN_TOOLS_ASK_ASKED_GRAPH_H_
