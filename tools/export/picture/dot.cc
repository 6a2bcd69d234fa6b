#include "tools/export/picture/dot.h"

#include <algorithm>
#include <cmath>
#include <map>
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

// Of events and on lines: still read where a picture is made as wide as a page.
constexpr int kSmallSize = 11;

constexpr size_t kLegendKinds = 4;  // at most so many kinds in a line
constexpr int kEdgeRank = 100;      // after all nodes

// Of so many edges nobody reads the words, and to lead each around the nodes takes minutes: they
// are straight, thin and see-through, and their words are in the tooltips of the SVG.
constexpr size_t kMostEdgesInDetail = 150;

bool IsCrowded(const Picture& picture) { return picture.edges.size() > kMostEdgesInDetail; }

// `is_spread`: lines run past many columns, and each takes as much room there as a node.
// `is_timeline`: an axis of many dates is wide as it is.
std::string LayoutAttributes(absl::string_view layout, bool crowded, bool is_spread,
                             bool is_timeline) {
  const absl::string_view splines = crowded ? "line" : "true";
  if (layout == "dot") {
    return absl::StrCat("rankdir=LR, nodesep=", is_spread ? "0.12" : "0.35",
                        ", ranksep=", is_timeline ? "0.5" : "0.9", ", splines=", splines);
  }
  const absl::string_view spread = layout == "neato"
                                       ? "overlap_scaling=-3.5, mode=sgd"
                                       : "overlap_scaling=-1.8, K=0.8, repulsiveforce=1.2";
  return absl::StrCat("overlap=prism, sep=\"+10\", esep=\"+6\", start=7, splines=", splines, ", ",
                      spread);
}

// A person's, an event's, …: wherever it is drawn, a node of more lines is bigger.
double FontSize(const Picture::Node& node) {
  if (node.style.small) return kSmallSize;
  return std::min(18.0, 12.0 + 1.5 * std::log2(1.0 + static_cast<double>(node.degree) / 2));
}

// What lies ahead is dotted, what was not is dashed; empty: it happened.
absl::string_view Stroke(Reality reality) {
  switch (reality) {
    case Reality::kHappened:
      return "";
    case Reality::kAhead:
      return "dotted";
    case Reality::kNot:
      return "dashed";
  }
  return "";
}

std::string Link(const std::string& url) {
  return url.empty() ? "" : absl::StrCat(", URL=", DotLabel(url), ", target=_blank");
}

// "+ " and the words of what is new; the words of what is as it was.
std::string Signed(Change change, const std::string& words) {
  if (change == Change::kNone) return words;
  return absl::StrCat(StyleOf(change).sign, words.empty() ? "" : " ", words);
}

std::string NodeLine(const Picture::Node& node) {
  std::string style = "filled";
  if (node.style.shape == "box") style += ",rounded";
  const absl::string_view stroke = Stroke(node.reality);
  if (!stroke.empty()) absl::StrAppend(&style, ",", stroke);
  std::string line = absl::StrFormat(
      "  %s [label=%s, tooltip=%s, shape=%s, style=\"%s\", fillcolor=\"%s\", color=\"%s\", "
      "fontsize=%.1f",
      DotName(node.id), DotLabel(Signed(node.change, node.label)), DotLabel(node.tooltip),
      node.style.shape, style, node.style.fill,
      node.change == Change::kNone ? node.style.border : StyleOf(node.change).color,
      FontSize(node));
  // Shapes with slanting sides have room around the words already.
  if (node.style.small) absl::StrAppend(&line, ", margin=\"0.04,0.02\"");
  // Gaps are seen at any size only in a line that is not thin.
  if (!stroke.empty() || node.change != Change::kNone) absl::StrAppend(&line, ", penwidth=2.4");
  return absl::StrCat(line, Link(node.url), "];\n");
}

