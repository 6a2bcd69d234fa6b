#include "tools/export_command.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <system_error>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/time.h"
#include "base/status_macros.h"
#include "graph/model/model.h"
#include "graph/store/graph_folder.h"
#include "query/engine.h"
#include "tools/export/cypher.h"
#include "tools/export/dot.h"
#include "tools/export/escape.h"
#include "tools/export/follow_the_money.h"
#include "tools/export/graphml.h"
#include "tools/export/graphviz.h"
#include "tools/export/json_ld.h"
#include "tools/export/page/page.h"
#include "tools/export/picture.h"
#include "tools/export/split.h"
#include "tools/export/subgraph.h"
#include "tools/export/text_formats.h"
#include "tools/open_graph.h"
#include "tools/output_file.h"
#include "tools/result_writer.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using WriteGraph = void (*)(const PropertyGraph&, const ExportOptions&, std::ostream&);

struct FormatRow {
  ExportFormat format;
  const char* name;
  const char* ending;  // of a file's name
  WriteGraph write;    // null: a picture, a page, or a folder of files
};

// The one place where a format is named. Of two with one ending, the first is meant.
constexpr FormatRow kFormats[] = {
    {ExportFormat::kDot, "dot", ".dot", nullptr},
    {ExportFormat::kSvg, "svg", ".svg", nullptr},
    {ExportFormat::kPng, "png", ".png", nullptr},
    {ExportFormat::kHtml, "html", ".html", nullptr},
    {ExportFormat::kGraphml, "graphml", ".graphml",
     [](const PropertyGraph& graph, const ExportOptions&, std::ostream& out) {
       WriteGraphml(graph, out);
     }},
    {ExportFormat::kGexf, "gexf", ".gexf",
     [](const PropertyGraph& graph, const ExportOptions& options, std::ostream& out) {
       WriteGexf(graph, options.gexf_version, out);
     }},
    {ExportFormat::kJsonl, "jsonl", ".jsonl",
     [](const PropertyGraph& graph, const ExportOptions&, std::ostream& out) {
       WriteGraphJsonl(graph, out);
     }},
    {ExportFormat::kCsv, "csv", "/", nullptr},
    {ExportFormat::kCypher, "cypher", ".cypher",
     [](const PropertyGraph& graph, const ExportOptions&, std::ostream& out) {
       WriteGraphCypher(graph, out);
     }},
    {ExportFormat::kFollowTheMoney, "ftm", ".ftm.json",
     [](const PropertyGraph& graph, const ExportOptions&, std::ostream& out) {
       WriteFollowTheMoney(graph, out);
     }},
    {ExportFormat::kJsonLd, "jsonld", ".jsonld",
     [](const PropertyGraph& graph, const ExportOptions&, std::ostream& out) {
       WriteJsonLd(graph, out);
     }},
};

const FormatRow& RowOf(ExportFormat format) {
  return *std::find_if(std::begin(kFormats), std::end(kFormats),
                       [format](const FormatRow& row) { return row.format == format; });
}

absl::StatusOr<ExportFormat> FormatOf(const ExportOptions& options) {
  std::optional<ExportFormat> format = options.format;
  if (!format.has_value()) format = ExportFormatOfFile(options.output);
  if (format.has_value()) return *format;
  return absl::InvalidArgumentError(absl::StrCat(
      options.output.empty() ? "" : absl::StrCat(options.output, " has no known ending; "),
      "name a format: --format ", absl::StrJoin(ExportFormatNames(), ", ")));
}

absl::Status WriteFile(const std::string& path, const std::function<void(std::ostream&)>& write) {
  NORN_ASSIGN_OR_RETURN(OutputFile file, OutputFile::Create(path));
  write(file.stream());
  return file.Commit();
}

