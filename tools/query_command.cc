#include "tools/query_command.h"

#include <iterator>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "graph/view/view.h"
#include "query/engine.h"
#include "tools/open_graph.h"

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

}  // namespace

ExitCode RunQueryCommand(const QueryCommandOptions& options, Streams& streams) {
  const absl::StatusOr<query::QueryOptions> engine = EngineOptions(options);
  if (!engine.ok()) return Fail(streams, engine.status());
  const absl::StatusOr<graph::View> view = OpenGraph(options.graph);
  if (!view.ok()) return Fail(streams, view.status());

  std::string text = options.query;
  if (text == "-") text.assign(std::istreambuf_iterator<char>(streams.in), {});
  const query::Outcome<query::Result> result = query::RunQuery(*view, text, *engine);
  if (!result.ok()) {
    streams.err << query::Render(result.error(), text);
    return ExitCode::kUsage;
  }
  PrintAnswer(result.value(), options.format, text, streams);
  return ExitCode::kDone;
}

}  // namespace norn::tools
