// norn rebuild: a graph and its exports kept up to date with folders of articles, by a
// configuration file; once, or again and again (docs/scheduled-rebuilds.md).
#ifndef NORN_TOOLS_REBUILD_COMMAND_H_
#define NORN_TOOLS_REBUILD_COMMAND_H_

#include <atomic>
#include <string>

#include "absl/time/time.h"
#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

struct RebuildOptions {
  std::string config;
  // From one run's start to the next one's. Zero: one run.
  absl::Duration every = absl::ZeroDuration();
};

// One run's exit code, or with `every` kDone once a signal asks for the end: the run that is under
// way is finished. A run that fails is reported and the next one is tried all the same; only a
// configuration that is wrong at the start ends it (kBadConfiguration).
ExitCode RunRebuild(const RebuildOptions& options, Streams& streams);

// The same with the flag that asks for the end.
ExitCode RunRebuild(const RebuildOptions& options, const std::atomic<bool>& stop, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_COMMAND_H_
