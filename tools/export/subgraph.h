// The part of a graph that a query's answer speaks of: its nodes and relationships, and the ends of
// the relationships.
//
//   NORN_ASSIGN_OR_RETURN(graph::PropertyGraph part, SubgraphOf(view, result));
#ifndef NORN_TOOLS_EXPORT_SUBGRAPH_H_
#define NORN_TOOLS_EXPORT_SUBGRAPH_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "graph/model/model.h"
#include "graph/view/view.h"
#include "query/runtime/result.h"

namespace norn::tools {

// Whether the events that relationships of the answer came of, and the articles that report an
// event, come with it, and what they say.
enum class Evidence : uint8_t { kLeftOut, kIncluded };

// Whether there is a node or a relationship in the answer.
bool HasElements(const query::Result& result);
bool HasRelationships(const query::Result& result);

// Normalized. `result` is of a query on `view`. kInvalidArgument if it has rows, but no node and no
// relationship in them. Of `matched`, another answer on `view`, it takes the relationships between
// nodes of `result`.
absl::StatusOr<graph::PropertyGraph> SubgraphOf(const graph::View& view,
                                                const query::Result& result,
                                                Evidence evidence = Evidence::kLeftOut,
                                                const query::Result* matched = nullptr);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_SUBGRAPH_H_
