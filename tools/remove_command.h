// norn remove: a graph without some of its articles.
//
//   norn remove --graph graph a.txt https://example.org/sak
#ifndef NORN_TOOLS_REMOVE_COMMAND_H_
#define NORN_TOOLS_REMOVE_COMMAND_H_

#include <string>
#include <vector>

#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

struct RemoveOptions {
  std::string graph;
  std::vector<std::string> articles;  // names, ids of nodes or addresses
};

// Nothing is published if one of them is not in the graph.
ExitCode RunRemove(const RemoveOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REMOVE_COMMAND_H_
