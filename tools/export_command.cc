#include "tools/export_command.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <system_error>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "base/status_macros.h"
#include "graph/model/model.h"
#include "graph/store/graph_folder.h"
#include "query/engine.h"
#include "tools/export/dot.h"
#include "tools/export/graphviz.h"
#include "tools/export/picture.h"
#include "tools/export/subgraph.h"
#include "tools/export/text_formats.h"
#include "tools/export/xml_formats.h"
#include "tools/open_graph.h"
#include "tools/output_file.h"
#include "tools/result_writer.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using WriteGraph = void (*)(const PropertyGraph&, std::ostream&);

struct FormatRow {
  ExportFormat format;
  const char* name;
  WriteGraph write;  // null: a picture, or a folder of files
};

// The one place where a format is named.
constexpr FormatRow kFormats[] = {
    {ExportFormat::kDot, "dot", nullptr},     {ExportFormat::kSvg, "svg", nullptr},
    {ExportFormat::kPng, "png", nullptr},     {ExportFormat::kGraphml, "graphml", WriteGraphml},
    {ExportFormat::kGexf, "gexf", WriteGexf}, {ExportFormat::kJsonl, "jsonl", WriteGraphJsonl},
    {ExportFormat::kCsv, "csv", nullptr},     {ExportFormat::kCypher, "cypher", WriteGraphCypher},
};

WriteGraph WriterOf(ExportFormat format) {
  const auto* const row =
      std::find_if(std::begin(kFormats), std::end(kFormats),
                   [format](const FormatRow& candidate) { return candidate.format == format; });
  return row->write;
}

absl::Status WriteFile(const std::string& path, const std::function<void(std::ostream&)>& write) {
  NORN_ASSIGN_OR_RETURN(OutputFile file, OutputFile::Create(path));
  write(file.stream());
  return file.Commit();
}

absl::Status WriteCsvFolder(const PropertyGraph& graph, const std::string& folder) {
  std::error_code error;
  if (const auto around = graph::GraphAround(folder)) {
    return absl::PermissionDeniedError(
        absl::StrCat(folder, " lies in the graph ", *around, "; name a folder elsewhere"));
  }
  std::filesystem::create_directories(folder, error);
  if (error) {
    return absl::PermissionDeniedError(
        absl::StrCat("cannot create ", folder, ": ", error.message()));
  }
  NORN_RETURN_IF_ERROR(WriteFile(absl::StrCat(folder, "/nodes.csv"),
                                 [&](std::ostream& out) { WriteNodesCsv(graph, out); }));
  return WriteFile(absl::StrCat(folder, "/edges.csv"),
                   [&](std::ostream& out) { WriteEdgesCsv(graph, out); });
}

absl::StatusOr<std::string> DrawPicture(const PropertyGraph& graph, const ExportOptions& options,
                                        Streams& streams) {
  const PictureOptions choice = {.max_nodes = options.max_nodes,
                                 .everything = !options.query.empty()};
  const Picture picture = MakePicture(graph, choice);
  if (!picture.omission.empty()) streams.err << "norn: the picture " << picture.omission << "\n";
  std::string dot = WriteDot(picture, options.layout);
  if (options.format == ExportFormat::kDot) return dot;
  return Draw(dot, options.format == ExportFormat::kPng ? ImageFormat::kPng : ImageFormat::kSvg);
}

absl::Status Write(const PropertyGraph& graph, const ExportOptions& options, Streams& streams) {
  if (options.format == ExportFormat::kCsv) return WriteCsvFolder(graph, options.output);
  std::function<void(std::ostream&)> write;
  std::string picture;
  if (const WriteGraph writer = WriterOf(options.format); writer != nullptr) {
    write = [&graph, writer](std::ostream& out) { writer(graph, out); };
  } else {
    NORN_ASSIGN_OR_RETURN(picture, DrawPicture(graph, options, streams));
    write = [&picture](std::ostream& out) { out << picture; };
  }
  if (!options.output.empty()) return WriteFile(options.output, write);
  write(streams.out);
  return absl::OkStatus();
}

}  // namespace

const std::vector<std::string>& ExportFormatNames() {
  static const auto* const names = [] {
    auto* all = new std::vector<std::string>();
    for (const FormatRow& row : kFormats) all->emplace_back(row.name);
    return all;
  }();
  return *names;
}

std::optional<ExportFormat> FindExportFormat(absl::string_view name) {
  for (const FormatRow& row : kFormats) {
    if (name == row.name) return row.format;
  }
  return std::nullopt;
}

ExitCode ExportView(const graph::View& view, const ExportOptions& options, Streams& streams) {
  if (options.format == ExportFormat::kCsv && options.output.empty()) {
    return Fail(streams, absl::InvalidArgumentError(
                             "csv is two files, nodes.csv and edges.csv: name their folder with "
                             "-o DIR"));
  }
  PropertyGraph graph;
  if (options.query.empty()) {
    graph = view.ToPropertyGraph();
  } else {
    query::QueryOptions engine;
    engine.timeout = absl::Seconds(options.timeout_seconds);
    const query::Outcome<query::Result> result = query::RunQuery(view, options.query, engine);
    if (!result.ok()) return FailOnQuery(result.error(), options.query, streams);
    for (const query::Diagnostic& warning : result.value().warnings) {
      streams.err << "warning: " << query::Render(warning, options.query);
    }
    absl::StatusOr<PropertyGraph> part = SubgraphOf(view, result.value());
    if (!part.ok()) return Fail(streams, part.status());
    if (result.value().partial) {
      streams.err << "norn: the answer is not whole: " << result.value().partial_reason << "\n";
    }
    graph = *std::move(part);
  }
  absl::Status status = view.Health();
  if (status.ok()) status = Write(graph, options, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

ExitCode RunExport(const ExportOptions& options, Streams& streams) {
  const absl::StatusOr<graph::View> view = OpenGraph(options.graph);
  if (!view.ok()) return Fail(streams, view.status());
  return ExportView(*view, options, streams);
}

}  // namespace norn::tools
