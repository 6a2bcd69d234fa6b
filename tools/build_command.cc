#include "tools/build_command.h"

#include "absl/status/statusor.h"
#include "tools/graph_builder.h"

namespace norn::tools {

ExitCode RunBuild(const BuildOptions& options, Streams& streams) {
  BuildRequest request;
  request.graph = options.graph;
  request.sources = options.sources;
  request.threads = options.threads;
  request.keep_existing = options.keep_existing;
  const absl::StatusOr<BuildReport> report = BuildGeneration(request, streams);
  if (!report.ok()) return Fail(streams, report.status());
  return Summarize(options.graph, *report, streams);
}

}  // namespace norn::tools
