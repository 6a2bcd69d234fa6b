#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "base/status_macros.h"
#include "query/values/value.h"
#include "tools/ask/article_reasons.h"
#include "tools/ask/explanation.h"
#include "tools/ask/result_writer.h"
#include "tools/shell/command_functions.h"
#include "tools/shell/shell_schema.h"

namespace norn::tools::shell {
namespace {

// Runs a query of norn's own with one text as parameter.
absl::Status Ask(const std::string& text, const std::string& parameter, ShellState& state) {
  query::QueryOptions options = state.query;
  options.parameters = {{"text", query::Value::String(parameter)}};
  const query::Outcome<query::Result> result = state.graph.Run(text, options);
  if (!result.ok()) return result.status();
  PrintAnswer(result.value(), state.format, text, state.streams);
  return absl::OkStatus();
}

void PrintGeneration(const AskedGeneration& generation, ShellState& state) {
  state.streams.out << "generation " << generation.asked << " of " << generation.graph << ", "
                    << state.graph.view().node_count() << " nodes, "
                    << state.graph.view().edge_count() << " relationships\n";
  if (generation.asked != generation.current) {
    state.streams.out << "generation " << generation.current
                      << " is the current one; :reload asks it\n";
  }
}

absl::Status Change(std::optional<uint64_t> wanted, ShellState& state) {
  NORN_RETURN_IF_ERROR(state.graph.Reload(wanted));
  NORN_ASSIGN_OR_RETURN(const AskedGeneration generation, state.graph.Generation());
  // One that was chosen is not wondered about at each statement.
  state.noted_generation = generation.current;
  PrintGeneration(generation, state);
  return absl::OkStatus();
}

}  // namespace

absl::Status Schema(const Arguments& arguments, ShellState& state) {
  if (arguments.size() > 1) return WrongUse();
  if (arguments.empty()) {
    PrintSchema(state.graph, state.streams.out);
    return absl::OkStatus();
  }
  return PrintSchemaOf(state.graph, std::string(absl::StripPrefix(arguments[0], ":")), state.query,
                       state.streams);
}

absl::Status Find(const Arguments& arguments, ShellState& state) {
  if (arguments.empty()) return WrongUse();
  return Ask(
      "CALL norn.find($text) YIELD node, score "
      "RETURN node.name AS name, labels(node) AS labels, node.id AS id LIMIT 20",
      absl::StrJoin(arguments, " "), state);
}

absl::Status Explain(const Arguments& arguments, ShellState& state) {
  if (arguments.empty()) return WrongUse();
  std::optional<ArticleReasons> reasons;
  if (const auto generation = state.graph.Generation(); generation.ok()) {
    reasons.emplace(generation->graph, generation->asked);
  }
  const auto explain = [&](const std::vector<std::string>& what) {
    return ExplainInView(state.graph.view(), what, reasons ? &*reasons : nullptr,
                         state.streams.out);
  };
  const absl::Status whole = explain({absl::StrJoin(arguments, " ")});
  if (whole.ok() || arguments.size() != 3) return whole;
  return explain(arguments);
}

absl::Status Generation(const Arguments& arguments, ShellState& state) {
  if (arguments.empty()) {
    NORN_ASSIGN_OR_RETURN(const AskedGeneration generation, state.graph.Generation());
    PrintGeneration(generation, state);
    return absl::OkStatus();
  }
  uint64_t wanted = 0;
  if (arguments.size() > 1 || !absl::SimpleAtoi(arguments[0], &wanted)) return WrongUse();
  return Change(wanted, state);
}

absl::Status Reload(const Arguments& arguments, ShellState& state) {
  if (!arguments.empty()) return WrongUse();
  return Change(std::nullopt, state);
}

}  // namespace norn::tools::shell
