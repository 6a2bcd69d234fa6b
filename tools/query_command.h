// norn query: one query's answer on standard output; of several statements on a scratch graph, the
// last one's.
#ifndef NORN_TOOLS_QUERY_COMMAND_H_
#define NORN_TOOLS_QUERY_COMMAND_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tools/exit_code.h"
#include "tools/result_writer.h"
#include "tools/streams.h"

namespace norn::tools {

struct QueryCommandOptions {
  std::string graph;
  bool scratch = false;  // an empty graph in memory instead, for statements that `;` divides
  std::string query;     // "-": read from streams.in
  ResultFormat format = ResultFormat::kTable;
  std::vector<std::string> parameters;  // "name=value"
  double timeout_seconds = 60;
  uint64_t max_rows = 1'000'000;
};

// A mistake in the query is shown on streams.err with its place and is kUsage. It ends what stands
// behind it.
ExitCode RunQueryCommand(const QueryCommandOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_QUERY_COMMAND_H_
