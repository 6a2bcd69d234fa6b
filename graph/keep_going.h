// How long work is told that somebody still waits for it.
#ifndef NORN_GRAPH_KEEP_GOING_H_
#define NORN_GRAPH_KEEP_GOING_H_

#include <functional>

namespace norn::graph {

// Asked now and then; false ends the work, and what is returned is of no use.
using KeepGoing = std::function<bool()>;

}  // namespace norn::graph

#endif  // NORN_GRAPH_KEEP_GOING_H_
