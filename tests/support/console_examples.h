// The examples in a Markdown file: blocks fenced with ```console, in which a line that begins with
// "$ " is a command and the lines up to the next one are what it prints. A command goes on over a
// line that ends with a backslash, or within quotes. A line `…` of the output stands for any lines.
//
//   for (const ConsoleExample& example : ConsoleExamples(readme))
//     EXPECT_TRUE(OutputFits(example.output, Run(SplitCommand(example.command))));
#ifndef NORN_TESTS_SUPPORT_CONSOLE_EXAMPLES_H_
#define NORN_TESTS_SUPPORT_CONSOLE_EXAMPLES_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace norn::tests {

struct ConsoleExample {
  int line = 0;         // of the command, from 1
  std::string command;  // without "$ "
  std::string output;
};

std::vector<ConsoleExample> ConsoleExamples(absl::string_view markdown);

// A command's words, as a shell splits them: blanks, both kinds of quotes and backslashes, nothing
// else.
std::vector<std::string> SplitCommand(absl::string_view command);

// Blanks at the ends of lines do not count.
bool OutputFits(absl::string_view expected, absl::string_view actual);

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_CONSOLE_EXAMPLES_H_
