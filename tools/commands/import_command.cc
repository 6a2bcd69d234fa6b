// norn import: a graph from the CSV files of other programs, or of `norn export --format csv`.
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "graph/columns/columnar_graph.h"
#include "graph/store/directory.h"
#include "proto/manifest.pb.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"
#include "tools/import/csv_graph.h"
#include "tools/import/csv_source.h"

namespace norn::tools {
namespace {

using ReadFile = absl::Status (CsvGraphReader::*)(std::istream&, const std::string&);

struct ImportOptions {
  std::string graph;
  std::vector<std::string> nodes;  // files, read in this order
  std::vector<std::string> edges;
  CsvImportOptions csv;
  bool replace = false;  // a graph that was made of articles
};

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

// Publishes a generation of these files alone, without articles. Nothing is published if anything
// is wrong in them: kBadData with file and line; rows that were left out are reported.
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

// One character of ASCII, or TAB.
void AddCharacter(CLI::App& app, const std::string& name, char& character,
                  const std::string& description) {
  app.add_option_function<std::string>(
         name,
         [name, &character](const std::string& text) {
           const bool is_tab = text == "TAB" || text == "\\t";
           if (!is_tab && (text.size() != 1 || static_cast<unsigned char>(text[0]) > 0x7F)) {
             throw CLI::ValidationError(name,
                                        absl::StrCat("'", text, "' is not one character, nor TAB"));
           }
           character = is_tab ? '\t' : text[0];
         },
         description)
      ->type_name("CHARACTER");
}

const RegisterSubcommand kImport(
    {CommandGroup::kMake, "import", "Make a graph of CSV files, as Neo4j's bulk import reads them",
     "norn import --graph graph nodes.csv --edges edges.csv"},
    [](Subcommand& command) {
      ImportOptions& options = command.RunsForPeople(&RunImport);
      command.AddGraph(options.graph);
      CLI::App& app = command.app();
      app.add_option("nodes", options.nodes, "Files of nodes: id:ID,:LABEL,name,…")
          ->required()
          ->type_name("NODES...");
      app.add_option("--edges", options.edges, "Files of edges: :START_ID,:END_ID,:TYPE,…")
          ->type_name("EDGES...");
      CsvImportOptions& csv = options.csv;
      AddCharacter(app, "--delimiter", csv.dialect.delimiter, "What divides fields (,)");
      AddCharacter(app, "--array-delimiter", csv.array_delimiter,
                   "What divides the items of a list, and labels (;)");
      AddCharacter(app, "--quote", csv.dialect.quote, "What quotes fields (\")");
      app.add_flag("--skip-bad-rows", csv.skip_bad_rows,
                   "Leave out rows in which something is wrong, and say which");
      app.add_flag("--replace", options.replace, "Also a graph that was made of articles");
    });

}  // namespace
}  // namespace norn::tools
