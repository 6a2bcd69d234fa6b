// The part of a stored graph that is looked at for a picture or a page: as much as is held in
// memory whatever the graph's size.
//
//   const MostReported part = TakeMostReported(rows, {.events = 5000});
//   Draw(part.graph);
//   if (part.is_part()) out << "the " << part.taken << " most reported of " << part.all;
#ifndef NORN_TOOLS_EXPORT_CHOICE_MOST_REPORTED_H_
#define NORN_TOOLS_EXPORT_CHOICE_MOST_REPORTED_H_

#include <cstddef>

#include "graph/model/model.h"
#include "graph/view/graph_rows.h"

namespace norn::tools {

struct MostReportedLimits {
  // The most events; of a graph without events, the most nodes.
  size_t events = 0;
  // A graph of no more nodes and edges together is taken as a whole.
  size_t whole = 200'000;
};

struct MostReported {
  graph::PropertyGraph graph;
  bool has_events = false;
  size_t taken = 0;  // of the events; of the nodes of a graph without
  size_t all = 0;

  bool is_part() const { return taken < all; }
};

// The events that most articles report, with everything that they are joined to, the conversations
// and deliveries that came of them, and the offices of those who are in it. Of a graph without
// events, the nodes with most edges, with the edges between them. Of equals those with the smaller
// ids.
MostReported TakeMostReported(const graph::GraphRows& rows, const MostReportedLimits& limits);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_CHOICE_MOST_REPORTED_H_
