// What a scheduled run came to, for those who watch: as JSON, and as metrics for the text-file
// collector of Prometheus' node exporter.
//
//   NORN_RETURN_IF_ERROR(WriteStatusFile("status.json", status));
//   NORN_RETURN_IF_ERROR(WriteMetricsFile("/var/lib/node_exporter/norn.prom", status));
#ifndef NORN_TOOLS_REBUILD_RUN_STATUS_H_
#define NORN_TOOLS_REBUILD_RUN_STATUS_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace norn::tools {

struct RunStatus {
  std::string graph;
  absl::Time started;
  absl::Time ended;
  int exit_code = 0;
  // Whether the run made a generation. What follows is of the current one.
  bool published = false;
  uint64_t generation = 0;  // 0: the run failed before it knew
  uint64_t articles = 0;
  uint64_t nodes = 0;
  uint64_t edges = 0;
  size_t passed_over = 0;
  size_t left_out = 0;
  size_t exports_failed = 0;
};

std::string StatusJson(const RunStatus& status);
std::string Metrics(const RunStatus& status);

// Each with one rename.
absl::Status WriteStatusFile(const std::string& path, const RunStatus& status);
absl::Status WriteMetricsFile(const std::string& path, const RunStatus& status);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_RUN_STATUS_H_
