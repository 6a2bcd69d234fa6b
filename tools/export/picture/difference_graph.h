// What differs between two graphs as one graph, to be drawn: the events that came, changed or went,
// with those who had a part in them and the articles that tell of them, and every other edge that
// did. What is another than it was says so in the property `change`
// (change.h).
//
//   const graph::PropertyGraph difference = DifferenceGraph(older, newer);
#ifndef NORN_TOOLS_EXPORT_PICTURE_DIFFERENCE_GRAPH_H_
#define NORN_TOOLS_EXPORT_PICTURE_DIFFERENCE_GRAPH_H_

#include "graph/model/model.h"

namespace norn::tools {

// Both normalized, as is what comes. Of a node that is no event only another name and other labels
// are a change: how often it is spoken of changes with every article.
graph::PropertyGraph DifferenceGraph(const graph::PropertyGraph& older,
                                     const graph::PropertyGraph& newer);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PICTURE_DIFFERENCE_GRAPH_H_
