// What a graph has, for people: labels, relationship types and properties, with counts.
#ifndef NORN_TOOLS_SHELL_SHELL_SCHEMA_H_
#define NORN_TOOLS_SHELL_SHELL_SCHEMA_H_

#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "query/runtime/options.h"
#include "tools/ask/asked_graph.h"
#include "tools/console/streams.h"

namespace norn::tools {

void PrintSchema(const AskedGraph& graph, std::ostream& out);

// Of one label or relationship type: its properties with an example each, and what it is connected
// with. kInvalidArgument if the graph has neither of that name.
absl::Status PrintSchemaOf(AskedGraph& graph, const std::string& name,
                           const query::QueryOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_SHELL_SCHEMA_H_