absl::string_view ColorOf(const Picture::Edge& edge) {
  return edge.change == Change::kNone ? edge.style.color : StyleOf(edge.change).color;
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

std::string EdgeAttributes(const Picture& picture, const Picture::Edge& edge) {
  const bool crowded = IsCrowded(picture);
  double width =
      std::min(7.0, edge.style.width * (1 + 0.35 * std::log2(static_cast<double>(edge.count)))) *
      (crowded ? 0.5 : 1);
  const absl::string_view stroke = Stroke(edge.reality);
  if (!stroke.empty() || edge.change != Change::kNone) width = std::max(width, 1.8);
  std::string attributes =
      absl::StrFormat("tooltip=%s, color=\"%s%s\", penwidth=%.1f", DotLabel(edge.tooltip),
                      ColorOf(edge), crowded ? "90" : "", width);
  if (!stroke.empty()) absl::StrAppend(&attributes, ", style=", stroke);
  absl::StrAppend(&attributes, Link(edge.url));
  return attributes;
}

absl::string_view InkOf(const Picture::Edge& edge) {
  return edge.style.name.empty() && edge.change == Change::kNone ? kFaint : ColorOf(edge);
}

std::string WordsOf(const Picture::Edge& edge) { return Signed(edge.change, edge.label); }

std::string Line(absl::string_view from, absl::string_view to, absl::string_view attributes) {
  return absl::StrCat("  ", from, " -> ", to, " [", attributes, "];\n");
}

// Springs know nothing of an edge's words and put nodes on them: there the words are a node of
// their own, in the middle of the edge.
std::string EdgeThroughWords(const Picture& picture, const Picture::Edge& edge, size_t number) {
  const std::string words = DotName(absl::StrCat("words ", number));
  const std::string attributes = EdgeAttributes(picture, edge);
  return absl::StrCat(
      absl::StrFormat("  %s [label=%s, shape=plaintext, style=\"\", margin=0, width=0, height=0, "
                      "fontsize=%d, fontcolor=\"%s\", tooltip=%s%s];\n",
                      words, DotLabel(WordsOf(edge)), kSmallSize, InkOf(edge),
                      DotLabel(edge.tooltip), Link(edge.url)),
      Line(DotName(picture.nodes[edge.from].id), words, absl::StrCat(attributes, ", dir=none")),
      Line(words, DotName(picture.nodes[edge.to].id),
           absl::StrCat(attributes, edge.style.directed ? "" : ", dir=none")));
}

// `rank_span`: how many columns the layered layout puts between its ends.
std::string EdgeLine(const Picture& picture, const Picture::Edge& edge, size_t rank_span) {
  std::string attributes = EdgeAttributes(picture, edge);
  const std::string words = WordsOf(edge);
  if (!words.empty() && !IsCrowded(picture)) {
    absl::StrAppend(&attributes, ", label=", EdgeLabelMarkup(words), ", fontcolor=\"", InkOf(edge),
                    "\"");
  }
  if (!edge.style.directed) absl::StrAppend(&attributes, ", dir=none");
  if (rank_span > 1) absl::StrAppend(&attributes, ", minlen=", rank_span);
  return Line(DotName(picture.nodes[edge.from].id), DotName(picture.nodes[edge.to].id), attributes);
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
  return {style.rank, std::string(style.name),
          absl::StrFormat("<font color=\"%s\">%s</font>", style.border, style.mark)};
}

LegendEntry Entry(const EdgeStyle& style) {
  return {kEdgeRank, std::string(style.name),
          absl::StrFormat("<font color=\"%s\"><b>%s</b></font>", style.color,
                          style.directed ? "━▶" : "━━━")};
}

// Only what the picture has.
std::set<LegendEntry> LegendEntries(const Picture& picture) {
  std::set<LegendEntry> entries;
  std::set<Reality> realities;
  std::set<Change> changes;
  for (const Picture::Node& node : picture.nodes) {
    realities.insert(node.reality);
    changes.insert(node.change);
    entries.insert(Entry(node.style));
  }
  for (const Picture::Edge& edge : picture.edges) {
    changes.insert(edge.change);
    // Of an edge between an actor and an event the style may be adapted: the name is the same.
    if (edge.style.name.empty()) continue;
    LegendEntry entry = Entry(edge.style);
    const bool is_known = std::any_of(entries.begin(), entries.end(), [&](const LegendEntry& at) {
      return at.rank == kEdgeRank && at.name == entry.name;
    });
    if (!is_known) entries.insert(std::move(entry));
  }
  if (realities.contains(Reality::kAhead)) {
    entries.insert({kEdgeRank + 1, "planned, proposed, threatened", "<b>· · ·</b>"});
  }
  if (realities.contains(Reality::kNot)) {
    entries.insert({kEdgeRank + 2, "denied or withheld", "<b>– – –</b>"});
  }
  changes.erase(Change::kNone);
  for (const Change change : changes) {
    const ChangeStyle& style = StyleOf(change);
    entries.insert(
        {kEdgeRank + 2 + static_cast<int>(change), std::string(style.name),
         absl::StrFormat("<font color=\"%s\"><b>%s</b></font>", style.color, style.sign)});
  }
  return entries;
}

std::string Row(absl::string_view markup) {
  return absl::StrCat("<tr><td align=\"left\">", markup, "</td></tr>");
}

// Lines of text and no columns of the heading's table: these grow with the title.
std::string Legend(const Picture& picture) {
  std::string rows, line;
  size_t in_line = 0;
  for (const LegendEntry& entry : LegendEntries(picture)) {
    absl::StrAppend(&line, entry.swatch, " ", entry.name, "     ");
    if (++in_line % kLegendKinds != 0) continue;
    absl::StrAppend(&rows, Row(line));
    line.clear();
  }
  return line.empty() ? rows : absl::StrCat(rows, Row(line));
}

// On a page a picture of many nodes is made smaller: what stands above it is to be read then too.
double HeadingSize(const Picture& picture) {
  return 10 + std::min(12.0, static_cast<double>(picture.nodes.size()) / 10);
}

// What stands above the picture, whichever the layout: title, what it spans, legend, what is left
// out. It is the graph's label.
std::string Heading(const Picture& picture) {
  std::string rows;
  if (!picture.title.empty()) {
    absl::StrAppend(
        &rows, Row(absl::StrFormat("<font point-size=\"%.0f\" color=\"%s\"><b>%s</b></font>",
                                   1.6 * HeadingSize(picture), kInk, XmlEscape(picture.title))));
  }
  if (!picture.subtitle.empty()) absl::StrAppend(&rows, Row(XmlEscape(picture.subtitle)));
  absl::StrAppend(&rows, Legend(picture));
  if (!picture.omission.empty()) {
    absl::StrAppend(&rows, Row(absl::StrCat("<i>", XmlEscape(picture.omission), "</i>")));
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

bool HasGroups(const Picture& picture) {
  return std::any_of(picture.nodes.begin(), picture.nodes.end(),
                     [](const Picture::Node& node) { return !node.group.empty(); });
}

// Whom each node has a line to.
std::vector<std::vector<size_t>> Neighbours(const Picture& picture) {
  std::vector<std::vector<size_t>> neighbours(picture.nodes.size());
  for (const Picture::Edge& edge : picture.edges) {
    neighbours[edge.from].push_back(edge.to);
    neighbours[edge.to].push_back(edge.from);
  }
  return neighbours;
}

// All nodes, each near those that it has a line to: from the one with most lines outwards.
std::vector<size_t> FromTheMiddle(const Picture& picture,
                                  const std::vector<std::vector<size_t>>& neighbours) {
  std::vector<size_t> by_degree(picture.nodes.size());
  for (size_t i = 0; i < by_degree.size(); ++i) by_degree[i] = i;
  std::stable_sort(by_degree.begin(), by_degree.end(), [&](size_t a, size_t b) {
    return picture.nodes[a].degree > picture.nodes[b].degree;
  });
  std::vector<size_t> order;
  std::vector<bool> is_met(picture.nodes.size());
  for (const size_t start : by_degree) {
    if (is_met[start]) continue;
    is_met[start] = true;
    order.push_back(start);
    for (size_t next = order.size() - 1; next < order.size(); ++next) {
      for (const size_t other : neighbours[order[next]]) {
        if (is_met[other]) continue;
        is_met[other] = true;
        order.push_back(other);
      }
    }
  }
  return order;
}

// In the layered layout most nodes would stand in two or three high columns, those who act and what
// they had a part in: as many as have no line to each other are spread over more columns, so that
// the picture is about as wide as a page lies. What hangs on them follows.
std::string SpreadColumns(const Picture& picture) {
  constexpr size_t kMostForTwoColumns = 24;
  if (picture.nodes.size() <= kMostForTwoColumns || HasGroups(picture)) return "";
  const std::vector<std::vector<size_t>> neighbours = Neighbours(picture);
  std::vector<size_t> apart;
  std::vector<bool> is_apart(picture.nodes.size());
  for (const size_t node : FromTheMiddle(picture, neighbours)) {
    const bool is_alone = std::none_of(neighbours[node].begin(), neighbours[node].end(),
                                       [&](size_t other) { return is_apart[other]; });
    if (!is_alone) continue;
    is_apart[node] = true;
    apart.push_back(node);
  }
  // A node is about four times as wide as high, with what stands between them.
  const auto columns =
      static_cast<size_t>(std::ceil(std::sqrt(0.4 * static_cast<double>(picture.nodes.size()))));
  // A star has one in the middle, and its ends hang on it.
  if (apart.size() < columns) return "";
  const size_t in_each = (apart.size() + columns - 1) / columns;
  std::string lines, chain;
  for (size_t first = 0; first < apart.size(); first += in_each) {
    const std::string mark = DotName(absl::StrCat("column ", first / in_each));
    absl::StrAppend(&lines, "  ", mark,
                    " [style=invis, width=0, height=0, label=\"\"];\n  { rank=same; ", mark);
    for (size_t i = first; i < std::min(first + in_each, apart.size()); ++i) {
      absl::StrAppend(&lines, "; ", DotName(picture.nodes[apart[i]].id));
    }
    absl::StrAppend(&lines, "; }\n");
    absl::StrAppend(&chain, chain.empty() ? "  " : " -> ", mark);
  }
  return absl::StrCat(lines, chain, " [style=invis];\n");
}

// Those of a group within a frame of its name.
std::string NodeLines(const Picture& picture) {
  std::map<std::string, std::string> groups;
  for (const Picture::Node& node : picture.nodes) {
    absl::StrAppend(&groups[node.group], NodeLine(node));
  }
  std::string lines;
  for (const auto& [name, nodes] : groups) {
    if (name.empty()) {
      absl::StrAppend(&lines, nodes);
    } else {
      absl::StrAppend(&lines, "  subgraph ", DotName(absl::StrCat("cluster ", name)),
                      " {\n  label=", DotLabel(name),
                      "; style=\"rounded,filled\"; fillcolor=\"#F7F8FA\"; color=\"#CBD2D9\"; "
                      "fontsize=12;\n",
                      nodes, "  }\n");
    }
  }
  return lines;
}

// The part of a date that stands on the axis: days, months or years, so that not too many do.
size_t AxisPrecision(const Picture& picture) {
  constexpr size_t kMostMarks = 14;
  for (const size_t length : {size_t{10}, size_t{7}}) {
    std::set<std::string> marks;
    for (const Picture::Node& node : picture.nodes) marks.insert(node.date.substr(0, length));
    if (marks.size() <= kMostMarks) return length;
  }
  return 4;
}

// Events in columns under their dates, everybody before the first event that he had a part in.
std::string TimelineLines(const Picture& picture) {
  const size_t precision = AxisPrecision(picture);
  std::map<std::string, std::vector<std::string>> columns;
  for (const Picture::Node& node : picture.nodes) {
    if (!node.date.empty()) columns[node.date.substr(0, precision)].push_back(DotName(node.id));
  }
  std::string lines, axis;
  for (const auto& [date, events] : columns) {
    const std::string mark = DotName(absl::StrCat("date ", date));
    absl::StrAppend(&lines, "  ", mark, " [label=", DotLabel(date),
                    ", shape=plaintext, style=\"\", fontsize=14];\n  { rank=same; ", mark, "; ",
                    absl::StrJoin(events, "; "), "; }\n");
    absl::StrAppend(&axis, axis.empty() ? "  " : " -> ", mark);
  }
  absl::StrAppend(&lines, axis, " [minlen=2, weight=100, arrowhead=none, color=\"", kFaint,
                  "\", penwidth=1];\n");
  for (const Picture::Edge& edge : picture.edges) {
    const Picture::Node& from = picture.nodes[edge.from];
    const Picture::Node& to = picture.nodes[edge.to];
    // Layers follow the edges: who receives is written first all the same.
    const bool turned = !from.date.empty() && to.date.empty();
    const absl::string_view direction = !edge.style.directed ? "none" : turned ? "back" : "forward";
    absl::StrAppend(&lines,
                    Line(DotName(turned ? to.id : from.id), DotName(turned ? from.id : to.id),
                         absl::StrCat(EdgeAttributes(picture, edge), ", dir=", direction)));
  }
  return lines;
}

}  // namespace

absl::string_view ChooseLayout(const Picture& picture) {
  if (HasGroups(picture)) return picture.nodes.size() <= kMostForNeato ? "dot" : "fdp";
  if (picture.nodes.size() <= kMostForDot) return "dot";
  return picture.nodes.size() <= kMostForNeato ? "neato" : "sfdp";
}

std::string WriteDot(const Picture& picture, absl::string_view layout) {
  if (layout.empty()) layout = ChooseLayout(picture);
  if (picture.is_timeline) layout = "dot";
  const bool is_layered = layout == "dot" && !picture.is_timeline;
  const std::string spread = is_layered ? SpreadColumns(picture) : "";
  std::string dot = absl::StrCat(
      "digraph norn {\n  graph [layout=", layout, ", ",
      LayoutAttributes(layout, IsCrowded(picture), !spread.empty(), picture.is_timeline),
      ", charset=\"UTF-8\", bgcolor=\"white\", pad=0.4, outputorder=edgesfirst, ",
      absl::StrFormat("fontname=\"DejaVu Sans\", fontsize=%.0f, fontcolor=\"",
                      HeadingSize(picture)),
      kFaint, "\", labelloc=t, labeljust=l");
  const std::string heading = Heading(picture);
  if (!heading.empty()) absl::StrAppend(&dot, ", label=", heading);
  absl::StrAppend(&dot, "];\n  node [fontname=\"DejaVu Sans\", fontcolor=\"", kInk,
                  "\", penwidth=1.4, margin=\"0.14,0.08\", height=0.3];\n",
                  "  edge [fontname=\"DejaVu Sans\", fontsize=", kSmallSize,
                  ", arrowsize=0.8];\n\n");
  absl::StrAppend(&dot, NodeLines(picture), "\n");
  if (picture.is_timeline) return absl::StrCat(dot, TimelineLines(picture), "}\n");
  absl::StrAppend(&dot, spread);
  const size_t columns = layout == "dot" && spread.empty() ? LeafColumns(picture) : 1;
  size_t leaf = 0;
  for (size_t i = 0; i < picture.edges.size(); ++i) {
    const Picture::Edge& edge = picture.edges[i];
    if (layout != "dot" && !WordsOf(edge).empty() && !IsCrowded(picture)) {
      absl::StrAppend(&dot, EdgeThroughWords(picture, edge, i));
      continue;
    }
    const bool ends = picture.nodes[edge.from].degree == 1 || picture.nodes[edge.to].degree == 1;
    absl::StrAppend(&dot, EdgeLine(picture, edge, ends ? 1 + leaf++ % columns : 1));
  }
  dot += "}\n";
  return dot;
}

}  // namespace norn::tools
