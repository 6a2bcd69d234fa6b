#include "tools/ask/explanation.h"

#include <optional>
#include <ostream>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "graph/view/view.h"
#include "tools/export/text/plain_text.h"

namespace norn::tools {
namespace {

using graph::EdgeIndex;
using graph::EdgeTypeId;
using graph::HalfEdges;
using graph::NodeIndex;
using graph::View;

class Explainer {
 public:
  Explainer(const View& view, ArticleReasons* reasons, std::ostream& out)
      : view_(view), reasons_(reasons), out_(out) {}

  absl::Status ExplainNode(const std::string& name) {
    NORN_ASSIGN_OR_RETURN(const NodeIndex node, Find(name));
    Describe(node);
    EarlierVersions(node);
    Reports(node);
    Edges(node, "JUDGED_BY", "judged by", {"verdict", "about", "why"});
    Edges(node, "HOLDS_OFFICE", "holds office", {"title", "first_seen", "last_seen"});
    Edges(node, "PARTICIPATED_IN", "took part in", {"role"});
    Edges(node, "MENTIONED_IN", "mentioned in", {"count"});
    return absl::OkStatus();
  }

  absl::Status ExplainEdge(const std::string& from, const std::string& type_name,
                           const std::string& to) {
    NORN_ASSIGN_OR_RETURN(const NodeIndex source, Find(from));
    NORN_ASSIGN_OR_RETURN(const NodeIndex target, Find(to));
    const std::string upper = absl::AsciiStrToUpper(type_name);
    const std::optional<EdgeTypeId> type = view_.FindEdgeType(upper);
    if (!type.has_value()) {
      return absl::NotFoundError(absl::StrCat("the graph has no edges ", upper, "; there are ",
                                              absl::StrJoin(view_.edge_types(), ", ")));
    }
    size_t found = Between(source, *type, target);
    if (source != target) found += Between(target, *type, source);
    if (found > 0) return absl::OkStatus();
    return absl::NotFoundError(absl::StrCat("there is no edge ", upper, " between ",
                                            view_.NodeId(source), " and ", view_.NodeId(target)));
  }

 private:
  absl::StatusOr<NodeIndex> Find(const std::string& name) const {
    if (const std::optional<NodeIndex> node = view_.FindNode(name)) return *node;
    const std::vector<NodeIndex> named = view_.FindByName(name);
    if (named.size() == 1) return named[0];
    if (named.empty()) {
      return absl::NotFoundError(absl::StrCat("the graph has no node '", name, "'", Judged(name)));
    }
    return absl::InvalidArgumentError(
        absl::StrCat("'", name, "' is the name of several nodes; give an id: ",
                     absl::StrJoin(named, ", ", [this](std::string* out, NodeIndex node) {
                       absl::StrAppend(out, view_.NodeId(node));
                     })));
  }

  // Why somebody has taken the node out of the graph, where that is so.
  std::string Judged(const std::string& id) const {
    const auto key = view_.FindKey("not_facts");
    const auto label = view_.FindLabel("Judgements");
    if (!key || !label) return "";
    for (NodeIndex node = 0; node < view_.node_count(); ++node) {
      if (!view_.HasLabel(node, *label)) continue;
      const graph::Value facts = view_.NodeProperty(node, *key);
      const auto* list = facts.As<graph::Value::List>();
      if (list == nullptr) continue;
      for (const graph::Value& fact : *list) {
        const std::string text = PlainText(fact);
        if (text == id) return absl::StrCat("; judged not a fact in ", NodeText(node, "name"));
        if (absl::StartsWith(text, absl::StrCat(id, ": "))) {
          return absl::StrCat("; judged not a fact in ", NodeText(node, "name"), ": ",
                              text.substr(id.size() + 2));
        }
      }
    }
    return "";
  }

  std::string NodeText(NodeIndex node, absl::string_view key) const {
    const auto id = view_.FindKey(key);
    const graph::Value value = id ? view_.NodeProperty(node, *id) : graph::Value();
    return value.is_null() ? "" : PlainText(value);
  }
  std::string EdgeText(EdgeIndex edge, absl::string_view key) const {
    const auto id = view_.FindKey(key);
    const graph::Value value = id ? view_.EdgeProperty(edge, *id) : graph::Value();
    return value.is_null() ? "" : PlainText(value);
  }

  void Describe(NodeIndex node) {
    out_ << view_.NodeId(node) << "\n";
    for (const absl::string_view key :
         {"name", "aliases", "type", "status", "date", "date_derivation", "place", "confidence",
          "title", "published", "language", "url", "sha256", "copy_of"}) {
      const std::string text = NodeText(node, key);
      if (!text.empty()) out_ << "  " << key << ": " << text << "\n";
    }
  }

  // Of an article: the texts that a newer one replaced. Nothing that only they said is in the
  // graph.
  void EarlierVersions(NodeIndex node) {
    const auto key = view_.FindKey("earlier_versions");
    const graph::Value value = key ? view_.NodeProperty(node, *key) : graph::Value();
    const auto* versions = value.As<graph::Value::List>();
    if (versions == nullptr) return;
    const auto texts_key = view_.FindKey("earlier_texts");
    const graph::Value said = texts_key ? view_.NodeProperty(node, *texts_key) : graph::Value();
    const auto* texts = said.As<graph::Value::List>();
    for (size_t i = 0; i < versions->size(); ++i) {
      out_ << "  replaced an earlier text, sha256: " << PlainText((*versions)[i]) << "\n";
      if (texts != nullptr && i < texts->size()) {
        out_ << "    \"" << PlainText((*texts)[i]) << "\"\n";
      }
    }
  }

