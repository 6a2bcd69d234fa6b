#include "query/execute/operators_reach.h"

#include <algorithm>
#include <limits>

#include "absl/container/flat_hash_map.h"

namespace norn::query {

namespace {

constexpr uint64_t kUnknown = std::numeric_limits<uint64_t>::max();

// Whether the bit was not set before.
bool SetBit(std::vector<uint64_t>& bits, graph::NodeIndex node) {
  uint64_t& word = bits[node / 64];
  const uint64_t bit = uint64_t{1} << (node % 64);
  const bool is_new = (word & bit) == 0;
  word |= bit;
  return is_new;
}

}  // namespace

bool ReachExpand::Allows(Execution& execution, graph::EdgeIndex edge) {
  if (filter_ == nullptr) return true;
  execution.slot(filter_slot_) = Value::Relationship(edge);
  return filter_->Eval(execution).is_true();
}

bool ReachExpand::Mark(Execution& execution, graph::NodeIndex node) {
  if (!spec_.to_nodes.Has(node) || (only_.has_value() && *only_ != node)) return true;
  if (!SetBit(marked_, node)) return true;
  if (unmarked_ != kUnknown) --unmarked_;
  if (!spec_.to_bound) execution.slot(spec_.to) = Value::Node(node);
  wants_more_ = PushOn(execution);
  return wants_more_ && !only_.has_value() && unmarked_ > 0;
}

template <typename Meet>
bool ReachExpand::Search(Execution& execution, graph::NodeIndex start, int64_t steps, Meet meet) {
  visited_.assign(execution.view().node_count() / 64 + 1, 0);
  if (!execution.Step(visited_.size() / 64)) return false;
  std::vector<graph::NodeIndex> frontier = {start};
  std::vector<graph::NodeIndex> next;
  for (int64_t length = 1; length <= steps && !frontier.empty(); ++length) {
    next.clear();
    for (const graph::NodeIndex node : frontier) {
      const bool ok = ForEachEdge(execution.view(), node, spec_,
                                  [&](graph::EdgeIndex edge, graph::NodeIndex other) {
                                    if (!execution.Step()) return false;
                                    if (std::find(path_.begin(), path_.end(), edge) != path_.end())
                                      return true;
                                    if (Allows(execution, edge) && SetBit(visited_, other))
                                      next.push_back(other);
                                    return !execution.failed();
                                  });
      if (!ok) return false;
    }
    for (const graph::NodeIndex node : next) {
      if (!meet(node)) return false;
    }
    frontier.swap(next);
  }
  return true;
}

// From length 1 on without a direction.
bool ReachExpand::ReachUndirected(Execution& execution, graph::NodeIndex start) {
  struct Reached {
    int64_t distance = 0;
    graph::EdgeIndex by = 0;      // the relationship that led there
    graph::EdgeIndex branch = 0;  // the first relationship of the way
  };
  absl::flat_hash_map<graph::NodeIndex, Reached> reached;
  constexpr int64_t kPerNode = 2 * (sizeof(graph::NodeIndex) + sizeof(Reached));
  reached[start] = {};
  std::optional<int64_t> back;  // the shortest trail back to the start
  std::vector<graph::NodeIndex> frontier = {start};
  std::vector<graph::NodeIndex> next;
  bool goes_on = true;
  for (int64_t length = 1; goes_on && length <= lengths_.max && !frontier.empty(); ++length) {
    next.clear();
    for (const graph::NodeIndex node : frontier) {
      const Reached from = reached.at(node);
      const bool ok = ForEachEdge(
          execution.view(), node, spec_, [&](graph::EdgeIndex edge, graph::NodeIndex other) {
            if (!execution.Step()) return false;
            if ((node != start && edge == from.by) || !Allows(execution, edge)) {
              return !execution.failed();
            }
            const graph::EdgeIndex branch = node == start ? edge : from.branch;
            const auto [at, is_new] = reached.try_emplace(other, Reached{length, edge, branch});
            if (is_new) {
              next.push_back(other);
              return true;
            }
            const bool is_loop = node == start && other == start;
            const bool meets = at->second.by != edge && at->second.branch != branch;
            if (is_loop || other == start || meets) {
              const int64_t trail = from.distance + 1 + at->second.distance;
              back = std::min(back.value_or(trail), trail);
            }
            return true;
          });
      if (!ok) goes_on = false;
    }
    if (!execution.Reserve(static_cast<int64_t>(next.size()) * kPerNode)) goes_on = false;
    for (const graph::NodeIndex node : next) goes_on = goes_on && Mark(execution, node);
    frontier.swap(next);
  }
  execution.Reserve(-static_cast<int64_t>(reached.size() - 1) * kPerNode);
  if (!goes_on || !back.has_value() || *back > lengths_.max) return goes_on;
  return Mark(execution, start);
}

void ReachExpand::OpenStep(Execution& execution, graph::NodeIndex node) {
  Step step;
  ForEachEdge(execution.view(), node, spec_, [&](graph::EdgeIndex edge, graph::NodeIndex other) {
    if (!execution.Step()) return false;
    const bool is_walked = std::find(path_.begin(), path_.end(), edge) != path_.end();
    if (!is_walked && Allows(execution, edge)) step.edges.emplace_back(edge, other);
    return !execution.failed();
  });
  steps_.push_back(std::move(step));
}

// All trails of just the least length, and ways on from their ends.
bool ReachExpand::ReachFromLength(Execution& execution, graph::NodeIndex start) {
  // What any walk could reach is all that can be marked.
  const auto counts = [this](graph::NodeIndex node) {
    return spec_.to_nodes.Has(node) && (!only_.has_value() || *only_ == node);
  };
  uint64_t most = counts(start) ? 1 : 0;
  const bool ok = Search(execution, start, lengths_.max, [&](graph::NodeIndex node) {
    if (node != start && counts(node)) ++most;
    return true;
  });
  unmarked_ = most;
  if (!ok || unmarked_ == 0) return ok;
  steps_.clear();
  OpenStep(execution, start);
  bool goes_on = true;
  while (goes_on && !steps_.empty() && !execution.failed()) {
    if (steps_.back().edges.empty()) {
      steps_.pop_back();
      if (!path_.empty()) path_.pop_back();
      continue;
    }
    const auto [edge, other] = steps_.back().edges.back();
    steps_.back().edges.pop_back();
    path_.push_back(edge);
    if (static_cast<int64_t>(path_.size()) < lengths_.min) {
      OpenStep(execution, other);
      continue;
    }
    goes_on = Mark(execution, other) &&
              Search(execution, other, lengths_.max - lengths_.min,
                     [&](graph::NodeIndex node) { return Mark(execution, node); });
    path_.pop_back();
  }
  return goes_on;
}

bool ReachExpand::Process(Execution& execution) {
  const Value& from = execution.slot(spec_.from);
  if (!from.is(Value::Kind::kNode) || from.is_detached()) return true;
  const graph::NodeIndex start = from.index();
  only_.reset();
  if (spec_.to_bound) {
    const Value& to = execution.slot(spec_.to);
    if (!to.is(Value::Kind::kNode) || to.is_detached()) return true;
    only_ = to.index();
  }
  marked_.assign(execution.view().node_count() / 64 + 1, 0);
  path_.clear();
  unmarked_ = kUnknown;
  wants_more_ = true;
  if (lengths_.max < lengths_.min || !execution.Step(marked_.size() / 64)) {
    return !execution.failed();
  }
  const auto mark = [&](graph::NodeIndex node) { return Mark(execution, node); };
  if (lengths_.min == 0) {
    if (Mark(execution, start)) Search(execution, start, lengths_.max, mark);
  } else if (lengths_.min > 1) {
    ReachFromLength(execution, start);
  } else if (spec_.direction == Direction::kBoth && !spec_.may_recur) {
    ReachUndirected(execution, start);
  } else {
    Search(execution, start, lengths_.max, mark);
  }
  return wants_more_ && !execution.failed();
}

}  // namespace norn::query
