// A graph as JSON-LD: schema.org's vocabulary for persons, organizations, articles and events,
// PROV-O for which article an event was read from, in which words. The same graph gives the same
// bytes.
//
//   WriteJsonLd(view.ToPropertyGraph(), std::cout);
//
// A node's IRI is urn:norn: and its id, percent-encoded. What schema.org has no word for, such as
// an attacker or a status, is in the vocabulary urn:norn:vocabulary#.
#ifndef NORN_TOOLS_EXPORT_FORMATS_JSON_LD_H_
#define NORN_TOOLS_EXPORT_FORMATS_JSON_LD_H_

#include <ostream>

#include "graph/view/graph_rows.h"

namespace norn::tools {

void WriteJsonLd(const graph::GraphRows& graph, std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_JSON_LD_H_
