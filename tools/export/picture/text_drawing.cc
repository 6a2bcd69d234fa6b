#include "tools/export/picture/text_drawing.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"

namespace norn::tools {
namespace {

// What is farther from a tree's root than so many lines has a tree of its own.
constexpr size_t kDeepest = 3;

// What the legend of a drawn picture tells by lines.
absl::string_view Stroke(Reality reality) {
  switch (reality) {
    case Reality::kHappened:
      return "──";
    case Reality::kAhead:
      return "┄┄";
    case Reality::kNot:
      return "╌╌";
  }
  return "──";
}

class TextDrawing {
 public:
  explicit TextDrawing(const Picture& picture)
      : picture_(picture), edges_of_(picture.nodes.size()), is_drawn_(picture.edges.size()) {
    for (size_t i = 0; i < picture.edges.size(); ++i) {
      edges_of_[picture.edges[i].from].push_back(i);
      if (picture.edges[i].to != picture.edges[i].from) edges_of_[picture.edges[i].to].push_back(i);
    }
  }

  std::string Draw() {
    for (const std::string& line : {picture_.title, picture_.subtitle}) {
      if (!line.empty()) absl::StrAppend(&out_, line, "\n");
    }
    if (!out_.empty()) absl::StrAppend(&out_, "\n");
    std::vector<size_t> order(picture_.nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [this](size_t a, size_t b) { return Weight(a) > Weight(b); });
    for (const size_t node : order) {
      const bool is_alone = edges_of_[node].empty();
      if (!is_alone && Undrawn(node).empty()) continue;
      absl::StrAppend(&out_, Name(node), "\n");
      DrawEdges(node, 1, "");
    }
    if (!picture_.omission.empty())
      absl::StrAppend(&out_, "\nThe picture ", picture_.omission, "\n");
    return out_;
  }

 private:
  size_t Weight(size_t node) const {
    size_t weight = 0;
    for (const size_t edge : edges_of_[node]) weight += picture_.edges[edge].count;
    return weight;
  }
  size_t Other(size_t edge, size_t node) const {
    const Picture::Edge& line = picture_.edges[edge];
    return line.from == node ? line.to : line.from;
  }
  // An event's lines are its kind, place and date; of others, one name goes over several.
  std::string Name(size_t node) const {
    const NodeStyle& style = picture_.nodes[node].style;
    const bool is_event = style.small && style.shape != "note";
    return absl::StrReplaceAll(picture_.nodes[node].label, {{"\n", is_event ? ", " : " "}});
  }
  // Those that stand for most first.
  std::vector<size_t> Undrawn(size_t node) const {
    std::vector<size_t> edges;
    for (const size_t edge : edges_of_[node]) {
      if (!is_drawn_[edge]) edges.push_back(edge);
    }
    std::stable_sort(edges.begin(), edges.end(), [this](size_t a, size_t b) {
      return picture_.edges[a].count > picture_.edges[b].count;
    });
    return edges;
  }

  void DrawEdges(size_t node, size_t depth, const std::string& margin) {
    const std::vector<size_t> edges = Undrawn(node);
    // Before what hangs below them: none is drawn twice.
    for (const size_t edge : edges) is_drawn_[edge] = true;
    for (size_t i = 0; i < edges.size(); ++i) {
      const bool is_last = i + 1 == edges.size();
      const size_t other = Other(edges[i], node);
      absl::StrAppend(&out_, margin, is_last ? "└─ " : "├─ ", Words(edges[i], node), " ",
                      Name(other), "\n");
      if (depth < kDeepest) {
        DrawEdges(other, depth + 1, absl::StrCat(margin, is_last ? "   " : "│  "));
      }
    }
  }

  // "spoke with (2 times) ──", or with an arrow's head on the side that it points to.
  std::string Words(size_t edge, size_t node) const {
    const Picture::Edge& line = picture_.edges[edge];
    const std::string label = absl::StrReplaceAll(line.label, {{"\n", ", "}});
    std::string words(line.style.name);
    if (words.empty()) {
      words = label;
    } else if (!label.empty()) {
      absl::StrAppend(&words, " (", label, ")");
    }
    const absl::string_view stroke = Stroke(line.reality);
    const bool is_out = line.style.directed && line.from == node;
    const bool is_in = line.style.directed && line.from != node;
    return absl::StrCat(words, words.empty() ? "" : " ", is_in ? "◀" : "", stroke,
                        is_out ? "▶" : "");
  }

  const Picture& picture_;
  std::vector<std::vector<size_t>> edges_of_;  // by node
  std::vector<bool> is_drawn_;
  std::string out_;
};

}  // namespace

std::string DrawWithText(const Picture& picture) { return TextDrawing(picture).Draw(); }

}  // namespace norn::tools
