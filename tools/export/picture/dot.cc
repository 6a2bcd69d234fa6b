#include "tools/export/picture/dot.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "tools/export/text/escape.h"

namespace norn::tools {
namespace {

constexpr absl::string_view kInk = "#1F2933";
constexpr absl::string_view kFaint = "#52606D";

// Layered layouts read best for a handful of nodes, springs for what forms one cluster, and the
// multilevel springs of sfdp for many clusters.
constexpr size_t kMostForDot = 10;
constexpr size_t kMostForNeato = 40;

constexpr size_t kLegendColumns = 4;
constexpr int kEdgeRank = 100;  // after all nodes

// Of so many edges nobody reads the words, and to lead each around the nodes takes minutes: they
// are straight, thin and see-through, and their words are in the tooltips of the SVG.
constexpr size_t kMostEdgesInDetail = 150;

bool IsCrowded(const Picture& picture) { return picture.edges.size() > kMostEdgesInDetail; }

std::string LayoutAttributes(absl::string_view layout, bool crowded) {
  const absl::string_view splines = crowded ? "line" : "true";
  if (layout == "dot") {
    return absl::StrCat("rankdir=LR, nodesep=0.35, ranksep=0.9, splines=", splines);
  }
  const absl::string_view spread = layout == "neato"
                                       ? "overlap_scaling=-3.5, mode=sgd"
                                       : "overlap_scaling=-2.6, K=1.1, repulsiveforce=1.4";
  return absl::StrCat("overlap=prism, sep=\"+14\", esep=\"+6\", start=7, splines=", splines, ", ",
                      spread);
}

// A person's, an event's, …: wherever it is drawn, a node of more lines is bigger.
double FontSize(const Picture::Node& node) {
  if (node.style.shape == "ellipse" || node.style.shape == "note") return 10;
  return std::min(18.0, 12.0 + 1.5 * std::log2(1.0 + static_cast<double>(node.degree) / 2));
}

std::string NodeLine(const Picture::Node& node) {
  std::string style = "filled";
  if (node.style.shape == "box") style += ",rounded";
  if (node.dashed) style += ",dashed";
  return absl::StrFormat(
      "  %s [label=%s, tooltip=%s, shape=%s, style=\"%s\", fillcolor=\"%s\", color=\"%s\", "
      "fontsize=%.1f];\n",
      DotName(node.id), DotLabel(node.label), DotLabel(node.tooltip), node.style.shape, style,
      node.style.fill, node.style.border, FontSize(node));
}

// An edge's words on white, so that the line does not run through them.
std::string EdgeLabelMarkup(absl::string_view label) {
  std::vector<std::string> lines;
  for (const absl::string_view line : absl::StrSplit(label, '\n')) {
    lines.push_back(absl::StrCat("<tr><td>", XmlEscape(line), "</td></tr>"));
  }
  return absl::StrCat(
      "<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"1\" "
      "bgcolor=\"white\">",
      absl::StrJoin(lines, ""), "</table>>");
}

// `rank_span`: how many columns the layered layout puts between its ends.
std::string EdgeLine(const Picture& picture, const Picture::Edge& edge, size_t rank_span) {
  const bool crowded = IsCrowded(picture);
  const double width =
      std::min(7.0, edge.style.width * (1 + 0.35 * std::log2(static_cast<double>(edge.count)))) *
      (crowded ? 0.5 : 1);
  std::string line =
      absl::StrFormat("  %s -> %s [tooltip=%s, color=\"%s%s\", penwidth=%.1f",
                      DotName(picture.nodes[edge.from].id), DotName(picture.nodes[edge.to].id),
                      DotLabel(edge.tooltip), edge.style.color, crowded ? "90" : "", width);
  if (!edge.label.empty() && !crowded) {
    absl::StrAppend(&line, ", label=", EdgeLabelMarkup(edge.label), ", fontcolor=\"",
                    edge.style.name.empty() ? kFaint : edge.style.color, "\"");
  }
  if (!edge.style.directed) absl::StrAppend(&line, ", dir=none");
  if (rank_span > 1) absl::StrAppend(&line, ", minlen=", rank_span);
  if (edge.dashed) absl::StrAppend(&line, ", style=dashed");
  return absl::StrCat(line, "];\n");
}

struct LegendEntry {
  int rank = 0;
  std::string name;
  std::string swatch;
  bool operator<(const LegendEntry& other) const {
    return std::tie(rank, name) < std::tie(other.rank, other.name);
  }
};

LegendEntry Entry(const NodeStyle& style) {
  return {
      style.rank, std::string(style.name),
      absl::StrFormat("<table border=\"1\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\" "
                      "color=\"%s\" bgcolor=\"%s\"%s><tr><td fixedsize=\"true\" width=\"22\" "
                      "height=\"12\"> </td></tr></table>",
                      style.border, style.fill, style.shape == "box" ? " style=\"rounded\"" : "")};
}

LegendEntry Entry(const EdgeStyle& style) {
  return {kEdgeRank, std::string(style.name),
          absl::StrFormat("<font color=\"%s\"><b>%s</b></font>", style.color,
                          style.directed ? "━▶" : "━━━")};
}

// Only what the picture has.
std::set<LegendEntry> LegendEntries(const Picture& picture) {
  std::set<LegendEntry> entries;
  bool dashed = false;
  for (const Picture::Node& node : picture.nodes) {
    dashed = dashed || node.dashed;
    entries.insert(Entry(node.style));
  }
  for (const Picture::Edge& edge : picture.edges) {
    // Of an edge between an actor and an event the style may be adapted: the name is the same.
    if (edge.style.name.empty()) continue;
    LegendEntry entry = Entry(edge.style);
    const bool is_known = std::any_of(entries.begin(), entries.end(), [&](const LegendEntry& at) {
      return at.rank == kEdgeRank && at.name == entry.name;
    });
    if (!is_known) entries.insert(std::move(entry));
  }
  if (dashed) entries.insert({kEdgeRank + 1, "did not happen, or not yet", "╌╌╌"});
  return entries;
}

std::string WideRow(absl::string_view markup) {
  return absl::StrCat("<tr><td align=\"left\" colspan=\"", 2 * kLegendColumns, "\">", markup,
                      "</td></tr>");
}

// What stands above the picture, whichever the layout: title, what it spans, legend, what is left
// out. It is the graph's label.
std::string Heading(const Picture& picture) {
  std::string rows;
  if (!picture.title.empty()) {
    absl::StrAppend(&rows, WideRow(absl::StrCat("<font point-size=\"16\" color=\"", kInk, "\"><b>",
                                                XmlEscape(picture.title), "</b></font>")));
  }
  if (!picture.subtitle.empty()) absl::StrAppend(&rows, WideRow(XmlEscape(picture.subtitle)));
  size_t column = 0;
  std::string legend;
  for (const LegendEntry& entry : LegendEntries(picture)) {
    if (column == 0) absl::StrAppend(&legend, legend.empty() ? "" : "</tr>", "<tr>");
    absl::StrAppend(&legend, "<td align=\"left\">", entry.swatch, "</td><td align=\"left\">",
                    entry.name, "   </td>");
    column = (column + 1) % kLegendColumns;
  }
  if (!legend.empty()) absl::StrAppend(&rows, legend, "</tr>");
  if (!picture.omission.empty()) {
    absl::StrAppend(&rows, WideRow(absl::StrCat("<i>", XmlEscape(picture.omission), "</i>")));
  }
  if (rows.empty()) return "";
  return absl::StrCat("<<table border=\"0\" cellborder=\"0\" cellspacing=\"4\" cellpadding=\"1\">",
                      rows, "</table>>");
}

// In the layered layout, nodes at the end of one edge would all stand in one column: how many
// columns they are spread over, so that the picture is about as wide as a page lies.
size_t LeafColumns(const Picture& picture) {
  const auto leaves = static_cast<double>(
      std::count_if(picture.nodes.begin(), picture.nodes.end(),
                    [](const Picture::Node& node) { return node.degree == 1; }));
  return std::max<size_t>(1, static_cast<size_t>(std::sqrt(0.28 * leaves)));
}

}  // namespace

absl::string_view ChooseLayout(const Picture& picture) {
  if (picture.nodes.size() <= kMostForDot) return "dot";
  return picture.nodes.size() <= kMostForNeato ? "neato" : "sfdp";
}

std::string WriteDot(const Picture& picture, absl::string_view layout) {
  if (layout.empty()) layout = ChooseLayout(picture);
  std::string dot =
      absl::StrCat("digraph norn {\n  graph [layout=", layout, ", ",
                   LayoutAttributes(layout, IsCrowded(picture)),
                   ", charset=\"UTF-8\", bgcolor=\"white\", pad=0.4, outputorder=edgesfirst, "
                   "fontname=\"DejaVu Sans\", fontsize=10, fontcolor=\"",
                   kFaint, "\", labelloc=t, labeljust=l");
  const std::string heading = Heading(picture);
  if (!heading.empty()) absl::StrAppend(&dot, ", label=", heading);
  absl::StrAppend(&dot, "];\n  node [fontname=\"DejaVu Sans\", fontcolor=\"", kInk,
                  "\", penwidth=1.4, margin=\"0.14,0.08\", height=0.3];\n",
                  "  edge [fontname=\"DejaVu Sans\", fontsize=9, arrowsize=0.8];\n\n");
  for (const Picture::Node& node : picture.nodes) absl::StrAppend(&dot, NodeLine(node));
  dot += "\n";
  const size_t columns = layout == "dot" ? LeafColumns(picture) : 1;
  size_t leaf = 0;
  for (const Picture::Edge& edge : picture.edges) {
    const bool ends = picture.nodes[edge.from].degree == 1 || picture.nodes[edge.to].degree == 1;
    absl::StrAppend(&dot, EdgeLine(picture, edge, ends ? 1 + leaf++ % columns : 1));
  }
  dot += "}\n";
  return dot;
}

}  // namespace norn::tools
