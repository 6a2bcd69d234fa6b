// Properties as people read them; empty where there is none.
//
//   std::string name = NodeText(view, node, "name");
#ifndef NORN_TOOLS_ASK_PROPERTY_TEXT_H_
#define NORN_TOOLS_ASK_PROPERTY_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "graph/view/view.h"

namespace norn::tools {

std::string NodeText(const graph::View& view, graph::NodeIndex node, absl::string_view key);
std::string EdgeText(const graph::View& view, graph::EdgeIndex edge, absl::string_view key);

}  // namespace norn::tools

#endif  // NORN_TOOLS_ASK_PROPERTY_TEXT_H_
