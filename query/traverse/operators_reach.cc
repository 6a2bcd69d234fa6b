#include "query/traverse/operators_reach.h"

#include <algorithm>
#include <limits>

#include "absl/container/flat_hash_map.h"
#include "query/traverse/trail_search.h"

namespace norn::query {

namespace {

constexpr uint64_t kUnknown = std::numeric_limits<uint64_t>::max();

constexpr int64_t kMostLayers = 16;       // lengths that are looked at one by one
constexpr int kSearchesOnFromTrails = 8;  // of trails of the least length
constexpr int64_t kNoLoop = std::numeric_limits<int64_t>::max();

}  // namespace

bool ReachExpand::Allows(Execution& execution, graph::EdgeIndex edge) {
  if (filter_ == nullptr) return true;
  execution.slot(filter_slot_) = Value::Relationship(edge);
  return filter_->Eval(execution).is_true();
}

bool ReachExpand::Mark(Execution& execution, graph::NodeIndex node) {
  if (!Counts(node) || !marked_.Add(node)) return true;
  if (unmarked_ != kUnknown) --unmarked_;
  if (!spec_.to_bound) execution.slot(spec_.to) = Value::Node(node);
  wants_more_ = PushOn(execution);
  return wants_more_ && !only_.has_value() && unmarked_ > 0;
}

template <typename Meet>
bool ReachExpand::Search(Execution& execution, graph::NodeIndex start, int64_t steps, Meet meet) {
  visited_.Open(execution.view().node_count());
  std::vector<graph::NodeIndex> frontier = {start};
  std::vector<graph::NodeIndex> next;
  const bool takes_all = filter_ == nullptr && path_.empty();
  const auto takes = [&](graph::EdgeIndex edge) {
    return std::find(path_.begin(), path_.end(), edge) == path_.end() && Allows(execution, edge);
  };
  for (int64_t length = 1; length <= steps && !frontier.empty(); ++length) {
    next.clear();
    for (const graph::NodeIndex node : frontier) {
      uint64_t walked = 1;  // told at once: this loop is the most that a search does
      const bool ok = ForEachEdge(execution.view(), node, spec_,
                                  [&](graph::EdgeIndex edge, graph::NodeIndex other) {
                                    ++walked;
                                    if (!takes_all && !takes(edge)) return !execution.failed();
                                    if (visited_.Add(other)) next.push_back(other);
                                    return true;
                                  });
      if (!execution.Step(walked) || !ok) return false;
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

// One relationship on from the last layer.
bool ReachExpand::AddLayer(Execution& execution) {
  Layer next;
  for (const graph::NodeIndex node : layers_.back().nodes) {
    const bool ok = ForEachEdge(execution.view(), node, spec_,
                                [&](graph::EdgeIndex edge, graph::NodeIndex other) {
                                  if (!execution.Step()) return false;
                                  if (!next.has.contains(other) && Allows(execution, edge)) {
                                    next.has.insert(other);
                                    next.nodes.push_back(other);
                                  }
                                  return !execution.failed();
                                });
    if (!ok) return false;
  }
  constexpr int64_t kPerNode = 4 * sizeof(graph::NodeIndex);
  const auto bytes = static_cast<int64_t>(next.nodes.size()) * kPerNode;
  reserved_ += bytes;
  layers_.push_back(std::move(next));
  return execution.Reserve(bytes);
}

bool ReachExpand::HasTrailTo(Execution& execution, graph::NodeIndex node, size_t layer) {
  if (layer == 0) return true;
  ExpandSpec back;
  back.types = spec_.types;
  back.direction = spec_.direction == Direction::kOut  ? Direction::kIn
                   : spec_.direction == Direction::kIn ? Direction::kOut
                                                       : Direction::kBoth;
  bool found = false;
  ForEachEdge(execution.view(), node, back, [&](graph::EdgeIndex edge, graph::NodeIndex other) {
    if (!execution.Step()) return false;
    if (!layers_[layer - 1].has.contains(other)) return true;
    if (std::find(path_.begin(), path_.end(), edge) != path_.end()) return true;
    if (!Allows(execution, edge)) return !execution.failed();
    path_.push_back(edge);
    found = HasTrailTo(execution, other, layer - 1);
    if (!found) path_.pop_back();
    return !found && !execution.failed();
  });
  return found;
}

bool ReachExpand::MarkLayer(Execution& execution, int64_t shortest_loop) {
  const auto length = static_cast<int64_t>(layers_.size()) - 1;
  const graph::NodeIndex start = layers_[0].nodes[0];
  int searches = length == lengths_.min && lengths_.max > length ? kSearchesOnFromTrails : 0;
  // What is pushed on may come back to this layer's nodes: they stay as they are.
  for (size_t i = 0; i < layers_.back().nodes.size(); ++i) {
    const graph::NodeIndex node = layers_.back().nodes[i];
    if (!execution.Step()) return false;
    if (marked_.Has(node) || (!Counts(node) && searches == 0)) continue;
    // Without a loop of that length all ways back to the start would be looked at in vain.
    if (node == start && length < shortest_loop) continue;
    path_.clear();
    const bool has_trail = HasTrailTo(execution, node, layers_.size() - 1);
    bool goes_on = !execution.failed() && (!has_trail || Mark(execution, node));
    if (goes_on && has_trail && searches > 0) {
      --searches;
      goes_on = Search(execution, node, lengths_.max - length,
                       [&](graph::NodeIndex other) { return Mark(execution, other); });
    }
    path_.clear();
    if (!goes_on) return false;
  }
  return true;
}

bool ReachExpand::ReachByLayers(Execution& execution, graph::NodeIndex start, bool* left) {
  *left = false;
  int64_t shortest_loop = kNoLoop;
  if (Counts(start)) {
    const auto loop = ShortestLoop(execution, spec_, start, lengths_.max,
                                   [&](graph::EdgeIndex edge) { return Allows(execution, edge); });
    if (loop.has_value()) shortest_loop = static_cast<int64_t>(loop->size());
    if (execution.failed()) return false;
    if (!loop.has_value() && marked_.Add(start) && --unmarked_ == 0) return true;
  }
  layers_.clear();
  layers_.push_back({{start}, {start}});
  const int64_t last = std::min(lengths_.max, lengths_.min + kMostLayers);
  bool goes_on = true;
  while (goes_on && static_cast<int64_t>(layers_.size()) <= last && !layers_.back().nodes.empty()) {
    goes_on = AddLayer(execution);
    const auto length = static_cast<int64_t>(layers_.size()) - 1;
    if (goes_on && length >= lengths_.min) goes_on = MarkLayer(execution, shortest_loop);
  }
  *left = goes_on && last < lengths_.max && !layers_.back().nodes.empty();
  execution.Reserve(-reserved_);
  reserved_ = 0;
  layers_.clear();
  return goes_on;
}

// All trails of just the least length, and ways on from their ends.
bool ReachExpand::ReachBeyond(Execution& execution, graph::NodeIndex start) {
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

bool ReachExpand::ReachFromLength(Execution& execution, graph::NodeIndex start) {
  // What any walk could reach is all that can be marked.
  uint64_t most = Counts(start) ? 1 : 0;
  const bool ok = Search(execution, start, lengths_.max, [&](graph::NodeIndex node) {
    if (node != start && Counts(node)) ++most;
    return true;
  });
  unmarked_ = most;
  if (!ok || unmarked_ == 0) return ok;
  bool left = lengths_.min > kMostLayers;
  const bool goes_on = left || ReachByLayers(execution, start, &left);
  return goes_on && left ? ReachBeyond(execution, start) : goes_on;
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
  marked_.Open(execution.view().node_count());
  path_.clear();
  unmarked_ = kUnknown;
  wants_more_ = true;
  if (lengths_.max < lengths_.min) return true;
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
