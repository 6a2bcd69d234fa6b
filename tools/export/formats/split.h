// A graph in parts, for formats that have a file for each kind of node and edge.
//
//   for (const auto& [name, rows] : SplitByLabel(graph)) {
//     WriteNodesCsv(graph.Part(rows, {}), FileNamed(name));
//   }
#ifndef NORN_TOOLS_EXPORT_FORMATS_SPLIT_H_
#define NORN_TOOLS_EXPORT_FORMATS_SPLIT_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "graph/model/model.h"
#include "graph/view/graph_rows.h"

namespace norn::tools {

// The label that says most: Person and not Actor; `Node` without one.
std::string KindOf(const graph::Node& node);

// A name as part of a file's: different names stay different.
std::string FileName(absl::string_view name);

// The rows of a graph, by a name that can be a file's.
using RowsByName = std::map<std::string, std::vector<uint32_t>>;

// Of nodes, by their kind.
RowsByName SplitByLabel(const graph::GraphRows& graph);

// Of edges, by type.
RowsByName SplitByType(const graph::GraphRows& graph);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_SPLIT_H_
