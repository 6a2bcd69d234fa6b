#include "tools/shell/pager.h"

#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace norn::tools {

std::string DefaultPager() {
  const char* const pager = std::getenv("PAGER");
  if (pager != nullptr) return pager;
  // Colours as they are, long lines cut, no clearing of the screen.
  return "less -FRSX";
}

size_t TerminalLineCount() {
  winsize size = {};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

bool ShowInPager(const std::string& command, absl::string_view text) {
  FILE* const pager = popen(command.c_str(), "w");
  if (pager == nullptr) return false;
  // Somebody who has seen enough ends it before it has read all.
  fwrite(text.data(), 1, text.size(), pager);
  const int status = pclose(pager);
  constexpr int kNotFound = 127;  // as the shell that runs it says
  return !(WIFEXITED(status) && WEXITSTATUS(status) == kNotFound);
}

}  // namespace norn::tools
