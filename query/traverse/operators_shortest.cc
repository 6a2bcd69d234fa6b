#include "query/traverse/operators_shortest.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace norn::query {

namespace {

Direction Turned(Direction direction) {
  if (direction == Direction::kBoth) return direction;
  return direction == Direction::kOut ? Direction::kIn : Direction::kOut;
}

}  // namespace

size_t ShortestPath::WorkOf(const graph::View& view, const Side& side) const {
  size_t work = 0;
  ExpandSpec probe;
  probe.types = spec_.types;
  probe.direction = side.direction;
  for (graph::NodeIndex node : side.frontier) work += CountEdges(view, node, probe);
  return work;
}

ShortestPath::Parents ShortestPath::ParentsOf(const Side& side, graph::NodeIndex node) {
  const Reached& reached = side.reached.at(node);
  Parents parents = {{reached.edge, reached.parent}};
  if (const auto more = side.more.find(node); more != side.more.end()) {
    parents.insert(parents.end(), more->second.begin(), more->second.end());
  }
  return parents;
}

// Moves the side's frontier one relationship on. Where one path is enough, the first node that the
// other side has reached too is on one: nearer ones would have been met before.
bool ShortestPath::Advance(Execution& execution, Side& side, const Side& other_side) {
  ExpandSpec walk;
  walk.types = spec_.types;
  walk.direction = side.direction;
  std::vector<graph::NodeIndex> next;
  ++side.distance;
  bool met = false;
  for (graph::NodeIndex node : side.frontier) {
    auto take = [&](graph::EdgeIndex edge, graph::NodeIndex other) {
      if (!execution.Step()) return false;
      auto it = side.reached.find(other);
      bool is_new = it == side.reached.end();
      if (!is_new && (!all_ || it->second.distance != side.distance)) return true;
      if (filter_ != nullptr) {
        execution.slot(filter_slot_) = Value::Relationship(edge);
        if (!filter_->Eval(execution).is_true()) return !execution.failed();
      }
      constexpr int64_t kPerNode = sizeof(Reached) + 32;
      reserved_ += kPerNode;
      execution.Reserve(kPerNode);
      if (!is_new) {
        side.more[other].emplace_back(edge, node);
        return true;
      }
      side.reached.emplace(other, Reached{side.distance, edge, node});
      met = !all_ && other_side.reached.contains(other);
      if (met) next.clear();
      next.push_back(other);
      return !met;
    };
    if (ForEachEdge(execution.view(), node, walk, take)) continue;
    if (!met) return false;
    break;
  }
  side.frontier = std::move(next);
  return true;
}

bool ShortestPath::Emit(Execution& execution, const std::vector<graph::EdgeIndex>& edges) {
  Value::Items items;
  for (graph::EdgeIndex edge : edges) items.push_back(Value::Relationship(edge));
  if (spec_.relationship != kNoSlot) execution.slot(spec_.relationship) = Value::List(items);
  return PushOn(execution);
}

// Completes `edges` (which lead from the start to the meeting) from the meeting to the end.
bool ShortestPath::EmitBackward(Execution& execution, graph::NodeIndex node,
                                std::vector<graph::EdgeIndex>& edges) {
  if (backward_.reached.at(node).distance == 0) return Emit(execution, edges);
  for (const auto& [edge, parent] : ParentsOf(backward_, node)) {
    edges.push_back(edge);
    bool wants_more = EmitBackward(execution, parent, edges);
    edges.pop_back();
    if (!wants_more || !all_) return wants_more;
  }
  return true;
}

// `edges` lead from `node` to the meeting, the last one first.
bool ShortestPath::EmitForward(Execution& execution, graph::NodeIndex node,
                               std::vector<graph::EdgeIndex>& edges, graph::NodeIndex meeting) {
  if (forward_.reached.at(node).distance == 0) {
    std::vector<graph::EdgeIndex> path(edges.rbegin(), edges.rend());
    return EmitBackward(execution, meeting, path);
  }
  for (const auto& [edge, parent] : ParentsOf(forward_, node)) {
    edges.push_back(edge);
    bool wants_more = EmitForward(execution, parent, edges, meeting);
    edges.pop_back();
    if (!wants_more || !all_) return wants_more;
  }
  return true;
}

