#include "tools/shell/completion.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "query/functions/functions.h"
#include "query/procedures/builtin_procedures.h"
#include "tools/ask/result_writer.h"
#include "tools/shell/shell_commands.h"
#include "tools/shell/shell_help.h"

namespace norn::tools {
namespace {

const std::vector<std::string>& Keywords() {
  static const std::vector<std::string> keywords = {
      "ALL",      "AND",   "AS",         "ASC",      "ASCENDING", "BY",    "CALL",   "CASE",
      "CONTAINS", "DESC",  "DESCENDING", "DISTINCT", "ELSE",      "END",   "ENDS",   "EXISTS",
      "EXPLAIN",  "FALSE", "IN",         "IS",       "LIMIT",     "MATCH", "NOT",    "NULL",
      "OPTIONAL", "OR",    "ORDER",      "PROFILE",  "RETURN",    "SKIP",  "STARTS", "THEN",
      "TRUE",     "UNION", "UNWIND",     "WHEN",     "WHERE",     "WITH",  "XOR",    "YIELD"};
  return keywords;
}

bool IsWordByte(char c) {
  return absl::ascii_isalnum(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

// The last bracket that is open at the text's end; 0: none. Quotes hide brackets.
char OpenBracket(absl::string_view text) {
  std::string open;
  char quote = 0;
  for (const char c : text) {
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"' || c == '`') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      open.push_back(c);
    } else if ((c == ')' || c == ']' || c == '}') && !open.empty()) {
      open.pop_back();
    }
  }
  return open.empty() ? 0 : open.back();
}

template <typename Names>
std::vector<std::string> Copy(const Names& names) {
  std::vector<std::string> copy;
  for (const auto& name : names) copy.emplace_back(name);
  return copy;
}

// The word before the blanks at the text's end, in capitals.
std::string LastWord(absl::string_view text) {
  const absl::string_view trimmed = absl::StripTrailingAsciiWhitespace(text);
  return absl::AsciiStrToUpper(WordAtEnd(trimmed));
}

// What a command of the shell takes; nothing where the line is none, or takes anything.
std::optional<std::vector<std::string>> CommandArguments(const Vocabulary& vocabulary,
                                                         absl::string_view before) {
  absl::string_view text = absl::StripLeadingAsciiWhitespace(before);
  if (absl::ConsumePrefix(&text, ":format ")) return ResultFormatNames();
  if (absl::ConsumePrefix(&text, ":help ")) return HelpTopics();
  if (absl::ConsumePrefix(&text, ":timing ")) return std::vector<std::string>{"off", "on"};
  if (!absl::ConsumePrefix(&text, ":schema ")) return std::nullopt;
  std::vector<std::string> names = vocabulary.labels;
  names.insert(names.end(), vocabulary.edge_types.begin(), vocabulary.edge_types.end());
  return names;
}

// "norn." where a procedure's name is written behind CALL; else empty.
std::string ProcedureSpace(absl::string_view before) {
  if (!absl::ConsumeSuffix(&before, ".")) return "";
  const absl::string_view space = WordAtEnd(before);
  if (LastWord(before.substr(0, before.size() - space.size())) != "CALL") return "";
  return absl::StrCat(space, ".");
}

std::vector<std::string> ProceduresIn(absl::string_view space) {
  std::vector<std::string> found;
  for (const std::string& name : query::BuiltInProcedures().Names()) {
    if (absl::StartsWith(name, space)) found.push_back(name.substr(space.size()));
  }
  return found;
}

}  // namespace

Vocabulary VocabularyOf(const graph::View& view) {
  return {Copy(view.labels()), Copy(view.edge_types()), Copy(view.property_keys())};
}

absl::string_view WordAtEnd(absl::string_view line) {
  size_t begin = line.size();
  while (begin > 0 && IsWordByte(line[begin - 1])) --begin;
  return line.substr(begin);
}

std::vector<std::string> Completions(const Vocabulary& vocabulary, absl::string_view line) {
  const absl::string_view word = WordAtEnd(line);
  const absl::string_view before = line.substr(0, line.size() - word.size());
  const char last = before.empty() ? 0 : before.back();
  const char open = OpenBracket(before);
  std::vector<std::string> candidates;
  if (std::optional<std::vector<std::string>> arguments = CommandArguments(vocabulary, before)) {
    candidates = *std::move(arguments);
  } else if (const std::string space = ProcedureSpace(before); !space.empty()) {
    candidates = ProceduresIn(space);
  } else if (absl::StripAsciiWhitespace(before) == ":" && open == 0) {
    for (const std::string& command : ShellCommands()) candidates.push_back(command.substr(1));
  } else if (last == ':' || (last == '|' && open == '[')) {
    candidates = open == '[' ? vocabulary.edge_types : vocabulary.labels;
  } else if (last == '.' || (open == '{' && (last == '{' || last == ',' || last == ' '))) {
    candidates = vocabulary.property_keys;
  } else {
    candidates = Keywords();
    for (std::string& name : query::FunctionNames()) candidates.push_back(std::move(name));
    // At what begins the names of procedures.
    if (LastWord(before) == "CALL") candidates = {"algo", "db", "norn"};
  }
  std::vector<std::string> fitting;
  for (std::string& candidate : candidates) {
    if (absl::StartsWithIgnoreCase(candidate, word)) fitting.push_back(std::move(candidate));
  }
  std::sort(fitting.begin(), fitting.end());
  return fitting;
}

}  // namespace norn::tools
