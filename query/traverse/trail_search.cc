#include "query/traverse/trail_search.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace norn::query {

bool TrailSearch::MeasureDistances(Execution& execution, graph::NodeIndex to, const Allow& allow) {
  ExpandSpec back;
  back.types = spec_.types;
  back.direction = spec_.direction == Direction::kOut  ? Direction::kIn
                   : spec_.direction == Direction::kIn ? Direction::kOut
                                                       : Direction::kBoth;
  distance_.clear();
  distance_[to] = 0;
  std::vector<graph::NodeIndex> frontier = {to};
  std::vector<graph::NodeIndex> next;
  for (int64_t length = 1; length <= lengths_.max && !frontier.empty(); ++length) {
    next.clear();
    for (const graph::NodeIndex node : frontier) {
      const bool ok = ForEachEdge(execution.view(), node, back,
                                  [&](graph::EdgeIndex edge, graph::NodeIndex other) {
                                    if (!execution.Step()) return false;
                                    if (!distance_.contains(other) && allow(edge)) {
                                      distance_.emplace(other, length);
                                      next.push_back(other);
                                    }
                                    return !execution.failed();
                                  });
      if (!ok) return false;
    }
    frontier.swap(next);
  }
  return true;
}

// Makes ready the relationships that may lead on from the node to the end within `length`.
void TrailSearch::Open(Execution& execution, graph::NodeIndex node, int64_t length,
                       const Allow& allow) {
  Step step{node, {}};
  const auto walked = static_cast<int64_t>(path_.size());
  ForEachEdge(execution.view(), node, spec_, [&](graph::EdgeIndex edge, graph::NodeIndex other) {
    constexpr size_t kEdgesPerStep = 32;
    if (!execution.Step(1 + path_.size() / kEdgesPerStep)) return false;
    const auto left = distance_.find(other);
    if (left == distance_.end()) return true;
    if (std::find(path_.begin(), path_.end(), edge) != path_.end()) return true;
    if (!allow(edge)) return !execution.failed();
    if (walked + 1 + left->second > length) {
      goes_on_ = true;
    } else {
      step.edges.emplace_back(edge, other);
    }
    return true;
  });
  std::reverse(step.edges.begin(), step.edges.end());
  steps_.push_back(std::move(step));
}

bool TrailSearch::WalkLength(Execution& execution, graph::NodeIndex from, int64_t length,
                             const Allow& allow, const Take& take) {
  steps_.clear();
  path_.clear();
  goes_on_ = false;
  Open(execution, from, length, allow);
  while (!steps_.empty() && !execution.failed()) {
    if (steps_.back().edges.empty()) {
      steps_.pop_back();
      if (!path_.empty()) path_.pop_back();
      continue;
    }
    const auto [edge, other] = steps_.back().edges.back();
    steps_.back().edges.pop_back();
    path_.push_back(edge);
    if (static_cast<int64_t>(path_.size()) < length) {
      Open(execution, other, length, allow);
      continue;
    }
    // Steps that could not come to the end in time were not made ready: this is the end.
    goes_on_ = true;
    const Verdict verdict = take(path_);
    path_.pop_back();
    if (verdict == Verdict::kStop) return false;
    if (verdict == Verdict::kTaken && ++taken_ == wanted_) return true;
  }
  return !execution.failed();
}

bool TrailSearch::Run(Execution& execution, graph::NodeIndex from, graph::NodeIndex to,
                      int64_t count, bool groups, const Allow& allow, const Take& take) {
  if (!MeasureDistances(execution, to, allow)) return false;
  taken_ = 0;
  wanted_ = groups ? std::numeric_limits<int64_t>::max() : count;
  int64_t lengths_with_any = 0;
  int64_t length = lengths_.min;
  if (length == 0) {
    if (from == to) {
      const Verdict verdict = take({});
      if (verdict == Verdict::kStop) return false;
      if (verdict == Verdict::kTaken) taken_ = lengths_with_any = 1;
    }
    length = 1;
  }
  for (goes_on_ = true; goes_on_ && length <= lengths_.max; ++length) {
    if (groups ? lengths_with_any >= count : taken_ >= count) break;
    const int64_t before = taken_;
    if (!WalkLength(execution, from, length, allow, take)) return false;
    if (taken_ > before) ++lengths_with_any;
  }
  return true;
}

