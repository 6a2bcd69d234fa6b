// Mends what can be mended of a graph from what is there: CURRENT from the newest sound generation,
// a view or a manifest from the store; earlier generations that are damaged go. A store that is
// damaged has no copy: that takes its articles, or an earlier generation.
//
//   NORN_RETURN_IF_ERROR(Repair("graph", streams));
#ifndef NORN_TOOLS_COMMANDS_REPAIR_H_
#define NORN_TOOLS_COMMANDS_REPAIR_H_

#include <string>

#include "absl/status/status.h"
#include "tools/console/streams.h"

namespace norn::tools {

// Says on streams.out what was mended; nothing where all is sound. kDataLoss, with what is to be
// done, where it cannot be.
absl::Status Repair(const std::string& graph, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_COMMANDS_REPAIR_H_
