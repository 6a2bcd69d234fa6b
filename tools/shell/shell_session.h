// A session of the shell: reads lines, finds the statements and commands in them, runs them.
//
//   std::istringstream script("RETURN 1 AS one;");
//   const std::unique_ptr<LineSource> lines = MakeStreamLines(script);
//   ExitCode code = RunSession(graph, *lines, cancelled, {.stop_at_error = true}, streams);
#ifndef NORN_TOOLS_SHELL_SHELL_SESSION_H_
#define NORN_TOOLS_SHELL_SHELL_SESSION_H_

#include <atomic>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "query/runtime/options.h"
#include "tools/ask/asked_graph.h"
#include "tools/ask/result_writer.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"
#include "tools/shell/line_source.h"

namespace norn::tools {

struct SessionOptions {
  ResultFormat format = ResultFormat::kTable;
  query::QueryOptions query = {};  // limits and parameters; `cancelled` is set by the session
  bool stop_at_error = false;      // the first mistake ends it: a script
  bool interactive = false;        // somebody types: hints, row counts, times
  std::string pager = {};          // what long answers go through; empty: nothing
  std::string place = {};          // names a script in its messages; may be empty
  // Of ShellState: whether the terminal shows pictures, and shows one.
  std::function<bool()> can_show_images = {};
  std::function<absl::Status(const std::string& png)> show_image = {};
};

// A statement ends with a semicolon, or with the input. Mistakes are shown with their line in the
// input. `cancelled` is cleared before each statement and ends the one that runs. Gives the exit
// code of the first mistake, but kDone where somebody types and has seen it.
ExitCode RunSession(AskedGraph& graph, LineSource& lines, std::atomic<bool>& cancelled,
                    const SessionOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_SHELL_SESSION_H_
