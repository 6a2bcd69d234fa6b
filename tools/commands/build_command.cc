// norn build and norn add: articles to a new generation of a graph.
//
//   norn build --graph graph news/      the graph of these articles
//   norn add   --graph graph today/     the graph of these and of those that it had
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/read/format/field_map.h"
#include "tools/build/graph_builder.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {
namespace {

struct BuildOptions {
  std::string graph;
  std::vector<std::string> sources;  // files, folders, "-"
  unsigned threads = 0;              // 0: as many as the machine has cores
  bool keep_existing = false;        // norn add
  std::string fields;    // "text=body,published=date": which members and columns are which fields
  std::string encoding;  // of text and pages; empty: found out
  bool strict = false;   // nothing is built where something cannot be read
};

// Articles that cannot be read are named on streams.err and passed over. Nothing is published if a
// source is not there or if none of them has an article that can be read.
ExitCode RunBuild(const BuildOptions& options, Streams& streams) {
  absl::StatusOr<ingest::FieldMap> fields = ingest::ParseFieldMap(options.fields);
  if (!fields.ok()) return Fail(streams, fields.status(), ExitCode::kUsage);
  BuildRequest request;
  request.graph = options.graph;
  request.sources = options.sources;
  request.threads = options.threads;
  request.keep_existing = options.keep_existing;
  request.fields = *std::move(fields);
  request.encoding = options.encoding;
  request.strict = options.strict;
  const absl::StatusOr<BuildReport> report = BuildGeneration(request, streams);
  if (!report.ok()) return Fail(streams, report.status());
  return Summarize(options.graph, *report, streams);
}

void AddBuildOptions(Subcommand& command, bool keep_existing) {
  BuildOptions& options = command.RunsForPeople(&RunBuild);
  options.keep_existing = keep_existing;
  command.AddGraph(options.graph);
  CLI::App& app = command.app();
  app.add_option("source", options.sources,
                 "Files, folders or -, in the formats of docs/sources.md")
      ->required()
      ->type_name("SOURCE...");
  app.add_option("--map", options.fields, "Which member or column of a record is which field")
      ->type_name("FIELD=NAME,...");
  app.add_option("--encoding", options.encoding, "Of text and pages (default: found out)")
      ->type_name("NAME");
  app.add_flag("--strict", options.strict, "Build nothing if something cannot be read");
  command.AddThreads(options.threads);
}

const RegisterSubcommand kBuild({CommandGroup::kMake, "build", "Build a graph from articles",
                                 "norn build --graph graph news/ more.jsonl"},
                                [](Subcommand& command) { AddBuildOptions(command, false); });

const RegisterSubcommand kAdd({CommandGroup::kMake, "add", "Add articles to a graph",
                               "norn add --graph graph today/"},
                              [](Subcommand& command) { AddBuildOptions(command, true); });

}  // namespace
}  // namespace norn::tools
