// The node that somebody means by an id or a name.
//
//   NORN_ASSIGN_OR_RETURN(const graph::NodeIndex node, FindNamedNode(view, "Ada Berg"));
#ifndef NORN_TOOLS_ASK_NAMED_NODE_H_
#define NORN_TOOLS_ASK_NAMED_NODE_H_

#include <string>

#include "absl/status/statusor.h"
#include "graph/view/view.h"

namespace norn::tools {

// kNotFound if the graph has none, with what a judgement says of it where one took it out;
// kInvalidArgument if the name is that of several.
absl::StatusOr<graph::NodeIndex> FindNamedNode(const graph::View& view, const std::string& name);

}  // namespace norn::tools

#endif  // NORN_TOOLS_ASK_NAMED_NODE_H_