  // Where an event comes from.
  void Reports(NodeIndex event) {
    const std::optional<EdgeTypeId> type = view_.FindEdgeType("REPORTED_IN");
    if (!type.has_value()) return;
    const HalfEdges reports = view_.Out(event, *type);
    for (size_t i = 0; i < reports.size(); ++i) {
      const EdgeIndex edge = reports.edge(i);
      out_ << "  reported in " << view_.NodeId(reports.nodes[i]) << ", bytes "
           << EdgeText(edge, "start") << " to " << EdgeText(edge, "end") << "\n"
           << "    \"" << Marked(EdgeText(edge, "quote"), EdgeText(edge, "words")) << "\"\n";
      const std::string original = NodeText(reports.nodes[i], "copy_of");
      if (!original.empty()) out_ << "    one text with " << original << ", and counted once\n";
      if (EdgeText(edge, "caption") == "true") out_ << "    in the caption of a picture\n";
      const std::string speaker = EdgeText(edge, "attributed_to");
      if (!speaker.empty()) out_ << "    according to " << speaker << "\n";
      if (EdgeText(edge, "hedged") == "true") out_ << "    the article does not vouch for it\n";
      const std::string rule = EdgeText(edge, "rule");
      if (!rule.empty()) out_ << "    found by " << rule << "\n";
      const std::string grounds = EdgeText(edge, "grounds");
      if (!grounds.empty()) out_ << "    one event with the others " << grounds << "\n";
      Weights(event, reports.nodes[i], edge);
    }
  }

  // What weighed most with the scorers of words and of whole events.
  void Weights(NodeIndex event, NodeIndex article, EdgeIndex report) {
    if (reasons_ == nullptr) return;
    ReportPlace place = {NodeText(article, "name"), NodeText(event, "type"), 0,
                         EdgeText(report, "words")};
    if (!absl::SimpleAtoi(EdgeText(report, "start"), &place.start)) return;
    const absl::StatusOr<ReportReasons> why = reasons_->Of(place);
    if (absl::IsNotFound(why.status()) && !reasons_->WasMadeByAnother()) return;
    if (reasons_->WasMadeByAnother()) {
      out_ << "    the graph was made by another norn; as this one reads it:\n";
    }
    if (!why.ok()) {
      out_ << "    what weighed is not known: " << why.status().message() << "\n";
      return;
    }
    if (why->whole.empty()) {
      out_ << "    evoked by \"" << place.words << "\": " << place.type << ", by rules alone\n";
      return;
    }
    out_ << "    evoked by \"" << place.words << "\": " << place.type << ", "
         << absl::StrFormat("%.2f", why->evocation.sure) << " sure\n";
    Print(why->evocation.reasons);
    out_ << "    right in kind, status, day and all who matter: "
         << absl::StrFormat("%.2f", why->confidence) << " sure\n";
    Print(why->whole);
  }

  void Print(const std::vector<ingest::Reason>& reasons) {
    for (const ingest::Reason& reason : reasons) {
      out_ << (reason.speaks_for ? "      for it: " : "      against it: ") << reason.text << "\n";
    }
  }

  // The sentence with the words that made the event known in brackets.
  static std::string Marked(std::string quote, const std::string& words) {
    const size_t at = words.empty() ? std::string::npos : quote.find(words);
    if (at == std::string::npos) return quote;
    quote.insert(at + words.size(), "]");
    quote.insert(at, "[");
    return quote;
  }

  void Edges(NodeIndex node, absl::string_view type_name, absl::string_view words,
             const std::vector<absl::string_view>& keys) {
    const std::optional<EdgeTypeId> type = view_.FindEdgeType(type_name);
    if (!type.has_value()) return;
    const HalfEdges edges = view_.Out(node, *type);
    for (size_t i = 0; i < edges.size(); ++i) {
      out_ << "  " << words << " " << view_.NodeId(edges.nodes[i]);
      for (const absl::string_view key : keys) {
        const std::string text = EdgeText(edges.edge(i), key);
        if (!text.empty()) out_ << ", " << key << " " << text;
      }
      out_ << "\n";
    }
  }

  size_t Between(NodeIndex source, EdgeTypeId type, NodeIndex target) {
    const HalfEdges edges = view_.Out(source, type);
    size_t found = 0;
    for (size_t i = 0; i < edges.size(); ++i) {
      if (edges.nodes[i] != target) continue;
      ++found;
      out_ << view_.NodeId(source) << " -[" << view_.edge_types()[type] << "]-> "
           << view_.NodeId(target) << "\n";
      for (const absl::string_view key : view_.property_keys()) {
        const std::string text = EdgeText(edges.edge(i), key);
        if (!text.empty()) out_ << "  " << key << ": " << text << "\n";
      }
      ExplainEventOf(edges.edge(i), target);
    }
    return found;
  }

  // The event that an edge came of: named in it, or its end.
  void ExplainEventOf(EdgeIndex edge, NodeIndex target) {
    const std::optional<NodeIndex> event = view_.FindNode(EdgeText(edge, "event"));
    Reports(event.value_or(target));
  }

  const View& view_;
  ArticleReasons* const reasons_;
  std::ostream& out_;
};

}  // namespace

absl::Status ExplainInView(const View& view, const std::vector<std::string>& what,
                           ArticleReasons* reasons, std::ostream& out) {
  Explainer explainer(view, reasons, out);
  if (what.size() == 1) return explainer.ExplainNode(what[0]);
  if (what.size() == 3) return explainer.ExplainEdge(what[0], what[1], what[2]);
  return absl::InvalidArgumentError("name a node, or an edge as FROM TYPE TO");
}

}  // namespace norn::tools
