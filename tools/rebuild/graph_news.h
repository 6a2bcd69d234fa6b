// What a generation tells that the one before did not, for those who read a rebuild's log.
//
//   for (const std::string& line : GraphNews(before, after)) streams.err << line << "\n";
#ifndef NORN_TOOLS_REBUILD_GRAPH_NEWS_H_
#define NORN_TOOLS_REBUILD_GRAPH_NEWS_H_

#include <string>
#include <vector>

#include "graph/view/view.h"

namespace norn::tools {

// How many events are new and how many gone, the ten new ones that most articles report, and which
// articles were corrected, withdrawn by their source, or are gone: ten of each by name. Nothing of
// what there is none of.
std::vector<std::string> GraphNews(const graph::View& before, const graph::View& after);

}  // namespace norn::tools

#endif  // NORN_TOOLS_REBUILD_GRAPH_NEWS_H_
