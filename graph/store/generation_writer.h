// Writes a generation's store and view into a folder, unsynced, and says what it is of. Internal to
// the graph directory.
//
//   NORN_ASSIGN_OR_RETURN(proto::Manifest manifest, WriteGeneration(folder, content, hook));
#ifndef NORN_GRAPH_STORE_GENERATION_WRITER_H_
#define NORN_GRAPH_STORE_GENERATION_WRITER_H_

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "graph/columns/columnar_graph.h"
#include "graph/store/manifest.h"
#include "proto/manifest.pb.h"

namespace norn::graph {

// Called before each step with its name; an error ends it there.
using StepHook = std::function<absl::Status(absl::string_view step)>;

// The manifest has no generation's number yet.
absl::StatusOr<proto::Manifest> WriteGeneration(const std::string& folder,
                                                const GenerationContent& content,
                                                const StepHook& hook);
// Of a graph that is finished, without articles; store and view at the same time. Its memory is
// given back before this returns.
absl::StatusOr<proto::Manifest> WriteGeneration(const std::string& folder, ColumnarGraph graph,
                                                const StepHook& hook);

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_GENERATION_WRITER_H_
