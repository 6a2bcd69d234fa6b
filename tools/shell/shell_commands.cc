#include "tools/shell/shell_commands.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/time/time.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "tools/ask/explanation.h"
#include "tools/ask/export_view.h"
#include "tools/console/exit_code.h"
#include "tools/shell/shell_help.h"
#include "tools/shell/shell_schema.h"

namespace norn::tools {
namespace {

using Arguments = std::vector<std::string>;

struct Command {
  const char* name;
  const char* arguments;
  const char* help;
  absl::Status (*run)(const Arguments& arguments, ShellState& state);
};

const std::vector<Command>& Commands();

absl::Status Usage(absl::string_view name) {
  const auto at = std::find_if(Commands().begin(), Commands().end(),
                               [name](const Command& command) { return command.name == name; });
  return absl::InvalidArgumentError(absl::StrCat(at->name, " ", at->arguments, ": ", at->help));
}

absl::Status Help(const Arguments& arguments, ShellState& state) {
  std::ostream& out = state.streams.out;
  if (!arguments.empty()) {
    const std::optional<absl::string_view> text = HelpOnTopic(arguments[0]);
    if (text.has_value()) {
      out << *text;
      return absl::OkStatus();
    }
    return absl::InvalidArgumentError(absl::StrCat("there is no help on '", arguments[0],
                                                   "'; there is on ",
                                                   absl::StrJoin(HelpTopics(), ", ")));
  }
  out << "Type a query, over as many lines as you like, and end it with a semicolon:\n"
         "  MATCH (a:Actor)-[:SPOKE_WITH]-(b:Actor) RETURN a.name, b.name LIMIT 5;\n";
  for (const Command& command : Commands()) {
    const std::string name = absl::StrCat(command.name, " ", command.arguments);
    out << absl::StreamFormat("  %-21s %s\n", name, command.help);
  }
  out << "Tab completes, the arrow keys bring back what was asked, Ctrl-C ends a query that runs.\n"
      << ":help TOPIC tells more of " << absl::StrJoin(HelpTopics(), ", ") << ".\n";
  return absl::OkStatus();
}

absl::Status Examples(const Arguments&, ShellState& state) {
  state.streams.out << ShellExamples();
  return absl::OkStatus();
}

absl::Status Schema(const Arguments& arguments, ShellState& state) {
  if (arguments.size() > 1) return Usage(":schema");
  if (arguments.empty()) {
    PrintSchema(state.graph, state.streams.out);
    return absl::OkStatus();
  }
  return PrintSchemaOf(state.graph, std::string(absl::StripPrefix(arguments[0], ":")), state.query,
                       state.streams.out);
}

// Runs a query of norn's own with one text as parameter.
absl::Status Ask(const std::string& text, const std::string& parameter, ShellState& state) {
  query::QueryOptions options = state.query;
  options.parameters = {{"text", query::Value::String(parameter)}};
  const query::Outcome<query::Result> result = state.graph.Run(text, options);
  if (!result.ok()) return result.status();
  PrintAnswer(result.value(), state.format, text, state.streams);
  return absl::OkStatus();
}

absl::Status Find(const Arguments& arguments, ShellState& state) {
  if (arguments.empty()) return Usage(":find");
  return Ask(
      "CALL norn.find($text) YIELD node, score "
      "RETURN node.name AS name, labels(node) AS labels, node.id AS id LIMIT 20",
      absl::StrJoin(arguments, " "), state);
}

absl::Status Explain(const Arguments& arguments, ShellState& state) {
  if (arguments.empty()) return Usage(":explain");
  const absl::Status whole =
      ExplainInView(state.graph.view(), {absl::StrJoin(arguments, " ")}, state.streams.out);
  if (whole.ok() || arguments.size() != 3) return whole;
  return ExplainInView(state.graph.view(), arguments, state.streams.out);
}

absl::Status Format(const Arguments& arguments, ShellState& state) {
  const auto format = arguments.size() == 1 ? FindResultFormat(arguments[0]) : std::nullopt;
  if (!format.has_value()) {
    return absl::InvalidArgumentError(
        absl::StrCat(":format takes one of ", absl::StrJoin(ResultFormatNames(), ", ")));
  }
  state.format = *format;
  return absl::OkStatus();
}

absl::Status Limit(const Arguments& arguments, ShellState& state) {
  uint64_t rows = 0;
  if (arguments.size() != 1 || !absl::SimpleAtoi(arguments[0], &rows) || rows == 0) {
    return Usage(":limit");
  }
  state.query.max_rows = rows;
  return absl::OkStatus();
}

absl::Status Parameter(const Arguments& arguments, ShellState& state) {
  // `name=value`, `name = value` and `name => value`.
  const std::string text = absl::StrJoin(arguments, " ");
  const size_t equals = text.find('=');
  if (equals == std::string::npos) return Usage(":param");
  const absl::string_view value =
      absl::StripPrefix(absl::string_view(text).substr(equals + 1), ">");
  const absl::string_view name =
      absl::StripPrefix(absl::StripAsciiWhitespace(absl::string_view(text).substr(0, equals)), "$");
  auto parameter =
      query::ParseParameterLiteral(absl::StrCat(name, "=", absl::StripAsciiWhitespace(value)));
  if (!parameter.ok()) return parameter.status();
  state.query.parameters.insert_or_assign(std::move(parameter->first),
                                          std::move(parameter->second));
  return absl::OkStatus();
}

absl::Status Parameters(const Arguments&, ShellState& state) {
  for (const auto& [name, value] : state.query.parameters) {
    state.streams.out << "$" << name << " = " << query::ToLiteral(value) << "\n";
  }
  return absl::OkStatus();
}

absl::Status Timing(const Arguments& arguments, ShellState& state) {
  if (arguments.size() > 1) return Usage(":timing");
  if (!arguments.empty() && arguments[0] != "on" && arguments[0] != "off") return Usage(":timing");
  state.timing = arguments.empty() ? !state.timing : arguments[0] == "on";
  return absl::OkStatus();
}

absl::Status Source(const Arguments& arguments, ShellState& state) {
  if (arguments.empty()) return Usage(":source");
  return state.run_file(absl::StrJoin(arguments, " "));
}

// What the last query found, as a file of the format that its name ends with.
absl::Status ExportLast(const std::string& file, ShellState& state) {
  if (state.last_query.empty()) {
    return absl::InvalidArgumentError(
        "ask a query first, one that returns nodes and relationships: "
        "MATCH p = (:Actor)-[:SPOKE_WITH]-(:Actor) RETURN p;");
  }
  ExportOptions options;
  options.query = state.last_query;
  options.output = file;
  options.timeout_seconds = absl::ToDoubleSeconds(state.query.timeout);
  if (ExportView(state.graph.view(), options, state.streams) != ExitCode::kDone) {
    return absl::InvalidArgumentError(absl::StrCat(file, " was not written"));
  }
  state.streams.out << "wrote " << file << "\n";
  return absl::OkStatus();
}

absl::Status Draw(const Arguments& arguments, ShellState& state) {
  if (arguments.size() > 1) return Usage(":draw");
  return ExportLast(arguments.empty() ? "norn.svg" : arguments[0], state);
}

absl::Status Export(const Arguments& arguments, ShellState& state) {
  if (arguments.size() != 1) return Usage(":export");
  return ExportLast(arguments[0], state);
}

absl::Status Quit(const Arguments&, ShellState& state) {
  state.done = true;
  return absl::OkStatus();
}

const std::vector<Command>& Commands() {
  static const auto* const commands = new std::vector<Command>{
      {":examples", "", "queries to begin with", Examples},
      {":schema", "[LABEL]", "which labels, relationships and properties there are", Schema},
      {":find", "NAME", "nodes by name or alias, also misspelt or in part", Find},
      {":explain", "ID", "why a node is there: articles and sentences", Explain},
      {":draw", "[FILE]", "draws what the last query found: norn.svg, or a .png or .html", Draw},
      {":export", "FILE", "writes it for other programs: .graphml, .gexf, .jsonl, a folder/, …",
       Export},
      {":format", "FORMAT", "table, jsonl, csv, markdown or records (whole, a line a column)",
       Format},
      {":limit", "ROWS", "the most rows that an answer may have", Limit},
      {":param", "NAME=VALUE", "sets a parameter, which queries name $NAME", Parameter},
      {":params", "", "the parameters that are set", Parameters},
      {":timing", "[on|off]", "how many rows, and how long it took", Timing},
      {":source", "FILE", "runs the statements of a file", Source},
      {":help", "[TOPIC]", "this, or more of a topic", Help},
      {":quit", "", "end (Ctrl-D does it too)", Quit},
  };
  return *commands;
}

// What psql, sqlite3, duckdb, mysql and cypher-shell call it.
struct Meant {
  const char* word;
  const char* command;
};
constexpr Meant kMeant[] = {
    {"help", ":help"},
    {"?", ":help"},
    {"\\?", ":help"},
    {"\\h", ":help"},
    {".help", ":help"},
    {":?", ":help"},
    {":h", ":help"},
    {"exit", ":quit"},
    {"quit", ":quit"},
    {"bye", ":quit"},
    {"logout", ":quit"},
    {"q", ":quit"},
    {"\\q", ":quit"},
    {".exit", ":quit"},
    {".quit", ":quit"},
    {".q", ":quit"},
    {":exit", ":quit"},
    {":q", ":quit"},
    {"tables", ":schema"},
    {"schema", ":schema"},
    {".tables", ":schema"},
    {".schema", ":schema"},
    {"\\d", ":schema"},
    {"\\dt", ":schema"},
    {"\\d+", ":schema"},
    {":labels", ":schema"},
    {"describe", ":schema"},
    {"examples", ":examples"},
    {"\\timing", ":timing"},
    {".timer", ":timing"},
    {".mode", ":format"},
    {"\\x", ":format records"},
    {":expanded", ":format records"},
    {"\\i", ":source"},
    {".read", ":source"},
    {"source", ":source"},
};

}  // namespace

const std::vector<std::string>& ShellCommands() {
  static const auto* const names = [] {
    auto* all = new std::vector<std::string>();
    for (const Command& command : Commands()) all->emplace_back(command.name);
    return all;
  }();
  return *names;
}

std::optional<std::string> MeantCommand(absl::string_view line) {
  absl::string_view text = absl::StripAsciiWhitespace(line);
  while (absl::ConsumeSuffix(&text, ";")) text = absl::StripTrailingAsciiWhitespace(text);
  const size_t blank = std::min(text.find_first_of(" \t"), text.size());
  const std::string word = absl::AsciiStrToLower(text.substr(0, blank));
  const auto* const meant = std::find_if(std::begin(kMeant), std::end(kMeant),
                                         [&word](const Meant& row) { return row.word == word; });
  if (meant == std::end(kMeant)) return std::nullopt;
  return absl::StrCat(meant->command, text.substr(blank));
}

absl::Status RunShellCommand(absl::string_view line, ShellState& state) {
  absl::string_view text = absl::StripAsciiWhitespace(line);
  while (absl::ConsumeSuffix(&text, ";")) text = absl::StripTrailingAsciiWhitespace(text);
  Arguments words = absl::StrSplit(text, absl::ByAnyChar(" \t"), absl::SkipEmpty());
  if (words.empty()) words.emplace_back(":");
  const std::string name = absl::AsciiStrToLower(words[0]);
  words.erase(words.begin());
  for (const Command& command : Commands()) {
    if (command.name == name) return command.run(words, state);
  }
  const std::string suggestion = query::DidYouMean(name, ShellCommands());
  return absl::InvalidArgumentError(absl::StrCat(
      "there is no command ", name, "; ", suggestion.empty() ? "there are " : suggestion,
      suggestion.empty() ? absl::StrJoin(ShellCommands(), ", ") : ""));
}

}  // namespace norn::tools
