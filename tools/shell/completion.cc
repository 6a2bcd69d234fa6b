#include "tools/shell/completion.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "base/search_key.h"
#include "query/functions/functions.h"
#include "query/output/format.h"
#include "query/procedures/builtin_procedures.h"
#include "query/procedures/procedures.h"
#include "query/values/value.h"
#include "tools/ask/result_writer.h"
#include "tools/shell/shell_commands.h"
#include "tools/shell/shell_help.h"

namespace norn::tools {
namespace {

using Words = std::vector<std::string>;

const Words& Keywords() {
  static const Words keywords = {
      "ALL",      "AND",   "AS",         "ASC",      "ASCENDING", "BY",    "CALL",   "CASE",
      "CONTAINS", "DESC",  "DESCENDING", "DISTINCT", "ELSE",      "END",   "ENDS",   "EXISTS",
      "EXPLAIN",  "FALSE", "IN",         "IS",       "LIMIT",     "MATCH", "NOT",    "NULL",
      "OPTIONAL", "OR",    "ORDER",      "PROFILE",  "RETURN",    "SKIP",  "STARTS", "THEN",
      "TRUE",     "UNION", "UNWIND",     "WHEN",     "WHERE",     "WITH",  "XOR",    "YIELD"};
  return keywords;
}

// Where a text stands: what is open at its end.
struct Place {
  char bracket = 0;       // the last one that is open; 0: none
  size_t bracket_at = 0;  // where
  char quote = 0;         // that is open
  size_t quote_at = 0;
};

Place PlaceAtEnd(absl::string_view text) {
  Place place;
  std::vector<size_t> open;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (place.quote != 0) {
      if (c == place.quote) place.quote = 0;
    } else if (c == '\'' || c == '"' || c == '`') {
      place.quote = c;
      place.quote_at = i;
    } else if (c == '(' || c == '[' || c == '{') {
      open.push_back(i);
    } else if ((c == ')' || c == ']' || c == '}') && !open.empty()) {
      open.pop_back();
    }
  }
  if (open.empty()) return place;
  place.bracket_at = open.back();
  place.bracket = text[open.back()];
  return place;
}

template <typename Names>
Words Copy(const Names& names) {
  Words copy;
  for (const auto& name : names) copy.emplace_back(name);
  return copy;
}

// The word before the blanks at the text's end, in capitals.
std::string LastWord(absl::string_view text) {
  const absl::string_view trimmed = absl::StripTrailingAsciiWhitespace(text);
  return absl::AsciiStrToUpper(WordAtEnd(trimmed));
}

// What a command of the shell takes; nothing where the line is none, or takes anything.
std::optional<Words> CommandArguments(const GraphNames& graph_names, absl::string_view before) {
  absl::string_view text = absl::StripLeadingAsciiWhitespace(before);
  if (absl::ConsumePrefix(&text, ":format ")) return ResultFormatNames();
  if (absl::ConsumePrefix(&text, ":help ")) return HelpTopics();
  if (absl::ConsumePrefix(&text, ":timing ")) return Words{"off", "on"};
  if (absl::ConsumePrefix(&text, ":pager ")) return Words{"off", "on"};
  if (!absl::ConsumePrefix(&text, ":schema ")) return std::nullopt;
  Words names = graph_names.labels;
  names.insert(names.end(), graph_names.edge_types.begin(), graph_names.edge_types.end());
  return names;
}

// What a name in the graph is typed for: within quotes, or behind a command that takes one.
std::optional<absl::string_view> NameBegun(absl::string_view line) {
  absl::string_view text = absl::StripLeadingAsciiWhitespace(line);
  for (const char* command : {":find ", ":explain "}) {
    if (absl::ConsumePrefix(&text, command)) return absl::StripLeadingAsciiWhitespace(text);
  }
  const Place place = PlaceAtEnd(line);
  if (place.quote != '\'' && place.quote != '"') return std::nullopt;
  return line.substr(place.quote_at + 1);
}

// Names are replaced from the last word on: what stands before it must be the name's beginning.
Words NamesFor(const GraphNames& graph_names, absl::string_view begun) {
  if (!graph_names.names || begun.empty()) return {};
  const absl::string_view before = begun.substr(0, begun.size() - WordAtEnd(begun).size());
  Words found;
  for (const std::string& name : graph_names.names(begun)) {
    if (absl::StartsWith(name, before)) found.push_back(name.substr(before.size()));
  }
  return found;
}

// The label or type that a variable of the line has: of `(p:Person)` and `[r:MET_AT]`.
std::string KindOf(absl::string_view variable, absl::string_view line) {
  for (const char* bracket : {"(", "["}) {
    const std::string opened = absl::StrCat(bracket, variable, ":");
    const size_t at = line.rfind(opened);
    if (at == absl::string_view::npos) continue;
    absl::string_view kind = line.substr(at + opened.size());
    const size_t end = kind.find_first_of(" :|&!)]{*");
    return std::string(kind.substr(0, end));
  }
  return "";
}

// The properties of what stands before a dot, or before an opening brace.
Words KeysAt(const GraphNames& graph_names, absl::string_view before, const Place& place) {
  std::string kind;
  if (absl::ConsumeSuffix(&before, ".")) {
    kind = KindOf(WordAtEnd(before), before);
  } else {
    const absl::string_view pattern =
        absl::StripTrailingAsciiWhitespace(before.substr(0, place.bracket_at));
    const absl::string_view word = WordAtEnd(pattern);
    if (absl::EndsWith(pattern.substr(0, pattern.size() - word.size()), ":")) {
      kind = std::string(word);
    }
  }
  const auto keys = graph_names.keys_of.find(kind);
  return keys == graph_names.keys_of.end() ? graph_names.property_keys : keys->second;
}

// "norn." where a procedure's name is written behind CALL; else empty.
std::string ProcedureSpace(absl::string_view before) {
  if (!absl::ConsumeSuffix(&before, ".")) return "";
  const absl::string_view space = WordAtEnd(before);
  if (LastWord(before.substr(0, before.size() - space.size())) != "CALL") return "";
  return absl::StrCat(space, ".");
}

Words ProceduresIn(absl::string_view space) {
  Words found;
  for (const std::string& name : query::BuiltInProcedures().Names()) {
    if (absl::StartsWith(name, space)) found.push_back(name.substr(space.size()));
  }
  return found;
}

// The procedure that the last CALL of the text names; null: none.
const query::Procedure* ProcedureCalled(absl::string_view text) {
  const std::string upper = absl::AsciiStrToUpper(text);
  const size_t call = upper.rfind("CALL ");
  if (call == std::string::npos) return nullptr;
  const absl::string_view name = absl::StripAsciiWhitespace(text.substr(call + 5));
  return query::BuiltInProcedures().Find(name.substr(0, name.find_first_of(" (")));
}

// Shown only: two texts that begin differently become nothing.
Words ArgumentsOf(const query::Procedure& procedure) {
  std::string inputs;
  for (const query::ProcedureField& field : procedure.inputs) {
    absl::StrAppend(&inputs, inputs.empty() ? "" : ", ", field.name);
  }
  return {absl::StrCat("(", inputs, ")"), procedure.help};
}

// Where the language decides alone, not the graph.
Words LanguageWords(absl::string_view before, const Place& place) {
  const query::Procedure* const procedure = ProcedureCalled(before);
  const std::string last = LastWord(before);
  if (procedure != nullptr && place.bracket == '(' && absl::EndsWith(before, "(")) {
    return ArgumentsOf(*procedure);
  }
  if (procedure != nullptr && (last == "YIELD" || absl::EndsWith(before, ", ")) &&
      absl::StrContains(absl::AsciiStrToUpper(before), "YIELD")) {
    Words outputs;
    for (const query::ProcedureField& field : procedure->outputs) outputs.push_back(field.name);
    return outputs;
  }
  // At what begins the names of procedures.
  if (last == "CALL") return {"algo", "db", "norn"};
  Words words = Keywords();
  for (std::string& name : query::FunctionNames()) words.push_back(std::move(name));
  return words;
}

Words Candidates(const GraphNames& graph_names, absl::string_view before, const Place& place) {
  const char last = before.empty() ? 0 : before.back();
  const char open = place.bracket;
  if (std::optional<Words> arguments = CommandArguments(graph_names, before)) return *arguments;
  if (const std::string space = ProcedureSpace(before); !space.empty()) return ProceduresIn(space);
  if (absl::StripAsciiWhitespace(before) == ":" && open == 0) {
    Words commands;
    for (const std::string& command : ShellCommands()) commands.push_back(command.substr(1));
    return commands;
  }
  if (last == ':' || (last == '|' && open == '[')) {
    return open == '[' ? graph_names.edge_types : graph_names.labels;
  }
  if (last == '.' ||
      (open == '{' && (last == '{' || last == ',' || absl::EndsWith(before, ", ")))) {
    return KeysAt(graph_names, before, place);
  }
  return LanguageWords(before, place);
}

}  // namespace

