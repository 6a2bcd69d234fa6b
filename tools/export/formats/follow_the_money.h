// A graph as entities of FollowTheMoney 4, a JSON object a line, for Aleph and OpenSanctions'
// tools. The same graph gives the same bytes.
//
//   WriteFollowTheMoney(view.ToPropertyGraph(), std::cout);
//
// Persons, states (PublicBody) and organizations; articles; calls of two as Call, other events as
// Event with `involved` and `organizer`; offices as Position and Occupancy; mentions as Mention.
// Roles and deliveries, for which there is no schema, are UnknownLink, weapon systems Note on their
// event. Dates keep their precision. Ids are hashes of the graph's, which may hold what
// FollowTheMoney's may not.
#ifndef NORN_TOOLS_EXPORT_FORMATS_FOLLOW_THE_MONEY_H_
#define NORN_TOOLS_EXPORT_FORMATS_FOLLOW_THE_MONEY_H_

#include <ostream>

#include "graph/view/graph_rows.h"

namespace norn::tools {

void WriteFollowTheMoney(const graph::GraphRows& graph, std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_FOLLOW_THE_MONEY_H_
