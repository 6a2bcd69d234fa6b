// norn explain: why a node or an edge is there: the articles, their sentences, and the rules that
// read them.
#ifndef NORN_TOOLS_EXPLAIN_COMMAND_H_
#define NORN_TOOLS_EXPLAIN_COMMAND_H_

#include <ostream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "graph/view/view.h"
#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

struct ExplainOptions {
  std::string graph;
  // A node's id or name, or an edge as FROM TYPE TO, the ends by id or name.
  std::vector<std::string> what;
};

// The same of a view that is open already. kNotFound if the graph has no such node or edge,
// kInvalidArgument if a name is that of several nodes.
absl::Status ExplainInView(const graph::View& view, const std::vector<std::string>& what,
                           std::ostream& out);

// kNoInput if the graph has no such node or edge, kUsage if a name is that of several nodes.
ExitCode RunExplain(const ExplainOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPLAIN_COMMAND_H_
