// A command of a shell's, which ends in time.
//
//   NORN_RETURN_IF_ERROR(RunShellCommand("rsync -a out/ web:", {"NORN_GRAPH=/srv/graph"},
//                                        absl::Minutes(10), stop));
#ifndef NORN_TOOLS_REBUILD_SHELL_COMMAND_H_
#define NORN_TOOLS_REBUILD_SHELL_COMMAND_H_

#include <atomic>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace norn::tools {

// By /bin/sh, with nothing to read, norn's own output, and `environment` beside norn's own.
// kUnknown where it does not end with 0, kDeadlineExceeded where it takes longer; kCancelled once
// `stop` is true. What it has started ends with it.
absl::Status RunShellCommand(const std::string& command,
                             const std::vector<std::string>& environment, absl::Duration longest,
                             const std::atomic<bool>& stop);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_SHELL_COMMAND_H_
