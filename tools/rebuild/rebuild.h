// norn rebuild: a graph and its exports kept up to date with folders of articles, by a
// configuration file; once, or again and again (docs/scheduled-rebuilds.md).
#ifndef NORN_TOOLS_REBUILD_REBUILD_H_
#define NORN_TOOLS_REBUILD_REBUILD_H_

#include <atomic>
#include <string>

#include "absl/time/time.h"
#include "tools/console/exit_code.h"
#include "tools/console/log_lines.h"
#include "tools/console/streams.h"

namespace norn::tools {

struct RebuildOptions {
  std::string config;
  // From one run's start to the next one's. Zero: one run.
  absl::Duration every = absl::ZeroDuration();
  // Says what a run would change, and changes nothing.
  bool dry_run = false;
  // Though the graph loses more of its articles than the configuration allows.
  bool accept_shrink = false;
  // How messages are written.
  LogFormat log = LogFormat::kBare;
};

// One run's exit code (that of the first export that failed where only exports did: the next run
// writes those), or with `every` kDone once a signal asks for the end: the run that is under
// way is given up, and the graph is as it was; the articles that were read are in the cache. A run
// that fails is reported and the next one is tried all the same; only a configuration that is wrong
// at the start ends it (kBadConfiguration).
ExitCode RunRebuild(const RebuildOptions& options, Streams& streams);

// The same with the flag that asks for the end.
ExitCode RunRebuild(const RebuildOptions& options, const std::atomic<bool>& stop, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_REBUILD_H_
