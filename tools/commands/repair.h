// Mends what can be mended of a graph from what is there: CURRENT from the newest sound generation,
// a view or a manifest from the store, a store from the articles that can still be read in it or in
// an earlier one, by way of the cache of what was read from them. Earlier generations that are
// damaged go.
//
//   NORN_RETURN_IF_ERROR(Repair("graph", /*lexicons=*/{}, streams));
#ifndef NORN_TOOLS_COMMANDS_REPAIR_H_
#define NORN_TOOLS_COMMANDS_REPAIR_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "tools/console/streams.h"

namespace norn::tools {

// Articles that have to be read again are read with these lexicons beside the built-in ones. Says
// on streams.out what was mended; nothing where all is sound. kDataLoss, with what is to be done,
// where it cannot be.
absl::Status Repair(const std::string& graph, const std::vector<std::string>& lexicons,
                    Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_COMMANDS_REPAIR_H_
