#include "tools/remove_command.h"

#include "absl/status/statusor.h"
#include "tools/graph_builder.h"

namespace norn::tools {

ExitCode RunRemove(const RemoveOptions& options, Streams& streams) {
  const absl::StatusOr<BuildReport> report =
      RemoveArticles(options.graph, options.articles, streams);
  if (!report.ok()) return Fail(streams, report.status());
  return Summarize(options.graph, *report, streams);
}

}  // namespace norn::tools
