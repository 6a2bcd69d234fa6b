#include "tools/export/page/page_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "base/status_macros.h"

namespace norn::tools {
namespace {

// With the sizes of all nodes Graphviz takes seconds for so many.
constexpr size_t kMostWithSizes = 500;
// The most that springs are reckoned for.
constexpr size_t kMostHubs = 1500;
// Among those who took part in one event, no more are drawn together.
constexpr size_t kMostTogether = 8;

constexpr double kGoldenAngle = 2.399963229728653;
constexpr double kSpacing = 55;

// Room between nodes, and how often they are pushed apart at the most.
constexpr double kMargin = 14;
constexpr int kMostPushes = 200;
// How many times the ground that they cover nodes have at least.
constexpr double kSpaceAround = 4;

// Graphviz's own removal of overlaps is left out: what it gives depends on where memory lies.
constexpr char kSprings[] =
    "graph n {\n  graph [layout=sfdp, start=7, K=0.9, repulsiveforce=1.3, overlap=true];\n"
    "  node [shape=box, fixedsize=true, label=\"\"];\n";

std::string Dot(const std::vector<LayoutNode>& nodes, const std::vector<size_t>& shown,
                const std::set<LayoutEdge>& edges) {
  std::string dot = kSprings;
  for (const size_t node : shown) {
    absl::StrAppend(&dot, "  ", node,
                    absl::StrFormat(" [width=%.2f, height=%.2f];\n", nodes[node].width / 72,
                                    nodes[node].height / 72));
  }
  for (const auto& [from, to] : edges) absl::StrAppend(&dot, "  ", from, " -- ", to, ";\n");
  return dot + "}\n";
}

class Layout {
 public:
  Layout(const std::vector<LayoutNode>& nodes, const std::vector<LayoutEdge>& edges)
      : nodes_(nodes), neighbours_(nodes.size()) {
    for (const auto& [from, to] : edges) {
      if (from == to) continue;
      neighbours_[from].insert(to);
      neighbours_[to].insert(from);
    }
  }

  absl::StatusOr<std::vector<Point>> Run() {
    if (nodes_.size() > kMostWithSizes) ChooseHubs();
    if (hubs_.empty()) {
      for (size_t i = 0; i < nodes_.size(); ++i) hubs_.push_back(i);
    }
    NORN_ASSIGN_OR_RETURN(points_, LayOut(Dot(nodes_, hubs_, HubEdges()), nodes_.size()));
    MakeRoom();
    PushApart();
    placed_.assign(nodes_.size(), false);
    for (const size_t hub : hubs_) placed_[hub] = true;
    PlaceTheRest();
    return points_;
  }

 private:
  void ChooseHubs() {
    for (size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].is_hub) hubs_.push_back(i);
    }
    std::stable_sort(hubs_.begin(), hubs_.end(), [this](size_t a, size_t b) {
      return neighbours_[a].size() > neighbours_[b].size();
    });
    hubs_.resize(std::min(hubs_.size(), kMostHubs));
    std::sort(hubs_.begin(), hubs_.end());
  }

  // Between hubs that touch, or that touch the same other node.
  std::set<LayoutEdge> HubEdges() const {
    std::vector<bool> is_hub(nodes_.size(), false);
    for (const size_t hub : hubs_) is_hub[hub] = true;
    std::set<LayoutEdge> edges;
    for (size_t node = 0; node < nodes_.size(); ++node) {
      std::vector<size_t> hubs;
      for (const size_t other : neighbours_[node]) {
        if (is_hub[other]) hubs.push_back(other);
      }
      if (is_hub[node]) {
        for (const size_t other : hubs) edges.insert(std::minmax(node, other));
        continue;
      }
      hubs.resize(std::min(hubs.size(), kMostTogether));
      for (size_t i = 0; i < hubs.size(); ++i) {
        for (size_t j = i + 1; j < hubs.size(); ++j) edges.insert(std::minmax(hubs[i], hubs[j]));
      }
    }
    return edges;
  }

