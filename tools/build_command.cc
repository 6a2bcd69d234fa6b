#include "tools/build_command.h"

#include <utility>

#include "absl/status/statusor.h"
#include "ingest/read/format/field_map.h"
#include "tools/graph_builder.h"

namespace norn::tools {

ExitCode RunBuild(const BuildOptions& options, Streams& streams) {
  absl::StatusOr<ingest::FieldMap> fields = ingest::ParseFieldMap(options.fields);
  if (!fields.ok()) return Fail(streams, fields.status(), ExitCode::kUsage);
  BuildRequest request;
  request.graph = options.graph;
  request.sources = options.sources;
  request.threads = options.threads;
  request.keep_existing = options.keep_existing;
  request.fields = *std::move(fields);
  request.encoding = options.encoding;
  request.strict = options.strict;
  const absl::StatusOr<BuildReport> report = BuildGeneration(request, streams);
  if (!report.ok()) return Fail(streams, report.status());
  return Summarize(options.graph, *report, streams);
}

}  // namespace norn::tools
