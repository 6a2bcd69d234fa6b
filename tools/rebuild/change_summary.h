// What a rebuild changed, in one line for its log.
//
//   ChangeSummary(before, after)   // "2 articles new, 1 changed, 0 gone; Event +3, Person -1"
#ifndef NORN_TOOLS_REBUILD_CHANGE_SUMMARY_H_
#define NORN_TOOLS_REBUILD_CHANGE_SUMMARY_H_

#include <string>

#include "proto/manifest.pb.h"

namespace norn::tools {

// Articles by name and hash; then the labels and edge types of which there are more or fewer now,
// sorted. An empty manifest: there was no graph.
std::string ChangeSummary(const proto::Manifest& before, const proto::Manifest& after);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_CHANGE_SUMMARY_H_