  // Spreads the hubs out where they cannot all lie on the ground that they take up: pushed apart
  // from there they would form a tower.
  void MakeRoom() {
    double needed = 0;
    Point least = points_[hubs_[0]];
    Point most = least;
    for (const size_t hub : hubs_) {
      needed += (nodes_[hub].width + kMargin) * (nodes_[hub].height + kMargin) * kSpaceAround;
      least = {std::min(least.x, points_[hub].x), std::min(least.y, points_[hub].y)};
      most = {std::max(most.x, points_[hub].x), std::max(most.y, points_[hub].y)};
    }
    const double ground = (most.x - least.x) * (most.y - least.y);
    if (ground <= 0 || ground >= needed) return;
    const double scale = std::sqrt(needed / ground);
    for (const size_t hub : hubs_) points_[hub] = {points_[hub].x * scale, points_[hub].y * scale};
  }

  // Moves hubs that cover each other apart, each half of the way, where the way is shorter.
  void PushApart() {
    bool moved = true;
    for (int push = 0; moved && push < kMostPushes; ++push) {
      moved = false;
      for (size_t i = 0; i < hubs_.size(); ++i) {
        for (size_t j = i + 1; j < hubs_.size(); ++j) moved |= PushPair(hubs_[i], hubs_[j]);
      }
    }
  }

  bool PushPair(size_t a, size_t b) {
    const double x = points_[b].x - points_[a].x;
    const double y = points_[b].y - points_[a].y;
    const double room_x = (nodes_[a].width + nodes_[b].width) / 2 + kMargin - std::abs(x);
    const double room_y = (nodes_[a].height + nodes_[b].height) / 2 + kMargin - std::abs(y);
    if (room_x <= 0.01 || room_y <= 0.01) return false;
    if (room_x < room_y) {
      const double way = x < 0 ? -room_x / 2 : room_x / 2;
      points_[a].x -= way;
      points_[b].x += way;
    } else {
      const double way = y < 0 ? -room_y / 2 : room_y / 2;
      points_[a].y -= way;
      points_[b].y += way;
    }
    return true;
  }

  // Around the middle of the placed neighbours, on a spiral: the more stand there, the further out.
  void PlaceTheRest() {
    std::map<std::vector<size_t>, size_t> taken;
    for (int pass = 0; pass < 2; ++pass) {
      for (size_t node = 0; node < nodes_.size(); ++node) {
        if (placed_[node]) continue;
        std::vector<size_t> around;
        for (const size_t other : neighbours_[node]) {
          if (placed_[other]) around.push_back(other);
        }
        if (around.empty() && pass == 0) continue;
        const size_t number = taken[around]++;
        points_[node] = Spiral(Middle(around), around.size() == 1 ? number + 1 : number);
        placed_[node] = true;
      }
    }
  }

  Point Middle(const std::vector<size_t>& around) const {
    Point middle;
    for (const size_t node : around) {
      middle.x += points_[node].x / static_cast<double>(around.size());
      middle.y += points_[node].y / static_cast<double>(around.size());
    }
    return middle;
  }

  static Point Spiral(Point middle, size_t number) {
    const double radius = kSpacing * std::sqrt(static_cast<double>(number));
    const double angle = kGoldenAngle * static_cast<double>(number);
    return {middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)};
  }

  const std::vector<LayoutNode>& nodes_;
  std::vector<std::set<size_t>> neighbours_;
  std::vector<size_t> hubs_;
  std::vector<bool> placed_;
  std::vector<Point> points_;
};

}  // namespace

absl::StatusOr<std::vector<Point>> LayOutPage(const std::vector<LayoutNode>& nodes,
                                              const std::vector<LayoutEdge>& edges) {
  if (nodes.empty()) return std::vector<Point>();
  return Layout(nodes, edges).Run();
}

}  // namespace norn::tools
