// The exports of a rebuild's configuration, each written when it is not what the graph and the
// configuration give.
//
//   const ExportsReport report = WriteExports(config, manifest, streams);
#ifndef NORN_TOOLS_REBUILD_SCHEDULED_EXPORTS_H_
#define NORN_TOOLS_REBUILD_SCHEDULED_EXPORTS_H_

#include <cstddef>
#include <string>

#include "proto/config.pb.h"
#include "proto/manifest.pb.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {

// Before anything is published: whether each export's query can be understood, and each filter.
// What cannot is shown on streams.err.
bool CheckExports(const proto::RebuildConfig& config, Streams& streams);

struct ExportsReport {
  size_t failed = 0;
  ExitCode code = ExitCode::kDone;  // of the first that failed
};

// `config` was checked, `manifest` is that of the current generation. All exports are tried; one
// that fails is written by the next run.
ExportsReport WriteExports(const proto::RebuildConfig& config, const proto::Manifest& manifest,
                           Streams& streams);

// All that decides what the exports hold.
std::string ExportsMadeFrom(const proto::RebuildConfig& config, const proto::Manifest& manifest);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_SCHEDULED_EXPORTS_H_
