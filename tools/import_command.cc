#include "tools/import_command.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/model/model.h"
#include "graph/store/directory.h"
#include "graph/store/manifest.h"
#include "tools/csv_graph.h"

namespace norn::tools {
namespace {

using ReadCsv = absl::Status (*)(std::istream&, const std::string&, graph::PropertyGraph&);

absl::Status ReadFiles(const std::vector<std::string>& files, ReadCsv read,
                       graph::PropertyGraph& graph) {
  for (const std::string& file : files) {
    std::error_code error;
    if (std::filesystem::is_directory(file, error)) {
      return absl::NotFoundError(absl::StrCat(file, " is a folder, not a CSV file"));
    }
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in) return absl::NotFoundError(absl::StrCat("cannot read ", file, ": ", strerror(errno)));
    NORN_RETURN_IF_ERROR(read(in, file, graph));
    if (in.bad()) return absl::UnknownError(absl::StrCat("reading ", file, " failed"));
  }
  return absl::OkStatus();
}

absl::StatusOr<graph::PropertyGraph> ReadGraph(const ImportOptions& options) {
  graph::PropertyGraph graph;
  NORN_RETURN_IF_ERROR(ReadFiles(options.nodes, ReadNodesCsv, graph));
  NORN_RETURN_IF_ERROR(ReadFiles(options.edges, ReadEdgesCsv, graph));
  NORN_RETURN_IF_ERROR(graph::Normalize(graph));
  return graph;
}

}  // namespace

ExitCode RunImport(const ImportOptions& options, Streams& streams) {
  graph::GenerationContent content;
  absl::StatusOr<graph::PropertyGraph> graph = ReadGraph(options);
  if (!graph.ok()) {
    return absl::IsInvalidArgument(graph.status())
               ? Fail(streams, graph.status(), ExitCode::kBadData)
               : Fail(streams, graph.status());
  }
  content.graph = *std::move(graph);
  absl::StatusOr<graph::GraphDirectory> directory =
      graph::GraphDirectory::OpenForWriting(options.graph);
  if (!directory.ok()) {
    const bool is_busy = absl::IsUnavailable(directory.status());
    return Fail(streams, directory.status(), is_busy ? ExitCode::kBusy : ExitCode::kCannotCreate);
  }
  const absl::StatusOr<proto::Manifest> manifest = directory->Publish(content);
  if (!manifest.ok()) return Fail(streams, manifest.status());
  streams.err << options.graph << ": " << manifest->nodes() << " nodes, " << manifest->edges()
              << " edges, generation " << manifest->generation() << "\n";
  return ExitCode::kDone;
}

}  // namespace norn::tools
