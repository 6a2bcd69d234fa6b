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

std::map<std::string, graph::PropertyGraph> SplitByLabel(const graph::PropertyGraph& graph) {
  std::map<std::string, graph::PropertyGraph> parts;
  for (const graph::Node& node : graph.nodes) {
    parts[FileName(KindOf(node))].nodes.push_back(node);
  }
  return parts;
}

std::map<std::string, graph::PropertyGraph> SplitByType(const graph::PropertyGraph& graph) {
  std::map<std::string, graph::PropertyGraph> parts;
  for (const graph::Edge& edge : graph.edges) parts[FileName(edge.type)].edges.push_back(edge);
  return parts;
}

}  // namespace norn::tools
