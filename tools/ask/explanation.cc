#include "tools/ask/explanation.h"

#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "tools/ask/named_node.h"
#include "tools/ask/property_text.h"
#include "tools/ask/report_explanation.h"
#include "tools/export/text/plain_text.h"

namespace norn::tools {
namespace {

using graph::EdgeIndex;
using graph::EdgeTypeId;
using graph::HalfEdges;
using graph::NodeIndex;
using graph::View;

void DescribeNode(const View& view, NodeIndex node, std::ostream& out) {
  out << view.NodeId(node) << "\n";
  for (const absl::string_view key :
       {"name", "aliases", "type", "status", "date", "date_derivation", "place", "confidence",
        "title", "published", "language", "url", "sha256", "copy_of"}) {
    const std::string text = NodeText(view, node, key);
    if (!text.empty()) out << "  " << key << ": " << text << "\n";
  }
}

// Of an article: the texts that a newer one replaced. Nothing that only they said is in the graph.
void ListEarlierVersions(const View& view, NodeIndex node, std::ostream& out) {
  const auto property = [&](absl::string_view key) {
    const auto id = view.FindKey(key);
    return id ? view.NodeProperty(node, *id) : graph::Value();
  };
  const graph::Value digests = property("earlier_versions");
  const graph::Value said = property("earlier_texts");
  const auto* versions = digests.As<graph::Value::List>();
  const auto* texts = said.As<graph::Value::List>();
  for (size_t i = 0; versions != nullptr && i < versions->size(); ++i) {
    out << "  replaced an earlier text, sha256: " << PlainText((*versions)[i]) << "\n";
    if (texts != nullptr && i < texts->size()) {
      out << "    \"" << PlainText((*texts)[i]) << "\"\n";
    }
  }
}

void ListEdges(const View& view, NodeIndex node, absl::string_view type_name,
               absl::string_view words, const std::vector<absl::string_view>& keys,
               std::ostream& out) {
  const std::optional<EdgeTypeId> type = view.FindEdgeType(type_name);
  if (!type.has_value()) return;
  const HalfEdges edges = view.Out(node, *type);
  for (size_t i = 0; i < edges.size(); ++i) {
    out << "  " << words << " " << view.NodeId(edges.nodes[i]);
    for (const absl::string_view key : keys) {
      const std::string text = EdgeText(view, edges.edge(i), key);
      if (!text.empty()) out << ", " << key << " " << text;
    }
    out << "\n";
  }
}

absl::Status ExplainNode(const View& view, const std::string& name, ArticleReasons* reasons,
                         std::ostream& out) {
  NORN_ASSIGN_OR_RETURN(const NodeIndex node, FindNamedNode(view, name));
  DescribeNode(view, node, out);
  ListEarlierVersions(view, node, out);
  ExplainReports(view, node, reasons, out);
  ListEdges(view, node, "JUDGED_BY", "judged by", {"verdict", "about", "why"}, out);
  ListEdges(view, node, "HOLDS_OFFICE", "holds office", {"title", "first_seen", "last_seen"}, out);
  ListEdges(view, node, "PARTICIPATED_IN", "took part in", {"role"}, out);
  ListEdges(view, node, "MENTIONED_IN", "mentioned in", {"count"}, out);
  return absl::OkStatus();
}

// Explains the edges from `source` to `target`, and gives how many there are.
size_t ExplainBetween(const View& view, NodeIndex source, EdgeTypeId type, NodeIndex target,
                      ArticleReasons* reasons, std::ostream& out) {
  const HalfEdges edges = view.Out(source, type);
  size_t found = 0;
  for (size_t i = 0; i < edges.size(); ++i) {
    if (edges.nodes[i] != target) continue;
    ++found;
    const EdgeIndex edge = edges.edge(i);
    out << view.NodeId(source) << " -[" << view.edge_types()[type] << "]-> " << view.NodeId(target)
        << "\n";
    for (const absl::string_view key : view.property_keys()) {
      const std::string text = EdgeText(view, edge, key);
      if (!text.empty()) out << "  " << key << ": " << text << "\n";
    }
    // The event that the edge came of: named in it, or its end.
    ExplainReports(view, view.FindNode(EdgeText(view, edge, "event")).value_or(target), reasons,
                   out);
  }
  return found;
}

absl::Status ExplainEdge(const View& view, const std::string& from, const std::string& type_name,
                         const std::string& to, ArticleReasons* reasons, std::ostream& out) {
  NORN_ASSIGN_OR_RETURN(const NodeIndex source, FindNamedNode(view, from));
  NORN_ASSIGN_OR_RETURN(const NodeIndex target, FindNamedNode(view, to));
  const std::string upper = absl::AsciiStrToUpper(type_name);
  const std::optional<EdgeTypeId> type = view.FindEdgeType(upper);
  if (!type.has_value()) {
    return absl::NotFoundError(absl::StrCat("the graph has no edges ", upper, "; there are ",
                                            absl::StrJoin(view.edge_types(), ", ")));
  }
  size_t found = ExplainBetween(view, source, *type, target, reasons, out);
  if (source != target) found += ExplainBetween(view, target, *type, source, reasons, out);
  if (found > 0) return absl::OkStatus();
  return absl::NotFoundError(absl::StrCat("there is no edge ", upper, " between ",
                                          view.NodeId(source), " and ", view.NodeId(target)));
}

}  // namespace

absl::Status ExplainInView(const View& view, const std::vector<std::string>& what,
                           ArticleReasons* reasons, std::ostream& out) {
  if (what.size() == 1) return ExplainNode(view, what[0], reasons, out);
  if (what.size() == 3) return ExplainEdge(view, what[0], what[1], what[2], reasons, out);
  return absl::InvalidArgumentError("name a node, or an edge as FROM TYPE TO");
}

}  // namespace norn::tools
