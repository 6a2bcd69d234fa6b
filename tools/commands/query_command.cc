// norn query: one query's answer on standard output; of several statements on a scratch graph, the
// last one's.
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "query/engine.h"
#include "tools/ask/asked_graph.h"
#include "tools/ask/result_writer.h"
#include "tools/commands/subcommand.h"
#include "tools/console/colour.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {
namespace {

struct QueryCommandOptions {
  std::string graph;
  bool scratch = false;  // an empty graph in memory instead, for statements that `;` divides
  std::string query;     // "-": read from streams.in
  ResultFormat format = ResultFormat::kTable;
  std::vector<std::string> parameters;  // "name=value"
  double timeout_seconds = 60;
  uint64_t max_rows = 1'000'000;
  Colour colour = Colour::kAuto;
};

absl::StatusOr<query::QueryOptions> EngineOptions(const QueryCommandOptions& options) {
  query::QueryOptions engine;
  engine.timeout = absl::Seconds(options.timeout_seconds);
  engine.max_rows = options.max_rows;
  for (const std::string& argument : options.parameters) {
    auto parameter = query::ParseParameterLiteral(argument);
    if (!parameter.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("--param ", argument, ": ", parameter.status().message()));
    }
    engine.parameters.insert_or_assign(std::move(parameter->first), std::move(parameter->second));
  }
  return engine;
}

// Rows go out as they come where the format allows it.
query::Outcome<query::Result> Answer(AskedGraph& graph, absl::string_view statement,
                                     const query::QueryOptions& engine, ResultFormat format,
                                     Streams& streams) {
  const std::optional<query::RowSink> sink = StreamingSink(format, streams.out);
  if (!sink.has_value()) {
    query::Outcome<query::Result> result = graph.Run(statement, engine);
    if (result.ok()) PrintAnswer(result.value(), format, statement, streams);
    return result;
  }
  query::Outcome<query::Result> result = graph.Stream(statement, engine, *sink);
  if (!result.ok()) return result;
  PrintWarnings(result.value(), statement, streams);
  PrintEnd(result.value(), streams);
  return result;
}

ExitCode RunStatements(AskedGraph& graph, const std::vector<absl::string_view>& statements,
                       const query::QueryOptions& engine, const QueryCommandOptions& options,
                       Streams& streams) {
  for (const absl::string_view& statement : statements) {
    const bool is_last = &statement == &statements.back();
    const query::Outcome<query::Result> result =
        is_last ? Answer(graph, statement, engine, options.format, streams)
                : graph.Run(statement, engine);
    if (!result.ok()) {
      if (statements.size() > 1) {
        streams.err << "statement " << (&statement - statements.data()) + 1 << ": ";
      }
      return FailOnQuery(result.error(), statement, streams);
    }
    if (!is_last) PrintWarnings(result.value(), statement, streams);
  }
  return ExitCode::kDone;
}

// A mistake in the query is shown on streams.err with its place and is kUsage. It ends what stands
// behind it.
ExitCode RunQueryCommand(const QueryCommandOptions& options, Streams& plain) {
  Streams streams = InColour(options.colour, plain);
  const absl::StatusOr<query::QueryOptions> engine = EngineOptions(options);
  if (!engine.ok()) return Fail(streams, engine.status());
  std::string text = options.query;
  if (text == "-") text.assign(std::istreambuf_iterator<char>(streams.in), {});
  std::vector<absl::string_view> statements = {text};
  if (options.scratch) {
    // Without a statement the empty text is left, for the error that says so.
    if (auto split = query::SplitStatements(text); !split.empty()) statements = std::move(split);
    return RunStatements(*MakeScratchGraph(), statements, *engine, options, streams);
  }
  const absl::StatusOr<std::unique_ptr<AskedGraph>> graph = OpenAskedGraph(options.graph);
  if (!graph.ok()) return Fail(streams, graph.status());
  return RunStatements(**graph, statements, *engine, options, streams);
}

const RegisterSubcommand kQuery(
    {CommandGroup::kAsk, "query", "Ask a graph",
     "norn query --graph graph --param name=Oslo \\\n"
     "    'MATCH (e:Event) WHERE e.place = $name RETURN e.type, e.date'\n"
     "  norn query --scratch \"CREATE (:Ship {name: 'Fram'}); MATCH (n) RETURN n\""},
    [](Subcommand& command) {
      QueryCommandOptions& options = command.Runs(&RunQueryCommand);
      command.AddGraphOrScratch(options.graph, options.scratch);
      command.AddChoice(
          "--format", "How the answer is written", ResultFormatNames(),
          [&options](const std::string& name) { options.format = *FindResultFormat(name); });
      command.app()
          .add_option("--param", options.parameters, "A parameter of the query: $name")
          ->allow_extra_args(false)
          ->type_name("NAME=VALUE");
      command.AddColour(options.colour);
      command.AddTimeout(options.timeout_seconds);
      command.AddRows("--limit-rows", "The most rows that are given", options.max_rows);
      command.app()
          .add_option("query", options.query,
                      "The query, or - to read it; with --scratch several, divided by ;")
          ->required()
          ->type_name("QUERY");
    });

}  // namespace
}  // namespace norn::tools
