#include "tools/ask/export_view.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/time/time.h"
#include "base/status_macros.h"
#include "graph/model/model.h"
#include "graph/store/graph_folder.h"
#include "graph/view/graph_rows.h"
#include "query/engine.h"
#include "query/printer/matched.h"
#include "tools/ask/result_writer.h"
#include "tools/console/output_file.h"
#include "tools/export/names_in_language.h"
#include "tools/export/subgraph.h"
#include "tools/export/text/escape.h"

namespace norn::tools {
namespace {

using graph::GraphRows;
using graph::PropertyGraph;

struct Found {
  PropertyGraph graph;
  std::optional<PropertyGraph> evidence;  // it with the articles that say so
};

// What was asked for; a picture of all has none.
std::string TitleOf(const ExportOptions& options) {
  if (!options.told.title.empty()) return options.told.title;
  std::string filter = Describe(options.filter);
  if (!filter.empty()) filter[0] = absl::ascii_toupper(static_cast<unsigned char>(filter[0]));
  // A query's words fit above a picture where they are few.
  const absl::string_view words = absl::StripSuffix(absl::StripAsciiWhitespace(options.query), ";");
  const std::string query = Shorten(words, 100);
  return query.empty() || filter.empty() ? absl::StrCat(query, filter)
                                         : absl::StrCat(query, " · ", filter);
}

// Whether all that was read of the stored graph is sound: asked before a file appears.
using IsSound = std::function<absl::Status()>;

absl::Status WriteFolder(const GraphRows& rows, const ExportFormat& format,
                         const FormatOptions& told, const std::string& folder,
                         const IsSound& is_sound) {
  if (const auto around = graph::GraphAround(folder)) {
    return absl::PermissionDeniedError(
        absl::StrCat(folder, " lies in the graph ", *around, "; name a folder elsewhere"));
  }
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    return absl::PermissionDeniedError(
        absl::StrCat("cannot create ", folder, ": ", error.message()));
  }
  return format.write_files(
      rows, told,
      [&](const std::string& name,
          const std::function<void(std::ostream&)>& write) -> absl::Status {
        NORN_ASSIGN_OR_RETURN(OutputFile file, OutputFile::Create(absl::StrCat(folder, "/", name)));
        write(file.stream());
        NORN_RETURN_IF_ERROR(is_sound());
        return file.Commit();
      });
}

absl::Status Write(const GraphRows& rows, const Found& found, const ExportFormat& format,
                   const ExportOptions& options, const IsSound& is_sound, Streams& streams) {
  FormatOptions told = options.told;
  told.title = TitleOf(options);
  if (found.evidence.has_value()) told.evidence = &*found.evidence;
  told.is_answer = !options.query.empty();
  if (format.write_files != nullptr) {
    return WriteFolder(rows, format, told, options.output, is_sound);
  }
  if (options.output.empty()) {
    NORN_RETURN_IF_ERROR(format.write(rows, told, streams.out, streams.err));
    return is_sound();
  }
  NORN_ASSIGN_OR_RETURN(OutputFile file, OutputFile::Create(options.output));
  NORN_RETURN_IF_ERROR(format.write(rows, told, file.stream(), streams.err));
  NORN_RETURN_IF_ERROR(is_sound());
  return file.Commit();
}

struct Answered {
  query::Result result;
  std::optional<query::Result> matched;  // what its patterns find, for the lines between its nodes
};

// The query's answer. Of names and counts nothing can be drawn: then what its patterns find.
query::Outcome<Answered> Answer(const graph::View& view, const ExportOptions& options,
                                Streams& streams) {
  query::QueryOptions engine;
  engine.timeout = absl::Seconds(options.timeout_seconds);
  engine.parameters = options.parameters;
  query::Outcome<query::Result> result = query::RunQuery(view, options.query, engine);
  if (!result.ok()) return result.error();
  PrintWarnings(result.value(), options.query, streams);
  Answered answered{std::move(result.value()), std::nullopt};
  if (HasRelationships(answered.result)) return answered;
  const std::string matched = query::QueryOfMatched(options.query);
  if (matched.empty()) return answered;
  query::Outcome<query::Result> all = query::RunQuery(view, matched, engine);
  if (!all.ok() || !HasElements(all.value())) return answered;
  if (HasElements(answered.result)) {
    answered.matched = std::move(all.value());
  } else {
    streams.err
        << "norn: the answer has no nodes and no relationships; taken is all that its MATCH "
           "finds\n";
    answered.result = std::move(all.value());
  }
  return answered;
}

// What the query finds.
ExitCode Ask(const graph::View& view, const ExportOptions& options, const ExportFormat& format,
             Found& found, Streams& streams) {
  const query::Outcome<Answered> answered = Answer(view, options, streams);
  if (!answered.ok()) return FailOnQuery(answered.error(), options.query, streams);
  const query::Result& result = answered.value().result;
  const auto& matched = answered.value().matched;
  const auto part_with = [&](Evidence evidence) {
    return SubgraphOf(view, result, evidence, matched.has_value() ? &*matched : nullptr);
  };
  absl::StatusOr<PropertyGraph> part =
      part_with(format.with_evidence ? Evidence::kIncluded : Evidence::kLeftOut);
  if (!part.ok()) return Fail(streams, part.status());
  if (format.beside_evidence) {
    absl::StatusOr<PropertyGraph> evidence = part_with(Evidence::kIncluded);
    if (!evidence.ok()) return Fail(streams, evidence.status());
    found.evidence = *std::move(evidence);
  }
  if (result.partial) {
    streams.err << "norn: the answer is not whole: " << result.partial_reason << "\n";
  }
  found.graph = *std::move(part);
  return ExitCode::kDone;
}

}  // namespace

