// What stands around a picture's nodes in the graph: the address to read on at, the state that
// somebody acts for, the sources that tell of it.
//
//   const PictureContext context(graph);
//   node.url = context.UrlOf("event/call/2025-07-04/dahl+moe");
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
  // `graph` must outlive it: with the articles, whether or not they are drawn.
  explicit PictureContext(const graph::PropertyGraph& graph);

  // Of an article, or of the first that reports an event. Only addresses of the web: what an
  // article calls its address may be anything.
  std::string UrlOf(const std::string& node) const;
  // Of the event that an edge came of, or of the article that it leads to.
  std::string UrlOf(const graph::Edge& edge) const;
  // The name of the state of the office that was seen last; a state's own. Empty: none is known.
  std::string StateOf(const std::string& node) const;
  // The articles that report one of these events.
  std::set<std::string> ArticlesOn(const std::set<std::string>& events) const;
  // "one, another and 3 more": of articles by id, those with most articles first.
  std::string SourcesOf(const std::set<std::string>& articles) const;

 private:
  // Null where it is not there.
  const graph::Node* Find(const std::string& node) const;

  const graph::PropertyGraph& graph_;
  const PictureIndex index_;
  std::map<std::string, std::string> first_report_;  // by event, an article
  // By actor the state of an office, and when it was seen last.
  std::map<std::string, std::pair<std::string, std::string>> last_office_;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PICTURE_PICTURE_CONTEXT_H_