absl::Status WriteCsvFolder(const PropertyGraph& graph, const ExportOptions& options) {
  const std::string& folder = options.output;
  const CsvOptions csv = {.for_spreadsheets = options.for_spreadsheets};
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
  const auto write_nodes = [&](const std::string& name, const PropertyGraph& part) {
    return WriteFile(absl::StrCat(folder, "/", name, ".csv"),
                     [&](std::ostream& out) { WriteNodesCsv(part, out, csv); });
  };
  const auto write_edges = [&](const std::string& name, const PropertyGraph& part) {
    return WriteFile(absl::StrCat(folder, "/", name, ".csv"),
                     [&](std::ostream& out) { WriteEdgesCsv(part, out, csv); });
  };
  if (!options.split) {
    NORN_RETURN_IF_ERROR(write_nodes("nodes", graph));
    return write_edges("edges", graph);
  }
  for (const auto& [label, part] : SplitByLabel(graph)) {
    NORN_RETURN_IF_ERROR(write_nodes(absl::StrCat("nodes-", label), part));
  }
  for (const auto& [type, part] : SplitByType(graph)) {
    NORN_RETURN_IF_ERROR(write_edges(absl::StrCat("edges-", type), part));
  }
  return absl::OkStatus();
}

// What was asked for; a picture of all has none.
std::string TitleOf(const ExportOptions& options) {
  if (!options.title.empty()) return options.title;
  std::string filter = Describe(options.filter);
  if (!filter.empty()) filter[0] = absl::ascii_toupper(static_cast<unsigned char>(filter[0]));
  // A query's words fit above a picture where they are few.
  const std::string query = Shorten(options.query, 100);
  return query.empty() || filter.empty() ? absl::StrCat(query, filter)
                                         : absl::StrCat(query, " · ", filter);
}

absl::StatusOr<std::string> DrawPicture(const PropertyGraph& graph, ExportFormat format,
                                        const ExportOptions& options, Streams& streams) {
  const std::string title = TitleOf(options);
  if (format == ExportFormat::kHtml) return WritePage(graph, {.title = title});
  const PictureOptions choice = {
      .max_nodes = options.max_nodes, .everything = !options.query.empty(), .title = title};
  const Picture picture = MakePicture(graph, choice);
  if (!picture.omission.empty()) streams.err << "norn: the picture " << picture.omission << "\n";
  std::string dot = WriteDot(picture, options.layout);
  if (format == ExportFormat::kDot) return dot;
  return Draw(dot, format == ExportFormat::kPng ? ImageFormat::kPng : ImageFormat::kSvg);
}

absl::Status Write(const PropertyGraph& graph, ExportFormat format, const ExportOptions& options,
                   Streams& streams) {
  if (format == ExportFormat::kCsv) return WriteCsvFolder(graph, options);
  std::function<void(std::ostream&)> write;
  std::string picture;
  if (const WriteGraph writer = RowOf(format).write; writer != nullptr) {
    write = [&graph, &options, writer](std::ostream& out) { writer(graph, options, out); };
  } else {
    NORN_ASSIGN_OR_RETURN(picture, DrawPicture(graph, format, options, streams));
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

std::optional<ExportFormat> ExportFormatOfFile(absl::string_view path) {
  for (const FormatRow& row : kFormats) {
    if (absl::EndsWith(path, row.ending)) return row.format;
  }
  return std::nullopt;
}

ExitCode ExportView(const graph::View& view, const ExportOptions& options, Streams& streams) {
  const absl::StatusOr<ExportFormat> format = FormatOf(options);
  if (!format.ok()) return Fail(streams, format.status());
  if (*format == ExportFormat::kCsv && options.output.empty()) {
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
    absl::StatusOr<PropertyGraph> part =
        SubgraphOf(view, result.value(),
                   *format == ExportFormat::kHtml ? Evidence::kIncluded : Evidence::kLeftOut);
    if (!part.ok()) return Fail(streams, part.status());
    if (result.value().partial) {
      streams.err << "norn: the answer is not whole: " << result.value().partial_reason << "\n";
    }
    graph = *std::move(part);
  }
  absl::Status status = view.Health();
  if (status.ok() && options.filter.chooses()) {
    absl::StatusOr<PropertyGraph> part = FilterEvents(std::move(graph), options.filter);
    status = part.status();
    if (part.ok()) graph = *std::move(part);
  }
  if (status.ok()) status = Write(graph, *format, options, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

ExitCode RunExport(const ExportOptions& options, Streams& streams) {
  if (const auto format = FormatOf(options); !format.ok()) return Fail(streams, format.status());
  const absl::StatusOr<graph::View> view = OpenGraph(options.graph);
  if (!view.ok()) return Fail(streams, view.status());
  return ExportView(*view, options, streams);
}

}  // namespace norn::tools
