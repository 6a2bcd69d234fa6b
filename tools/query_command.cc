#include "tools/query_command.h"

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
#include "tools/asked_graph.h"

namespace norn::tools {
namespace {

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

}  // namespace

ExitCode RunQueryCommand(const QueryCommandOptions& options, Streams& streams) {
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

}  // namespace norn::tools
