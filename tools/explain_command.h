// norn explain: why a node or an edge is there: the articles, their sentences, and the rules that
// read them.
#ifndef NORN_TOOLS_EXPLAIN_COMMAND_H_
#define NORN_TOOLS_EXPLAIN_COMMAND_H_

#include <string>
#include <vector>

#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

struct ExplainOptions {
  std::string graph;
  // A node's id or name, or an edge as FROM TYPE TO, the ends by id or name.
  std::vector<std::string> what;
};

// kNoInput if the graph has no such node or edge, kUsage if a name is that of several nodes.
ExitCode RunExplain(const ExplainOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPLAIN_COMMAND_H_
