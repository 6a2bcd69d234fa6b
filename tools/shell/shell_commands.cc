#include "tools/shell/shell_commands.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/status_macros.h"
#include "query/engine.h"
#include "tools/shell/command_functions.h"
#include "tools/shell/shell_help.h"

namespace norn::tools {
namespace {

using shell::Arguments;
using shell::WrongUse;

struct Command {
  const char* name;
  const char* arguments;
  const char* help;
  absl::Status (*run)(const Arguments& arguments, ShellState& state);
};

const std::vector<Command>& Commands();

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
    out << absl::StreamFormat("  %-26s %s\n", name, command.help);
  }
  out << "Tab completes, the arrow keys bring back what was asked, Ctrl-C ends a query that runs.\n"
      << ":help TOPIC tells more of " << absl::StrJoin(HelpTopics(), ", ") << ".\n";
  return absl::OkStatus();
}

// With a number, asks that one.
absl::Status Examples(const Arguments& arguments, ShellState& state) {
  if (arguments.size() > 1) return WrongUse();
  if (arguments.empty()) {
    state.streams.out << ShellExamples();
    return absl::OkStatus();
  }
  NORN_ASSIGN_OR_RETURN(const ShellQuestion example, ShellExample(arguments[0]));
  // To a script the answer is what it asked for; who sits there sees what was asked.
  if (state.streams.out_is_terminal) state.streams.out << example.query << "\n";
  state.run_statement(example.query);
  if (state.last_query == example.query) state.last_question = std::string(example.question);
  return absl::OkStatus();
}

absl::Status Source(const Arguments& arguments, ShellState& state) {
  if (arguments.empty()) return WrongUse();
  return state.run_file(absl::StrJoin(arguments, " "));
}

absl::Status Quit(const Arguments&, ShellState& state) {
  state.done = true;
  return absl::OkStatus();
}

const std::vector<Command>& Commands() {
  static const auto* const commands = new std::vector<Command>{
      {":examples", "[N]", "queries to begin with, or asks the one of that number", Examples},
      {":schema", "[LABEL]", "which labels, relationships and properties there are", shell::Schema},
      {":find", "NAME", "nodes by name or alias, also misspelt or in part", shell::Find},
      {":explain", "ID", "why a node is there: articles and sentences", shell::Explain},
      {":draw", "[svg|png|text|FILE]", "draws what the last query found: here or as norn.svg",
       shell::Draw},
      {":export", "FILE", "writes it for other programs: .graphml, .gexf, .jsonl, a folder/, …",
       shell::Export},
      {":save", "FILE", "writes its rows: .csv, .jsonl, .md, .txt; .cypher: all that was asked",
       shell::Save},
      {":read", "FILE", "runs the statements of a file, like :source", Source},
      {":source", "FILE", "runs the statements of a file", Source},
      {":format", "FORMAT", "table, jsonl, csv, markdown or records (whole, a line a column)",
       shell::Format},
      {":expanded", "[on|off]", "answers a line a column, as :format records", shell::Expanded},
      {":limit", "ROWS", "the most rows that an answer may have", shell::Limit},
      {":pager", "[on|off|PROGRAM]", "long answers go through a pager", shell::Pager},
      {":param", "NAME=VALUE", "sets a parameter, which queries name $NAME", shell::Parameter},
      {":params", "", "the parameters that are set", shell::Parameters},
      {":timing", "[on|off]", "how many rows, and how long it took", shell::Timing},
      {":generation", "[N]", "which generation of the graph is asked, or asks another",
       shell::Generation},
      {":reload", "", "asks the current generation, when the graph was rebuilt", shell::Reload},
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
    {"help", ":help"},         {"?", ":help"},          {"\\?", ":help"},
    {"\\h", ":help"},          {".help", ":help"},      {":?", ":help"},
    {":h", ":help"},           {"exit", ":quit"},       {"quit", ":quit"},
    {"bye", ":quit"},          {"logout", ":quit"},     {"q", ":quit"},
    {"\\q", ":quit"},          {".exit", ":quit"},      {".quit", ":quit"},
    {".q", ":quit"},           {":exit", ":quit"},      {":q", ":quit"},
    {"tables", ":schema"},     {"schema", ":schema"},   {".tables", ":schema"},
    {".schema", ":schema"},    {"\\d", ":schema"},      {"\\dt", ":schema"},
    {"\\d+", ":schema"},       {":labels", ":schema"},  {"describe", ":schema"},
    {"examples", ":examples"}, {"\\timing", ":timing"}, {".timer", ":timing"},
    {".mode", ":format"},      {"\\x", ":expanded"},    {"\\g", ":save"},
    {"\\o", ":save"},          {".output", ":save"},    {".once", ":save"},
    {"\\pset", ":format"},     {".pager", ":pager"},    {"\\i", ":source"},
    {".read", ":source"},      {"source", ":source"},
};

}  // namespace

absl::Status shell::WrongUse() { return absl::InvalidArgumentError("used wrongly"); }

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
    if (command.name != name) continue;
    const absl::Status status = command.run(words, state);
    if (status != WrongUse()) return status;
    return absl::InvalidArgumentError(
        absl::StrCat(command.name, " ", command.arguments, ": ", command.help));
  }
  const std::string suggestion = query::DidYouMean(name, ShellCommands());
  return absl::InvalidArgumentError(absl::StrCat(
      "there is no command ", name, "; ", suggestion.empty() ? "there are " : suggestion,
      suggestion.empty() ? absl::StrJoin(ShellCommands(), ", ") : ""));
}

}  // namespace norn::tools
