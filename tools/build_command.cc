#include "tools/build_command.h"

#include "absl/status/statusor.h"
#include "tools/graph_builder.h"

namespace norn::tools {

ExitCode RunBuild(const BuildOptions& options, Streams& streams) {
  const absl::StatusOr<BuildReport> report = BuildGeneration(
      {options.graph, options.sources, options.threads, options.keep_existing}, streams);
  if (!report.ok()) return Fail(streams, report.status());
  const proto::Manifest& manifest = report->manifest;
  streams.err << options.graph << ": " << manifest.articles_size() << " articles, "
              << manifest.nodes() << " nodes, " << manifest.edges() << " edges, generation "
              << manifest.generation() << (report->changed ? "" : " (nothing changed)") << "\n";
  return ExitCode::kDone;
}

}  // namespace norn::tools
