#include "tools/export/page/page_data.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "base/status_macros.h"
#include "base/utf8.h"
#include "query/output/format.h"
#include "query/values/value.h"
#include "tools/export/page/page_choice.h"
#include "tools/export/page/page_layout.h"
#include "tools/export/text/palette.h"
#include "tools/export/text/picture_text.h"
#include "tools/export/text/time_span.h"

namespace norn::tools {
namespace {

using graph::Edge;
using graph::Node;
using graph::PropertyGraph;

std::string Json(absl::string_view text) { return query::ToJson(query::Value::Borrowed(text)); }

// ,"key":"text", unless the text is empty.
std::string Member(absl::string_view key, absl::string_view text) {
  return text.empty() ? "" : absl::StrCat(",\"", key, "\":", Json(text));
}

// Cytoscape's name of a shape of Graphviz.
absl::string_view ShapeName(absl::string_view shape) {
  if (shape == "ellipse" || shape == "egg") return "ellipse";
  if (shape == "rect") return "rectangle";
  if (shape == "tab") return "bottom-round-rectangle";
  if (shape == "hexagon" || shape == "octagon" || shape == "pentagon") return shape;
  if (shape == "parallelogram") return "rhomboid";
  if (shape == "trapezium") return "tag";
  if (shape == "invhouse") return "diamond";
  if (shape == "cylinder") return "barrel";
  if (shape == "house") return "pentagon";
  if (shape == "note") return "cut-rectangle";
  return "round-rectangle";
}

// Whatever is known besides what has a place of its own: pairs of a name and a text.
std::string Facts(const Node& node) {
  static const auto* const elsewhere = new std::set<absl::string_view>{
      "name",    "aliases", "type",       "status", "date",   "date_from",
      "date_to", "place",   "confidence", "plover", "reports"};
  std::vector<std::string> facts;
  for (const auto& [key, value] : node.properties) {
    if (elsewhere->count(key) > 0) continue;
    facts.push_back(absl::StrCat("[", Json(absl::StrReplaceAll(key, {{"_", " "}})), ",",
                                 Json(TextOf(node.properties, key)), "]"));
  }
  return facts.empty() ? "" : absl::StrCat(",\"facts\":[", absl::StrJoin(facts, ","), "]");
}

std::string Aliases(const Node& node) {
  const auto aliases = node.properties.find("aliases");
  if (aliases == node.properties.end()) return "";
  if (aliases->second.As<graph::Value::List>() == nullptr) return "";
  return absl::StrCat(",\"aliases\":", query::ToJson(query::Value::Of(aliases->second)));
}

bool IsNumber(const graph::Value& value) {
  return value.As<double>() != nullptr || value.As<int64_t>() != nullptr;
}

// Sums differ in their last bits with where memory lies, and halves are common: none is at the
// border between two whole numbers.
int64_t Whole(double coordinate) { return std::llround(coordinate + 0.2371); }

// About as big as its words.
LayoutNode SizeOf(const Node& node) {
  size_t longest = 0;
  size_t lines = 1;
  size_t length = 0;
  for (const char c : NodeLabel(node)) {
    length = c == '\n' ? 0 : length + (base::IsContinuation(c) ? 0 : 1);
    lines += c == '\n';
    longest = std::max(longest, length);
  }
  // An ellipse cuts the corners off.
  const double margin = HasLabel(node, "Event") ? 1.35 : 1;
  return {!HasLabel(node, "Event"), (7.2 * static_cast<double>(longest) + 14) * margin,
          (13.0 * static_cast<double>(lines) + 12) * margin};
}

// The kinds of nodes that are shown, with their looks.
std::string Kinds(const PropertyGraph& graph, const PageChoice& choice) {
  std::map<std::string, const NodeStyle*> styles;
  for (const size_t node : choice.nodes) {
    const NodeStyle& style = StyleOfLabels(graph.nodes[node].labels);
    styles.emplace(std::string(style.name), &style);
  }
  return absl::StrCat("{",
                      absl::StrJoin(styles, ",",
                                    [](std::string* out, const auto& style) {
                                      absl::StrAppend(out, Json(style.first), ":{\"shape\":\"",
                                                      ShapeName(style.second->shape),
                                                      "\",\"fill\":\"", style.second->fill,
                                                      "\",\"line\":\"", style.second->border,
                                                      "\"}");
                                    }),
                      "}");
}

std::string Articles(const PropertyGraph& graph, const std::vector<size_t>& articles) {
  std::vector<std::string> out;
  for (const size_t article : articles) {
    const graph::Properties& properties = graph.nodes[article].properties;
    const std::string name = TextOf(properties, "name");
    out.push_back(absl::StrCat("{\"name\":", Json(name.empty() ? graph.nodes[article].id : name),
                               Member("title", TextOf(properties, "title")),
                               Member("source", TextOf(properties, "source")),
                               Member("published", TextOf(properties, "published")),
                               Member("url", TextOf(properties, "url")), "}"));
  }
  return absl::StrCat("[", absl::StrJoin(out, ",\n"), "]");
}

class DataWriter {
 public:
  DataWriter(const PropertyGraph& graph, const PageChoice& choice)
      : graph_(graph), choice_(choice) {
    for (size_t i = 0; i < graph.nodes.size(); ++i) index_.emplace(graph.nodes[i].id, i);
    for (const Edge& edge : graph_.edges) {
      if (edge.type == "REPORTED_IN") reports_[index_.at(edge.from)].push_back(&edge);
    }
  }