// Every shortest path has exactly one node at the distance that `moved` has just come to.
bool ShortestPath::EmitMeetings(Execution& execution, const Side& moved, const Side& other,
                                bool* found) {
  int64_t best = std::numeric_limits<int64_t>::max();
  std::vector<graph::NodeIndex> meetings;
  for (graph::NodeIndex node : moved.frontier) {
    auto it = other.reached.find(node);
    if (it == other.reached.end() || it->second.distance > best) continue;
    if (it->second.distance < best) meetings.clear();
    best = it->second.distance;
    meetings.push_back(node);
  }
  *found = !meetings.empty();
  if (*found && moved.distance + best > lengths_.max) return true;
  std::sort(meetings.begin(), meetings.end());
  for (graph::NodeIndex meeting : meetings) {
    std::vector<graph::EdgeIndex> edges;
    if (!EmitForward(execution, meeting, edges, meeting)) return false;
    if (!all_) break;
  }
  return true;
}

bool ShortestPath::Search(Execution& execution, graph::NodeIndex from, graph::NodeIndex to) {
  forward_ = Side();
  backward_ = Side();
  forward_.direction = spec_.direction;
  backward_.direction = Turned(spec_.direction);
  forward_.frontier = {from};
  backward_.frontier = {to};
  forward_.reached[from];
  backward_.reached[to];
  bool found = false;
  while (!found && !forward_.frontier.empty() && !backward_.frontier.empty() &&
         forward_.distance + backward_.distance < lengths_.max) {
    const graph::View& view = execution.view();
    bool ahead = WorkOf(view, forward_) <= WorkOf(view, backward_);
    Side& moved = ahead ? forward_ : backward_;
    const Side& other = ahead ? backward_ : forward_;
    if (!Advance(execution, moved, other)) return false;
    if (!EmitMeetings(execution, moved, other, &found)) return false;
  }
  return true;
}

bool ShortestPath::Allows(Execution& execution, graph::EdgeIndex edge) {
  if (filter_ == nullptr) return true;
  execution.slot(filter_slot_) = Value::Relationship(edge);
  return filter_->Eval(execution).is_true();
}

// Back to where it began. All trails would be looked at to find that there is none.
bool ShortestPath::SearchLoops(Execution& execution, graph::NodeIndex start, bool plain) {
  VariableExpand::Lengths lengths = lengths_;
  if (lengths.min > 0) {
    const std::optional<std::vector<graph::EdgeIndex>> loop =
        ShortestLoop(execution, spec_, start, lengths.max,
                     [&](graph::EdgeIndex edge) { return Allows(execution, edge); });
    if (!loop.has_value()) return !execution.failed();
    if (plain && !all_) return Emit(execution, *loop);
    lengths.min = std::max(lengths.min, static_cast<int64_t>(loop->size()));
    if (plain) lengths.max = lengths.min;
  }
  TrailSearch trails(spec_, lengths);
  return SearchTrails(execution, trails, start, start);
}

bool ShortestPath::SearchTrails(Execution& execution, TrailSearch& trails, graph::NodeIndex from,
                                graph::NodeIndex to) {
  const auto allow = [&](graph::EdgeIndex edge) { return Allows(execution, edge); };
  const auto take = [this, &execution](const std::vector<graph::EdgeIndex>& trail) {
    using Verdict = TrailSearch::Verdict;
    Value::Items items;
    for (const graph::EdgeIndex edge : trail) items.push_back(Value::Relationship(edge));
    if (spec_.relationship != kNoSlot) {
      execution.slot(spec_.relationship) = Value::List(std::move(items));
    }
    if (choice_.condition != nullptr) {
      for (const auto& [value, slot] : choice_.before)
        execution.slot(slot) = value->Eval(execution);
      if (!choice_.condition->Eval(execution).is_true()) {
        return execution.failed() ? Verdict::kStop : Verdict::kUnfit;
      }
    }
    return PushOn(execution) ? Verdict::kTaken : Verdict::kStop;
  };
  return trails.Run(execution, from, to, choice_.count, all_, allow, take);
}

bool ShortestPath::Process(Execution& execution) {
  const Value& from = execution.slot(spec_.from);
  const Value& to = execution.slot(spec_.to);
  if (!from.is(Value::Kind::kNode) || !to.is(Value::Kind::kNode) || from.is_detached() ||
      to.is_detached()) {
    return true;
  }
  const bool plain = choice_.condition == nullptr && choice_.count == 1 && lengths_.min <= 1;
  if (plain && from.index() == to.index() && lengths_.min == 0) return Emit(execution, {});
  if (from.index() == to.index()) return SearchLoops(execution, from.index(), plain);
  if (!plain) return SearchTrails(execution, trails_, from.index(), to.index());
  bool wants_more = Search(execution, from.index(), to.index());
  execution.Reserve(-reserved_);
  reserved_ = 0;
  return wants_more;
}

}  // namespace norn::query
