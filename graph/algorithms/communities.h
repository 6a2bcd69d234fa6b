// Communities: groups of nodes with more edges among themselves than chance would give, by the
// method of Louvain (Blondel et al., 2008, "Fast unfolding of communities in large networks").
//
//   std::vector<uint32_t> community = Communities(projection, keep_going);
#ifndef NORN_GRAPH_ALGORITHMS_COMMUNITIES_H_
#define NORN_GRAPH_ALGORITHMS_COMMUNITIES_H_

#include <cstdint>
#include <vector>

#include "base/cancellation.h"
#include "graph/algorithms/csr_projection.h"

namespace norn::graph {

// By vertex; numbered by their first vertices. The orientation must be undirected. Vertices are
// looked at in their order, and of moves that are equally good the one to the smallest community is
// taken, so the answer is always the same.
std::vector<uint32_t> Communities(const CsrProjection& graph, const base::KeepGoing& keep_going);

// Gives groups numbers in the order of their first members.
std::vector<uint32_t> NumberByFirst(std::vector<uint32_t> groups);

}  // namespace norn::graph

#endif  // NORN_GRAPH_ALGORITHMS_COMMUNITIES_H_
