// Long answers go through a program that shows them a page at a time.
//
//   if (!ShowInPager(pager, text)) streams.out << text;
#ifndef NORN_TOOLS_SHELL_PAGER_H_
#define NORN_TOOLS_SHELL_PAGER_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::tools {

// $PAGER, by default less, which ends by itself where the text fits. Empty: there is none.
std::string DefaultPager();

// The lines of the terminal that the process writes to; 0: it writes to none.
size_t TerminalLineCount();

// Runs the command with the text as its input and waits for its end. False if it cannot be run:
// nothing was shown then.
bool ShowInPager(const std::string& command, absl::string_view text);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_PAGER_H_
