// The configuration file of `norn rebuild` (proto/config.proto has an example).
//
//   NORN_ASSIGN_OR_RETURN(proto::RebuildConfig config, ReadRebuildConfig("norn.textproto"));
#ifndef NORN_TOOLS_REBUILD_REBUILD_CONFIG_H_
#define NORN_TOOLS_REBUILD_REBUILD_CONFIG_H_

#include <string>

#include "absl/status/statusor.h"
#include "proto/config.pb.h"

namespace norn::tools {

// Of an export's `group_by`.
inline constexpr char kGroupByState[] = "state";

// Checked, with all paths made to count from the file's folder. kNotFound if there is no such file;
// kInvalidArgument with file:line:column for what is wrong in it.
absl::StatusOr<proto::RebuildConfig> ReadRebuildConfig(const std::string& path);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_REBUILD_CONFIG_H_
