// What of a graph a picture shows: a choice, so that a reader sees who dealt with whom and each
// fact once. A function of the graph alone; dot.h writes it down and graphviz.h draws it.
//
//   const Picture picture = MakePicture(graph, {});
//   std::cout << WriteDot(picture);
//
// Shown: actors with an event between them, the headline edges SPOKE_WITH, MET_AT and SUPPLIED, and
// the events that no single headline edge stands for (meetings, attacks, talks of more than two,
// whatever did not happen), with their weapon systems. Not shown: articles, places (an event's is
// in its label), and actors that nothing connects. A call of two is one edge, not an event too.
// Events that look the same (undated attacks of the same two) are one node that says how many.
#ifndef NORN_TOOLS_EXPORT_PICTURE_PICTURE_H_
#define NORN_TOOLS_EXPORT_PICTURE_PICTURE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/model.h"
#include "tools/export/picture/change.h"
#include "tools/export/text/palette.h"
#include "tools/export/text/picture_text.h"

namespace norn::tools {

struct PictureOptions {
  // The most actors that are shown, or, with `everything`, the most nodes; those with most edges
  // stay. A picture of more is not read by anybody, and takes long to lay out.
  size_t max_nodes = 60;
  // Every node and edge as it stands: for a graph that somebody has chosen already.
  bool everything = false;
  // Stands above the picture.
  std::string title = {};
  // Events in the order of their dates along an axis; those without a date are left out. Calls are
  // events too.
  bool timeline = false;
  // Actors stand with the state that they hold an office of.
  bool by_state = false;
  // Of the graph, told above the picture; 0: not told.
  uint64_t generation = 0;
  // What came, changed or went is marked (change.h), each event is drawn by itself.
  bool marks_changes = false;
  // The graph with the articles that report what is drawn, where these are not to be drawn
  // themselves; null: it is the graph that is drawn.
  const graph::PropertyGraph* evidence = nullptr;
};

struct Picture {
  struct Node {
    std::string id;
    std::string label;    // with line breaks
    std::string tooltip;  // what there is to say in more words
    NodeStyle style;
    Reality reality = Reality::kHappened;
    size_t degree = 0;       // of the edges shown
    std::string url = {};    // http or https; of an article, or of the first that reports an event
    std::string group = {};  // with whom it stands
    std::string date = {};   // of an event, as precisely as it is known
    Change change = Change::kNone;
  };
  struct Edge {
    size_t from = 0;  // index into nodes
    size_t to = 0;
    std::string label;
    std::string tooltip;
    EdgeStyle style;
    Reality reality = Reality::kHappened;
    size_t count = 1;      // how many edges of the graph it stands for
    std::string url = {};  // http or https; of the first article that reports the first of them
    Change change = Change::kNone;
  };
  std::vector<Node> nodes;  // in the graph's order
  std::vector<Edge> edges;
  std::string title;
  std::string subtitle;  // the time that it spans, who tells of it, of which generation it is
  bool is_timeline = false;
  // How many of each kind are drawn, in words: for those who do not see it.
  std::string description;
  // What is left out of what would otherwise be shown, in words; empty: nothing.
  std::string omission;
};

// `graph` must be normalized.
Picture MakePicture(const graph::PropertyGraph& graph, const PictureOptions& options);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PICTURE_PICTURE_H_
