// Sources of a configuration that are patterns, such as `wire/2025-*.jsonl`.
//
//   request.sources = ExpandPatterns({"/srv/wire/2025-*.jsonl", "/srv/news"});
#ifndef NORN_TOOLS_REBUILD_SOURCE_PATTERNS_H_
#define NORN_TOOLS_REBUILD_SOURCE_PATTERNS_H_

#include <string>
#include <vector>

namespace norn::tools {

// Each source that has `*`, `?` or `[` in it and is not there by that name becomes what matches it,
// sorted by bytes, each path once. A pattern that nothing matches stays: it is a source that is not
// there.
std::vector<std::string> ExpandPatterns(const std::vector<std::string>& sources);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_SOURCE_PATTERNS_H_
