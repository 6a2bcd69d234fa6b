// What of a graph its page holds, as JSON that can stand within a script element.
//
// Of a graph with events: the events, who and what took part in them (with the role), and the
// articles that report them as each event's evidence. Headline edges and places are not drawn: each
// stands for an event, or is in its details. Of any other graph: its nodes and edges as they are.
//
//   {"kinds":{"call":{"shape":…,"fill":…,"line":…}},"hint":…,
//    "nodes":[{"id","name","label","kind","width","height","x","y","dashed","aliases","facts",
//              "event":{"type","status","date","first","last","place","confidence",
//                       "reports":[{"article","quote","words","says","hedged"}]}}],
//    "edges":[{"from","to","role","line","arrow","dashed"}],
//    "articles":[{"name","title","source","published","url"}]}
#ifndef NORN_TOOLS_EXPORT_PAGE_PAGE_DATA_H_
#define NORN_TOOLS_EXPORT_PAGE_PAGE_DATA_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"
#include "graph/model/model.h"

namespace norn::tools {

struct PageData {
  std::string json;      // without <
  std::string subtitle;  // span of time, numbers of events and articles, what is left out
};

// `of`: how many events there are, where the graph is a part that holds the most reported; 0: it is
// none.
absl::StatusOr<PageData> MakePageData(const graph::PropertyGraph& graph, size_t max_events,
                                      size_t of = 0);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PAGE_PAGE_DATA_H_
