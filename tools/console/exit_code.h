// What norn's commands end with: the numbers of sysexits.h and of shells, and the one place in
// which a status becomes one of them. docs/exit-codes.md is the user's side of this table.
//
//   if (!status.ok()) return Fail(streams, status);
#ifndef NORN_TOOLS_CONSOLE_EXIT_CODE_H_
#define NORN_TOOLS_CONSOLE_EXIT_CODE_H_

#include "absl/status/status.h"
#include "tools/console/streams.h"

namespace norn::tools {

enum class ExitCode : int {
  kDone = 0,
  kUsage = 64,             // wrong usage, or a mistake in a query
  kBadData = 65,           // no usable article, or damaged data
  kNoInput = 66,           // no such file, folder or graph
  kInternal = 70,          // a fault of ours
  kCannotCreate = 73,      // an output that may not be written
  kInputOutput = 74,       // reading or writing failed on the way
  kBusy = 75,              // somebody else is writing the graph: try later
  kBadConfiguration = 78,  // the file of `norn rebuild --config`
  kLimit = 124,            // a query ran into its limit of time, steps or memory; as timeout(1)
  kInterrupted = 130,      // Ctrl-C ended a query; as shells have it
};

ExitCode ExitCodeOf(const absl::Status& status);

// Writes "norn: " and the message to streams.err.
ExitCode Fail(Streams& streams, const absl::Status& status);
// The same where the situation tells more than the status.
ExitCode Fail(Streams& streams, const absl::Status& status, ExitCode code);

}  // namespace norn::tools

#endif  // NORN_TOOLS_CONSOLE_EXIT_CODE_H_
