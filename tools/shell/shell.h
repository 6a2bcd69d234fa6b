// norn shell: queries one after the other, from a terminal, a pipe, a file or the command line.
//
//   norn> MATCH (a:Person)-[:SPOKE_WITH]-(b)
//   ....> RETURN a.name, b.name;
#ifndef NORN_TOOLS_SHELL_SHELL_H_
#define NORN_TOOLS_SHELL_SHELL_H_

#include <cstdint>
#include <string>

#include "tools/ask/result_writer.h"
#include "tools/console/colour.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {

struct ShellOptions {
  std::string graph;
  bool scratch = false;  // an empty graph in memory instead
  ResultFormat format = ResultFormat::kTable;
  std::string statements;  // of -c; empty: streams.in
  std::string file;        // of -f; empty: streams.in
  bool keep_going = false;
  double timeout_seconds = 60;
  uint64_t max_rows = 1'000'000;
  uint64_t max_memory_bytes = uint64_t{1} << 30;
  Colour colour = Colour::kAuto;
};

// Opens the graph and runs a session on streams.in; on a terminal with line editing, a history and
// completion. Ctrl-C ends the query that runs, not the shell. What does not come from a terminal is
// a script: the first mistake ends it, unless keep_going is set.
ExitCode RunShell(const ShellOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_SHELL_H_
