// norn shell: queries one after the other, from a terminal or a pipe.
//
//   norn> MATCH (a:Person)-[:SPOKE_WITH]-(b)
//   ....> RETURN a.name, b.name;
#ifndef NORN_TOOLS_SHELL_COMMAND_H_
#define NORN_TOOLS_SHELL_COMMAND_H_

#include <atomic>
#include <string>

#include "tools/asked_graph.h"
#include "tools/exit_code.h"
#include "tools/line_source.h"
#include "tools/streams.h"

namespace norn::tools {

struct ShellOptions {
  std::string graph;
  bool scratch = false;  // an empty graph in memory instead
};

// Opens the graph and runs a session on streams.in; on a terminal with line editing, a history and
// completion. Ctrl-C ends the query that runs, not the shell.
ExitCode RunShell(const ShellOptions& options, Streams& streams);

// The session itself. A statement ends with a semicolon, or with the input. Mistakes are shown and
// the session goes on. `cancelled` is cleared before each statement and ends the one that runs.
void RunSession(AskedGraph& graph, LineSource& lines, std::atomic<bool>& cancelled,
                Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_COMMAND_H_
