// What stands around a picture's nodes in the graph: the address to read on at, the state that
// somebody acts for, the sources that tell of it.
//
//   const PictureContext context(graph, index);
//   node.url = context.UrlOf(place);
#ifndef NORN_TOOLS_EXPORT_PICTURE_PICTURE_CONTEXT_H_
#define NORN_TOOLS_EXPORT_PICTURE_PICTURE_CONTEXT_H_

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "graph/model/model.h"
#include "tools/export/picture/picture_events.h"

namespace norn::tools {

class PictureContext {
 public:
  // Both must outlive it.
  PictureContext(const graph::PropertyGraph& graph, const PictureIndex& index);

  // Of an article, or of the first that reports an event. Only addresses of the web: what an
  // article calls its address may be anything.
  std::string UrlOf(size_t node) const;
  // The name of the state of the office that was seen last; a state's own. Empty: none is known.
  std::string StateOf(size_t node) const;
  // "one, another and 3 more": of articles by id, those with most articles first.
  std::string SourcesOf(const std::set<std::string>& articles) const;

 private:
  const graph::Node& At(size_t node) const { return graph_.nodes[node]; }

  const graph::PropertyGraph& graph_;
  const PictureIndex& index_;
  std::map<size_t, size_t> first_report_;  // by event, an article
  // By actor the state of an office, and when it was seen last.
  std::map<size_t, std::pair<std::string, size_t>> last_office_;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PICTURE_PICTURE_CONTEXT_H_
