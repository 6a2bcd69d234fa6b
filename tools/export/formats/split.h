// A graph in parts, for formats that have a file for each kind of node and edge.
//
//   for (const auto& [name, part] : SplitByLabel(graph)) WriteNodesCsv(part, FileNamed(name));
#ifndef NORN_TOOLS_EXPORT_FORMATS_SPLIT_H_
#define NORN_TOOLS_EXPORT_FORMATS_SPLIT_H_

#include <map>
#include <string>

#include "absl/strings/string_view.h"
#include "graph/model/model.h"

namespace norn::tools {

// The label that says most: Person and not Actor; `Node` without one.
std::string KindOf(const graph::Node& node);

// A name as part of a file's: different names stay different.
std::string FileName(absl::string_view name);

// Nodes by their kind, without edges. Names can be file names.
std::map<std::string, graph::PropertyGraph> SplitByLabel(const graph::PropertyGraph& graph);

// Edges by type, without nodes.
std::map<std::string, graph::PropertyGraph> SplitByType(const graph::PropertyGraph& graph);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_SPLIT_H_