GraphNames GraphNamesOf(const graph::View& view) {
  GraphNames graph_names = {Copy(view.labels()), Copy(view.edge_types()),
                            Copy(view.property_keys())};
  std::map<std::string, std::set<std::string>> keys;
  const auto is_there = [](const graph::Column& column) {
    return column.kind() != graph::Column::Kind::kAbsent;
  };
  for (graph::KeyId key = 0; key < view.property_keys().size(); ++key) {
    const std::string name(view.property_keys()[key]);
    for (uint32_t group = 0; group < view.node_groups().size(); ++group) {
      if (!is_there(view.NodeColumn(group, key))) continue;
      for (const graph::LabelId label : view.node_groups()[group].labels) {
        keys[std::string(view.labels()[label])].insert(name);
      }
    }
    for (graph::EdgeTypeId type = 0; type < view.edge_types().size(); ++type) {
      if (is_there(view.EdgeColumn(type, key))) {
        keys[std::string(view.edge_types()[type])].insert(name);
      }
    }
  }
  for (const auto& [kind, names] : keys) graph_names.keys_of[kind] = Copy(names);
  graph_names.names = [&view](absl::string_view prefix) { return NamesWithPrefix(view, prefix); };
  return graph_names;
}

Words NamesWithPrefix(const graph::View& view, absl::string_view prefix) {
  constexpr size_t kMost = 50;
  const std::string folded = base::SearchKey(prefix);
  const std::optional<graph::KeyId> name = view.FindKey("name");
  if (folded.empty() || !name.has_value()) return {};
  uint32_t low = 0;
  uint32_t high = view.name_count();
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (view.NameAt(middle).folded < folded) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  std::set<std::string> names;
  for (; low < view.name_count() && names.size() < kMost; ++low) {
    const graph::View::NameEntry entry = view.NameAt(low);
    if (!absl::StartsWith(entry.folded, folded)) break;
    const graph::Value value = view.NodeProperty(entry.node, *name);
    if (const auto* text = value.As<std::string>()) names.insert(*text);
  }
  return Copy(names);
}