namespace {

class LoopSearch {
 public:
  LoopSearch(const ExpandSpec& spec, graph::NodeIndex start) : spec_(spec), start_(start) {
    reached_[start] = {};
  }

  std::optional<std::vector<graph::EdgeIndex>> Run(Execution& execution, int64_t most,
                                                   const TrailSearch::Allow& allow) {
    std::vector<graph::NodeIndex> frontier = {start_};
    for (int64_t done = 0; !frontier.empty(); ++done) {
      // What is met from now on makes a loop of at least that length.
      const int64_t least = spec_.direction == Direction::kBoth ? 2 * done + 1 : done + 1;
      if (least > most || least >= shortest_) break;
      next_.clear();
      for (const graph::NodeIndex node : frontier) {
        const Reached from = reached_.at(node);
        const auto take = [&](graph::EdgeIndex edge, graph::NodeIndex other) {
          if (!execution.Step()) return false;
          if ((node == start_ || edge != from.by) && allow(edge)) Meet(from, node, edge, other);
          return !execution.failed();
        };
        if (!ForEachEdge(execution.view(), node, spec_, take)) return std::nullopt;
      }
      frontier.swap(next_);
    }
    if (shortest_ == kNone || shortest_ > most) return std::nullopt;
    return Trail();
  }

 private:
  static constexpr int64_t kNone = std::numeric_limits<int64_t>::max();

  struct Reached {
    int64_t distance = 0;
    graph::EdgeIndex by = 0;      // the relationship that led there
    graph::EdgeIndex branch = 0;  // the first relationship of the way
    graph::NodeIndex parent = 0;
  };

  // The way from the start to the node, its last relationship first.
  std::vector<graph::EdgeIndex> WayTo(graph::NodeIndex node) const {
    std::vector<graph::EdgeIndex> way;
    for (Reached at = reached_.at(node); at.distance > 0; at = reached_.at(at.parent)) {
      way.push_back(at.by);
    }
    return way;
  }

  std::vector<graph::EdgeIndex> Trail() const {
    std::vector<graph::EdgeIndex> trail = WayTo(meeting_.first);
    std::reverse(trail.begin(), trail.end());
    trail.push_back(meeting_edge_);
    const std::vector<graph::EdgeIndex> back = WayTo(meeting_.second);
    trail.insert(trail.end(), back.begin(), back.end());
    return trail;
  }

  void Meet(const Reached& from, graph::NodeIndex node, graph::EdgeIndex edge,
            graph::NodeIndex other) {
    const graph::EdgeIndex branch = node == start_ ? edge : from.branch;
    const auto [at, is_new] =
        reached_.try_emplace(other, Reached{from.distance + 1, edge, branch, node});
    if (is_new) return next_.push_back(other);
    const bool is_directed = spec_.direction != Direction::kBoth;
    const bool meets = !is_directed && at->second.by != edge && at->second.branch != branch;
    if (other != start_ && !meets) return;
    const int64_t length = from.distance + 1 + at->second.distance;
    if (length >= shortest_) return;
    shortest_ = length;
    meeting_ = {node, other};
    meeting_edge_ = edge;
  }

  const ExpandSpec& spec_;
  graph::NodeIndex start_;
  absl::flat_hash_map<graph::NodeIndex, Reached> reached_;
  std::vector<graph::NodeIndex> next_;
  int64_t shortest_ = kNone;
  std::pair<graph::NodeIndex, graph::NodeIndex> meeting_;
  graph::EdgeIndex meeting_edge_ = 0;
};

}  // namespace

std::optional<std::vector<graph::EdgeIndex>> ShortestLoop(Execution& execution,
                                                          const ExpandSpec& spec,
                                                          graph::NodeIndex start, int64_t most,
                                                          const TrailSearch::Allow& allow) {
  return LoopSearch(spec, start).Run(execution, most, allow);
}

}  // namespace norn::query
