// norn export: a graph, or what a query finds in it, as a picture or for other programs.
#include <iterator>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "tools/ask/asked_graph.h"
#include "tools/ask/export_view.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"
#include "tools/export/event_filter.h"
#include "tools/export/names_in_language.h"
#include "tools/export/picture/dot.h"
#include "tools/export/registry/export_format.h"

namespace norn::tools {
namespace {

struct ExportCommandOptions {
  std::string graph;
  ExportOptions wanted;
};

ExitCode RunExport(const ExportCommandOptions& options, Streams& streams) {
  // Before a graph is opened for nothing.
  if (const auto format = FormatOf(options.wanted); !format.ok()) {
    return Fail(streams, format.status());
  }
  const absl::StatusOr<std::unique_ptr<AskedGraph>> graph = OpenAskedGraph(options.graph);
  if (!graph.ok()) return Fail(streams, graph.status());
  ExportOptions wanted = options.wanted;
  if (const auto generation = (*graph)->Generation(); generation.ok()) {
    wanted.told.generation = generation->asked;
  }
  return ExportView((*graph)->view(), wanted, streams);
}

void AddEventFilter(CLI::App& app, EventFilter& filter) {
  app.add_option("--around", filter.around, "Only events near this actor (id, name, alias)")
      ->type_name("NAME");
  app.add_option("--depth", filter.depth, "How near: in how many events' steps")
      ->check(CLI::Range(1, 100).description(""))
      ->type_name("N");
  app.add_option("--from", filter.from, "Only events on or after this day, month or year")
      ->type_name("DATE");
  app.add_option("--to", filter.to, "Only events on or before this day, month or year")
      ->type_name("DATE");
  app.add_option("--type", filter.types, "Only events of these kinds: call, meeting, …")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("KIND");
  app.add_option("--status", filter.statuses, "Only these: happened, planned, denied, …")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("STATUS");
  app.add_option("--min-reports", filter.min_reports, "Only what so many articles report")
      ->check(CLI::Range(0, 1000000).description(""))
      ->type_name("N");
}

void AddFormatOptions(Subcommand& command, FormatOptions& told) {
  command.AddChoice("--layout", "How a picture is laid out",
                    {std::begin(kLayouts), std::end(kLayouts)},
                    [&told](const std::string& name) { told.layout = name; });
  CLI::App& app = command.app();
  app.add_flag("--timeline", told.timeline, "Of a picture: events by date along an axis");
  command.AddChoice("--group-by", "Of a picture: actors with the state that they act for",
                    {"state"},
                    [&told](const std::string& group) { told.by_state = group == "state"; });
  app.add_option("--title", told.title, "Of a picture or page")->type_name("TEXT");
  app.add_option("--max-nodes", told.max_nodes, "The most actors that a picture shows")
      ->check(CLI::Range(1, 5000).description(""))
      ->type_name("N");
  command.AddChoice("--gexf-version", "1.2 is for older readers (default: 1.3)", {"1.2", "1.3"},
                    [&told](const std::string& version) { told.gexf_version = version; });
  app.add_flag("--split", told.split, "Of csv: a file for each label and each type");
  app.add_flag("--spreadsheet", told.for_spreadsheets, "Of csv: no text is taken for a formula");
}

const RegisterSubcommand kExport(
    {CommandGroup::kAsk, "export", "Draw a graph, or write it for other programs",
     "norn export --graph graph --format svg -o calls.svg \\\n"
     "    --query 'MATCH p = (:Person)-[:SPOKE_WITH]-(:Person) RETURN p'"},
    [](Subcommand& command) {
      ExportCommandOptions& options = command.Runs(&RunExport);
      ExportOptions& wanted = options.wanted;
      command.AddGraph(options.graph);
      command.AddChoice("--format", "What is written (default: by the file's ending)",
                        ExportFormatNames(),
                        [&wanted](const std::string& name) { wanted.format = name; });
      CLI::App& app = command.app();
      app.add_option("--query", wanted.query, "Only what this query's answer holds")
          ->type_name("QUERY");
      app.add_option("-o,--output", wanted.output, "The file (of csv: the folder) to write")
          ->type_name("FILE");
      command.AddChoice("--language", "Whose names are shown (default: those of the graph)",
                        {std::begin(kNameLanguages), std::end(kNameLanguages)},
                        [&wanted](const std::string& language) { wanted.language = language; });
      AddEventFilter(app, wanted.filter);
      AddFormatOptions(command, wanted.told);
      command.AddTimeout(wanted.timeout_seconds);
    });

}  // namespace
}  // namespace norn::tools
