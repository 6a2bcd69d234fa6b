#include "tools/build_command.h"

#include "absl/status/statusor.h"
#include "tools/graph_builder.h"

namespace norn::tools {

ExitCode RunBuild(const BuildOptions& options, Streams& streams) {
  const absl::StatusOr<BuildReport> report = BuildGeneration(
      {options.graph, options.sources, options.threads, options.keep_existing}, streams);
  if (!report.ok()) return Fail(streams, report.status());
  return Summarize(options.graph, *report, streams);
}

}  // namespace norn::tools
