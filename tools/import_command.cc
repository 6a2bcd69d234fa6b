#include "tools/import_command.h"

#include <filesystem>
#include <memory>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "graph/columns/columnar_graph.h"
#include "graph/store/directory.h"
#include "proto/manifest.pb.h"
#include "tools/import/csv_graph.h"
#include "tools/import/csv_source.h"

namespace norn::tools {
namespace {

using ReadFile = absl::Status (CsvGraphReader::*)(std::istream&, const std::string&);

absl::Status ReadFiles(const std::vector<std::string>& files, ReadFile read,
                       CsvGraphReader& reader) {
  for (const std::string& file : files) {
    NORN_ASSIGN_OR_RETURN(const std::unique_ptr<CsvSource> source, CsvSource::Open(file));
    const absl::Status rows = (reader.*read)(source->stream(), file);
    // Where an archive is damaged its last row is cut off: that is not what is wrong.
    NORN_RETURN_IF_ERROR(source->Finish());
    NORN_RETURN_IF_ERROR(rows);
  }
  return absl::OkStatus();
}

// header.csv,data.csv are two files, unless there is one of that name.
std::vector<std::string> FilesNamed(const std::vector<std::string>& arguments) {
  std::vector<std::string> files;
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (std::filesystem::exists(argument, error)) {
      files.push_back(argument);
      continue;
    }
    for (const absl::string_view file : absl::StrSplit(argument, ',', absl::SkipEmpty())) {
      files.emplace_back(file);
    }
  }
  return files;
}

absl::StatusOr<graph::ColumnarGraph> ReadGraph(const ImportOptions& options, Streams& streams) {
  graph::ColumnarGraph graph;
  CsvGraphReader reader(options.csv, graph);
  NORN_RETURN_IF_ERROR(ReadFiles(FilesNamed(options.nodes), &CsvGraphReader::ReadNodes, reader));
  NORN_RETURN_IF_ERROR(ReadFiles(FilesNamed(options.edges), &CsvGraphReader::ReadEdges, reader));
  for (const std::string& wrong : reader.first_skipped()) {
    streams.err << "norn: left out: " << wrong << "\n";
  }
  if (reader.skipped() > 0) streams.err << "norn: " << reader.skipped() << " rows left out\n";
  graph.NumberParallelEdges();
  NORN_RETURN_IF_ERROR(graph.Finish());
  return graph;
}

// A graph that was made of articles is not replaced unasked: it may be hours of work.
absl::Status MayReplace(const graph::GraphDirectory& directory, const ImportOptions& options) {
  if (options.replace || !directory.Current().ok()) return absl::OkStatus();
  const absl::StatusOr<proto::Manifest> manifest = directory.ReadManifest();
  if (!manifest.ok() || manifest->extractor_version().empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat(options.graph,
                   " holds a graph made of articles; --replace puts the imported one "
                   "in its place, another --graph beside it"));
}

}  // namespace

ExitCode RunImport(const ImportOptions& options, Streams& streams) {
  absl::StatusOr<graph::ColumnarGraph> graph = ReadGraph(options, streams);
  if (!graph.ok()) {
    return absl::IsInvalidArgument(graph.status())
               ? Fail(streams, graph.status(), ExitCode::kBadData)
               : Fail(streams, graph.status());
  }
  absl::StatusOr<graph::GraphDirectory> directory =
      graph::GraphDirectory::OpenForWriting(options.graph);
  if (!directory.ok()) {
    const bool is_busy = absl::IsUnavailable(directory.status());
    return Fail(streams, directory.status(), is_busy ? ExitCode::kBusy : ExitCode::kCannotCreate);
  }
  const absl::Status may_replace = MayReplace(*directory, options);
  if (!may_replace.ok()) return Fail(streams, may_replace);
  const absl::StatusOr<proto::Manifest> manifest = directory->Publish(*std::move(graph));
  if (!manifest.ok()) return Fail(streams, manifest.status());
  streams.err << options.graph << ": " << manifest->nodes() << " nodes, " << manifest->edges()
              << " edges, generation " << manifest->generation() << "\n";
  return ExitCode::kDone;
}

}  // namespace norn::tools
