#include "tools/export/formats/split.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"

namespace norn::tools {

std::string FileName(absl::string_view name) {
  std::string out;
  for (const char c : name) {
    if (absl::ascii_isalnum(c) || c == '_' || c == '-') {
      out.push_back(c);
    } else {
      absl::StrAppendFormat(&out, "%%%02X", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string KindOf(const graph::Node& node) {
  for (const std::string& label : node.labels) {
    if (label != "Actor" && label != "Event") return label;
  }
  return node.labels.empty() ? "Node" : node.labels[0];
}

RowsByName SplitByLabel(const graph::GraphRows& graph) {
  RowsByName parts;
  for (uint32_t row = 0; row < graph.node_count(); ++row) {
    parts[FileName(KindOf(graph.NodeAt(row)))].push_back(row);
  }
  return parts;
}

RowsByName SplitByType(const graph::GraphRows& graph) {
  RowsByName parts;
  for (uint32_t row = 0; row < graph.edge_count(); ++row) {
    parts[FileName(graph.TypeAt(row))].push_back(row);
  }
  return parts;
}

}  // namespace norn::tools
