// norn build and norn add: articles to a new generation of a graph.
//
//   norn build --graph graph news/      the graph of these articles
//   norn add   --graph graph today/     the graph of these and of those that it had
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/build/graph_builder.h"
#include "tools/build/source_options.h"
#include "tools/commands/source_flags.h"
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
  SourceOptions reading;
  std::optional<double> min_confidence;
  std::vector<std::string> lexicons;
  bool strict = false;  // nothing is built where something cannot be read
};

// Articles that cannot be read are named on streams.err and passed over. Nothing is published if a
// source is not there or if none of them has an article that can be read.
ExitCode RunBuild(const BuildOptions& options, Streams& streams) {
  BuildRequest request;
  const absl::Status understood = SetSourceOptions(options.reading, request);
  if (!understood.ok()) return Fail(streams, understood, ExitCode::kUsage);
  request.graph = options.graph;
  request.sources = options.sources;
  request.threads = options.threads;
  request.keep_existing = options.keep_existing;
  request.strict = options.strict;
  request.lexicons = options.lexicons;
  request.min_confidence = options.min_confidence;
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
  AddSourceOptions(command, options.reading);
  command.AddLexicons(options.lexicons);
  app.add_flag("--strict", options.strict, "Build nothing if something cannot be read");
  command.AddMinConfidence(options.min_confidence, keep_existing ? "as it was built" : "0");
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