absl::StatusOr<const ExportFormat*> FormatOf(const ExportOptions& options) {
  const ExportFormat* const format = options.format.empty() ? ExportFormatOfFile(options.output)
                                                            : FindExportFormat(options.format);
  if (format != nullptr) return format;
  return absl::InvalidArgumentError(absl::StrCat(
      options.output.empty() ? "" : absl::StrCat(options.output, " has no known ending; "),
      "name a format: --format ", absl::StrJoin(ExportFormatNames(), ", ")));
}

ExitCode ExportView(const graph::View& view, const ExportOptions& options, Streams& streams) {
  const absl::StatusOr<const ExportFormat*> format = FormatOf(options);
  if (!format.ok()) return Fail(streams, format.status());
  if ((*format)->write_files != nullptr && options.output.empty()) {
    return Fail(streams, absl::InvalidArgumentError(absl::StrCat(
                             (*format)->name, " is several files: name their folder with -o DIR")));
  }
  const IsSound is_sound = [&view] { return view.Health(); };
  Found found;
  const bool is_whole =
      options.query.empty() && !options.filter.chooses() && options.language.empty();
  if (is_whole) {
    // As it is stored: not all of it in memory at one time.
    const absl::Status status = Write(GraphRows(view), found, **format, options, is_sound, streams);
    return status.ok() ? ExitCode::kDone : Fail(streams, status);
  }
  if (options.query.empty()) {
    found.graph = view.ToPropertyGraph();
  } else if (const ExitCode asked = Ask(view, options, **format, found, streams);
             asked != ExitCode::kDone) {
    return asked;
  }
  absl::Status status = view.Health();
  if (status.ok() && options.filter.chooses()) {
    absl::StatusOr<PropertyGraph> part = FilterEvents(std::move(found.graph), options.filter);
    status = part.status();
    if (part.ok()) found.graph = *std::move(part);
  }
  if (status.ok() && !options.language.empty()) {
    status = NameInLanguage(options.language, found.graph);
  }
  if (status.ok()) status = Write(found.graph, found, **format, options, is_sound, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

}  // namespace norn::tools
