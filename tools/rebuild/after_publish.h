// The command that a configuration wants to be run when what norn made can be used: to copy exports
// to a web server, to tell a program that has the graph open.
//
//   NORN_RETURN_IF_ERROR(RunAfterPublish(config, manifest, stop));
#ifndef NORN_TOOLS_REBUILD_AFTER_PUBLISH_H_
#define NORN_TOOLS_REBUILD_AFTER_PUBLISH_H_

#include <atomic>

#include "absl/status/status.h"
#include "proto/config.pb.h"
#include "proto/manifest.pb.h"

namespace norn::tools {

// `manifest` is that of the current generation, and all exports are written. Runs the command once
// for each generation, and for exports that are configured anew; until it has ended with 0, again
// in each run. Nothing where there is no command. Its failure is kUnknown, and kDeadlineExceeded
// where it took too long; kCancelled once `stop` is true, which ends it.
absl::Status RunAfterPublish(const proto::RebuildConfig& config, const proto::Manifest& manifest,
                             const std::atomic<bool>& stop);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_AFTER_PUBLISH_H_
