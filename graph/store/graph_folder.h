// What a folder is: a graph of norn's, a place where one can be made, or somebody else's. A graph
// has a marker file with a text of norn's, so that no clean-up ever begins in a folder that only
// happens to have subfolders of the same names.
//
//   NORN_ASSIGN_OR_RETURN(const FolderKind kind, KindOfFolder("graph"));
//   if (kind == FolderKind::kEmpty) NORN_RETURN_IF_ERROR(MarkAsGraph("graph"));
#ifndef NORN_GRAPH_STORE_GRAPH_FOLDER_H_
#define NORN_GRAPH_STORE_GRAPH_FOLDER_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::graph {

inline constexpr absl::string_view kGenerationsFolder = "generations";
inline constexpr absl::string_view kMarkerFile = "NORN-GRAPH";

enum class FolderKind {
  kMissing,
  kEmpty,  // or with no more in it than a first build leaves that was killed at once
  kGraph,
  kOther,
};

// kPermissionDenied and the like where it cannot be looked into. Graphs from before there was a
// marker are recognized by their manifests.
absl::StatusOr<FolderKind> KindOfFolder(const std::string& path);

// The graph that a file or folder, there or not, is or lies in; none: it lies in no graph.
std::optional<std::string> GraphAround(const std::string& path);

// Writes the marker, unless it is there.
absl::Status MarkAsGraph(const std::string& path);
// kDataLoss if the marker is there and has another text. Older graphs have none.
absl::Status CheckMarker(const std::string& path);

// "000012" and back; none for all other names.
std::string GenerationName(uint64_t generation);
std::optional<uint64_t> ParseGenerationName(absl::string_view name);

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_GRAPH_FOLDER_H_
