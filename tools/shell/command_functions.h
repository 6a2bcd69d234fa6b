// What the shell's commands do; shell_commands.cc has the table that names them. Internal to
// tools/shell.
#ifndef NORN_TOOLS_SHELL_COMMAND_FUNCTIONS_H_
#define NORN_TOOLS_SHELL_COMMAND_FUNCTIONS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "tools/shell/shell_commands.h"

namespace norn::tools::shell {

using Arguments = std::vector<std::string>;

// That a command is used wrongly; the table's text says how it is used.
absl::Status WrongUse();

// graph_commands.cc: what there is.
absl::Status Schema(const Arguments& arguments, ShellState& state);
absl::Status Find(const Arguments& arguments, ShellState& state);
absl::Status Explain(const Arguments& arguments, ShellState& state);
absl::Status Generation(const Arguments& arguments, ShellState& state);
absl::Status Reload(const Arguments& arguments, ShellState& state);

// answer_commands.cc: what becomes of the last answer.
absl::Status Draw(const Arguments& arguments, ShellState& state);
absl::Status Export(const Arguments& arguments, ShellState& state);
absl::Status Save(const Arguments& arguments, ShellState& state);

// setting_commands.cc: how queries run and answers are shown.
absl::Status Format(const Arguments& arguments, ShellState& state);
absl::Status Expanded(const Arguments& arguments, ShellState& state);
absl::Status Limit(const Arguments& arguments, ShellState& state);
absl::Status Parameter(const Arguments& arguments, ShellState& state);
absl::Status Parameters(const Arguments& arguments, ShellState& state);
absl::Status Timing(const Arguments& arguments, ShellState& state);
absl::Status Pager(const Arguments& arguments, ShellState& state);

}  // namespace norn::tools::shell

#endif  // NORN_TOOLS_SHELL_COMMAND_FUNCTIONS_H_