  absl::StatusOr<PageData> Write() {
    NORN_ASSIGN_OR_RETURN(const std::vector<Point> points, LayOut());
    const std::string nodes = Nodes(points);  // finds out which articles are named
    const absl::string_view hint = choice_.has_events
                                       ? "Choose an event to read the sentences that tell of it."
                                       : "Choose a node to see what is known of it.";
    PageData data;
    data.json = absl::StrReplaceAll(
        absl::StrCat("{\"kinds\":", Kinds(graph_, choice_), ",\"hint\":", Json(hint),
                     ",\"nodes\":", nodes, ",\"edges\":", Edges(),
                     ",\"articles\":", Articles(graph_, articles_), "}"),
        {{"<", "\\u003c"}});
    data.subtitle = Subtitle();
    return data;
  }

 private:
  const Node& Shown(size_t place) const { return graph_.nodes[choice_.nodes[place]]; }

  absl::StatusOr<std::vector<Point>> LayOut() const {
    std::vector<LayoutNode> nodes;
    for (const size_t node : choice_.nodes) nodes.push_back(SizeOf(graph_.nodes[node]));
    std::vector<LayoutEdge> edges;
    for (const PageLine& line : choice_.lines) edges.emplace_back(line.from, line.to);
    return LayOutPage(nodes, edges);
  }

  std::string Nodes(const std::vector<Point>& points) {
    std::vector<std::string> out;
    for (size_t i = 0; i < choice_.nodes.size(); ++i) {
      const Node& node = Shown(i);
      std::string name = TextOf(node.properties, "name");
      if (name.empty()) name = node.id;
      out.push_back(absl::StrCat(
          "{\"id\":", Json(node.id), ",\"name\":", Json(name), ",\"label\":", Json(NodeLabel(node)),
          ",\"kind\":", Json(StyleOfLabels(node.labels).name),
          ",\"width\":", static_cast<int64_t>(SizeOf(node).width),
          ",\"height\":", static_cast<int64_t>(SizeOf(node).height), ",\"x\":", Whole(points[i].x),
          ",\"y\":", Whole(points[i].y), IsUnreal(node) ? ",\"dashed\":true" : "", Aliases(node),
          Facts(node), HasLabel(node, "Event") ? EventMember(choice_.nodes[i]) : "", "}"));
    }
    return absl::StrCat("[", absl::StrJoin(out, ",\n"), "]");
  }