absl::string_view WordAtEnd(absl::string_view line) {
  const auto is_word_byte = [](char c) {
    return absl::ascii_isalnum(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
  };
  size_t begin = line.size();
  while (begin > 0 && is_word_byte(line[begin - 1])) --begin;
  return line.substr(begin);
}

Words Completions(const GraphNames& graph_names, absl::string_view line) {
  if (const auto begun = NameBegun(line)) return NamesFor(graph_names, *begun);
  const absl::string_view word = WordAtEnd(line);
  const absl::string_view before = line.substr(0, line.size() - word.size());
  Words fitting;
  for (std::string& candidate : Candidates(graph_names, before, PlaceAtEnd(before))) {
    if (absl::StartsWithIgnoreCase(candidate, word)) fitting.push_back(std::move(candidate));
  }
  // What is no word of the language may be somebody's name: it is written as a text.
  constexpr size_t kLeastOfName = 3;
  const bool may_be_name = fitting.empty() && word.size() >= kLeastOfName && graph_names.names &&
                           !CommandArguments(graph_names, before).has_value();
  if (may_be_name) {
    for (const std::string& name : graph_names.names(word)) {
      fitting.push_back(query::ToLiteral(query::Value::Borrowed(name)));
    }
  }
  std::sort(fitting.begin(), fitting.end());
  return fitting;
}

}  // namespace norn::tools
