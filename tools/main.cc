// norn, the program: the process's own streams around RunCommandLine.
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "tools/commands/command_line.h"
#include "tools/console/streams.h"

int main(int argc, char** argv) {
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
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return static_cast<int>(norn::tools::RunCommandLine(arguments, streams));
}