  std::string EventMember(size_t event) {
    const graph::Properties& properties = graph_.nodes[event].properties;
    const TimeSpan span = SpanOf(properties);
    if (span.is_known()) {
      if (first_.empty() || span.first < first_) first_ = span.first;
      last_ = std::max(last_, span.last);
    }
    std::string type = TextOf(properties, "type");
    std::string status = TextOf(properties, "status");
    const std::string confidence = TextOf(properties, "confidence");
    std::vector<std::string> reports;
    const auto at = reports_.find(event);
    if (at != reports_.end()) {
      for (const Edge* report : at->second) reports.push_back(Report(*report));
    }
    return absl::StrCat(",\"event\":{\"type\":", Json(type.empty() ? "event" : type),
                        ",\"status\":", Json(status.empty() ? "unknown" : status),
                        Member("date", TextOf(properties, "date")), Member("first", span.first),
                        Member("last", span.last), Member("place", TextOf(properties, "place")),
                        confidence.empty() || !IsNumber(properties.at("confidence"))
                            ? ""
                            : absl::StrCat(",\"confidence\":", confidence),
                        ",\"reports\":[", absl::StrJoin(reports, ","), "]}");
  }

  std::string Report(const Edge& edge) {
    const size_t article = index_.at(edge.to);
    const auto [at, is_new] = article_numbers_.emplace(article, articles_.size());
    if (is_new) articles_.push_back(article);
    return absl::StrCat("{\"article\":", at->second,
                        ",\"quote\":", Json(TextOf(edge.properties, "quote")),
                        Member("words", TextOf(edge.properties, "words")),
                        Member("says", TextOf(edge.properties, "attributed_to")),
                        TextOf(edge.properties, "hedged") == "true" ? ",\"hedged\":true" : "", "}");
  }

  std::string Edges() const {
    std::vector<std::string> out;
    for (const PageLine& line : choice_.lines) {
      const bool dashed = IsUnreal(Shown(line.from)) || IsUnreal(Shown(line.to));
      out.push_back(absl::StrCat("{\"from\":", line.from, ",\"to\":", line.to,
                                 Member("role", line.role), ",\"line\":\"", line.color, "\"",
                                 line.arrow ? ",\"arrow\":true" : "",
                                 dashed ? ",\"dashed\":true" : "", "}"));
    }
    return absl::StrCat("[", absl::StrJoin(out, ",\n"), "]");
  }

  std::string Subtitle() const {
    std::vector<std::string> parts;
    if (!first_.empty()) parts.push_back(absl::StrCat(first_, " to ", last_));
    if (choice_.has_events) parts.push_back(absl::StrCat(articles_.size(), " articles"));
    if (choice_.kept < choice_.all) {
      parts.push_back(
          choice_.has_events
              ? absl::StrCat("the ", choice_.kept, " most reported of ", choice_.all, " events")
              : absl::StrCat("the ", choice_.kept, " most connected of ", choice_.all, " nodes"));
    }
    return parts.empty() ? "" : absl::StrCat(absl::StrJoin(parts, " · "), " ·");
  }

  const PropertyGraph& graph_;
  const PageChoice& choice_;
  absl::flat_hash_map<std::string, size_t> index_;
  std::map<size_t, std::vector<const Edge*>> reports_;
  std::vector<size_t> articles_;
  absl::flat_hash_map<size_t, size_t> article_numbers_;
  std::string first_, last_;
};

}  // namespace

absl::StatusOr<PageData> MakePageData(const PropertyGraph& graph, size_t max_events, size_t of) {
  PageChoice choice = ChoosePage(graph, max_events);
  choice.all = std::max(choice.all, of);
  return DataWriter(graph, choice).Write();
}

}  // namespace norn::tools
