#include "tests/support/console_examples.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace norn::tests {
namespace {

// Whether a command that is written so far goes on in the next line.
bool GoesOn(absl::string_view command) {
  char quote = 0;
  for (size_t i = 0; i < command.size(); ++i) {
    const char c = command[i];
    if (c == '\\' && quote != '\'') {
      if (i + 1 == command.size()) return true;
      ++i;
    } else if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    }
  }
  return quote != 0;
}

std::vector<absl::string_view> Lines(absl::string_view text) {
  std::vector<absl::string_view> lines = absl::StrSplit(text, '\n');
  for (absl::string_view& line : lines) line = absl::StripTrailingAsciiWhitespace(line);
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

bool LinesFit(const std::vector<absl::string_view>& expected, size_t i,
              const std::vector<absl::string_view>& actual, size_t j) {
  for (; i < expected.size(); ++i, ++j) {
    if (expected[i] == "…") {
      for (size_t skip = j; skip <= actual.size(); ++skip) {
        if (LinesFit(expected, i + 1, actual, skip)) return true;
      }
      return false;
    }
    if (j == actual.size() || expected[i] != actual[j]) return false;
  }
  return j == actual.size();
}

}  // namespace

std::vector<ConsoleExample> ConsoleExamples(absl::string_view markdown) {
  std::vector<ConsoleExample> examples;
  bool fenced = false;
  bool in_command = false;
  int number = 0;
  for (const absl::string_view line : absl::StrSplit(markdown, '\n')) {
    ++number;
    if (absl::StartsWith(line, "```")) {
      fenced = !fenced && line == "```console";
      in_command = false;
    } else if (!fenced) {
      continue;
    } else if (in_command) {
      absl::StrAppend(&examples.back().command, "\n", line);
      in_command = GoesOn(examples.back().command);
    } else if (absl::StartsWith(line, "$ ")) {
      examples.push_back({number, std::string(line.substr(2)), ""});
      in_command = GoesOn(examples.back().command);
    } else if (!examples.empty()) {
      absl::StrAppend(&examples.back().output, line, "\n");
    }
  }
  return examples;
}

std::vector<std::string> SplitCommand(absl::string_view command) {
  std::vector<std::string> words;
  bool in_word = false;
  char quote = 0;
  for (size_t i = 0; i < command.size(); ++i) {
    const char c = command[i];
    if (quote == 0 && absl::ascii_isspace(c)) {
      in_word = false;
      continue;
    }
    if (c == '\\' && quote != '\'' && i + 1 < command.size() && command[i + 1] == '\n') {
      ++i;  // the command goes on in the next line
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (c == '\\' && quote != '\'' && i + 1 < command.size()) {
      words.back().push_back(command[++i]);
    } else if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else {
      words.back().push_back(c);
    }
  }
  return words;
}

bool OutputFits(absl::string_view expected, absl::string_view actual) {
  return LinesFit(Lines(expected), 0, Lines(actual), 0);
}

}  // namespace norn::tests
