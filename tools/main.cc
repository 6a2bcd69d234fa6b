// norn, the program: the process's own streams around RunCommandLine.
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include "tools/commands/command_line.h"
#include "tools/console/streams.h"

namespace {

// https://no-color.org; a terminal that knows letters only has none either.
bool WantsColour() {
  const char* const no_color = std::getenv("NO_COLOR");
  const char* const terminal = std::getenv("TERM");
  return (no_color == nullptr || *no_color == '\0') && terminal != nullptr &&
         std::string(terminal) != "dumb";
}

// Abseil's tables are broken where memory for them fails, and crash when they are taken down: so
// nothing is. What was published is whole at every moment.
void EndWithoutMemory() {
  constexpr char kMessage[] = "norn: out of memory; what was published before is whole\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, kMessage, sizeof kMessage - 1);
  _exit(static_cast<int>(norn::tools::ExitCode::kInputOutput));
}

}  // namespace

int main(int argc, char** argv) {
  std::set_new_handler(&EndWithoutMemory);
  // A reader that went away (`norn query … | head`) is a failed write, not a sudden death.
  std::signal(SIGPIPE, SIG_IGN);
  // So is a file that has grown to the limit that the system sets.
  std::signal(SIGXFSZ, SIG_IGN);
  std::ios::sync_with_stdio(false);
  norn::tools::Streams streams{std::cin,
                               std::cout,
                               std::cerr,
                               isatty(STDIN_FILENO) != 0,
                               isatty(STDERR_FILENO) != 0,
                               isatty(STDOUT_FILENO) != 0};
  streams.in_colour = streams.out_is_terminal && WantsColour();
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return static_cast<int>(norn::tools::RunCommandLine(arguments, streams));
}
