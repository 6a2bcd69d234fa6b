#include "query/traverse/operators_expand.h"

#include <algorithm>

namespace norn::query {

size_t CountEdges(const graph::View& view, graph::NodeIndex node, const ExpandSpec& spec) {
  size_t count = 0;
  for (graph::EdgeTypeId type : spec.types) {
    if (spec.direction != Direction::kIn) count += view.Out(node, type).size();
    if (spec.direction != Direction::kOut) count += view.In(node, type).size();
  }
  return count;
}

bool ListHoldsEdge(const Value& list, graph::EdgeIndex edge) {
  if (!list.is(Value::Kind::kList)) return false;
  return std::any_of(list.list().begin(), list.list().end(), [&](const Value& item) {
    return item.is(Value::Kind::kRelationship) && item.index() == edge;
  });
}

namespace {

// Whether the bit was not set before.
bool SetBit(std::vector<uint64_t>& bits, graph::NodeIndex node) {
  uint64_t& word = bits[node / 64];
  const uint64_t bit = uint64_t{1} << (node % 64);
  const bool is_new = (word & bit) == 0;
  word |= bit;
  return is_new;
}

bool HasBit(const std::vector<uint64_t>& bits, graph::NodeIndex node) {
  return (bits[node / 64] >> (node % 64) & 1) != 0;
}

}  // namespace

void Expand::ForgetVisitedOfOuterRow(const graph::View& view) {
  if (rows_within_ == spec_.distinct_within->rows_in()) return;
  rows_within_ = spec_.distinct_within->rows_in();
  visited_.assign(view.node_count() / 64 + 1, 0);
}

bool Expand::Bind(Execution& execution, graph::EdgeIndex edge, graph::NodeIndex to) {
  if (!spec_.to_nodes.Has(to)) return true;
  if (!spec_.other_slots.empty() && HoldsEdge(execution, spec_.other_slots, edge)) return true;
  if (spec_.distinct_within != nullptr) SetBit(visited_, to);
  if (spec_.relationship != kNoSlot) {
    execution.slot(spec_.relationship) = Value::Relationship(edge);
  }
  if (!spec_.to_bound) execution.slot(spec_.to) = Value::Node(to);
  return PushOn(execution);
}

bool Expand::WalkHalf(Execution& execution, const graph::HalfEdges& half, bool skip_loops,
                      graph::NodeIndex from) {
  size_t begin = 0;
  size_t end = half.size();
  if (dates_) {
    auto first = half.date_keys.begin();
    begin = static_cast<size_t>(std::lower_bound(first, half.date_keys.end(), first_date_) - first);
    end = static_cast<size_t>(std::upper_bound(first, half.date_keys.end(), last_date_) - first);
  }
  const bool distinct = spec_.distinct_within != nullptr;
  uint64_t met_before = 0;
  for (size_t i = begin; i < end; ++i) {
    // Most far ends were met before: that is asked first, and marked when all else is found right.
    if (distinct && HasBit(visited_, half.nodes[i])) {
      ++met_before;
      continue;
    }
    if (skip_loops && half.nodes[i] == from) continue;
    if (spec_.distinct_to && half.nodes[i] != from && !SetBit(visited_, half.nodes[i])) continue;
    if (!Bind(execution, half.edge(i), half.nodes[i])) return false;
  }
  return execution.Step(met_before);
}

// Both ends are bound: goes through the edges of the one that has fewer.
bool Expand::WalkToBound(Execution& execution, graph::NodeIndex from) {
  graph::NodeIndex to = execution.slot(spec_.to).index();
  const graph::View& view = execution.view();
  auto turned = [](Direction direction) {
    if (direction == Direction::kBoth) return direction;
    return direction == Direction::kOut ? Direction::kIn : Direction::kOut;
  };
  size_t here = CountEdges(view, from, spec_);
  spec_.direction = turned(spec_.direction);
  size_t there = CountEdges(view, to, spec_);
  bool swap = there < here;
  if (!swap) spec_.direction = turned(spec_.direction);
  bool wants_more = ForEachEdge(view, swap ? to : from, spec_,
                                [&](graph::EdgeIndex edge, graph::NodeIndex other) {
                                  if (!execution.Step()) return false;
                                  return other != (swap ? from : to) || Bind(execution, edge, to);
                                });
  if (swap) spec_.direction = turned(spec_.direction);
  return wants_more;
}

bool Expand::Process(Execution& execution) {
  const Value& start = execution.slot(spec_.from);
  if (!start.is(Value::Kind::kNode) || start.is_detached()) return true;
  graph::NodeIndex from = start.index();
  if (spec_.to_bound) {
    const Value& to = execution.slot(spec_.to);
    if (!to.is(Value::Kind::kNode) || to.is_detached()) return true;
    return WalkToBound(execution, from);
  }
  dates_ = spec_.date_from != nullptr;
  if (dates_) {
    first_date_ = static_cast<graph::DateKey>(spec_.date_from->Eval(execution).integer());
    last_date_ = static_cast<graph::DateKey>(spec_.date_to->Eval(execution).integer());
  }
  const graph::View& view = execution.view();
  if (spec_.distinct_within != nullptr) ForgetVisitedOfOuterRow(view);
  if (spec_.distinct_to) {
    visited_.assign(view.node_count() / 64 + 1, 0);
    if (!execution.Step(visited_.size() / 64)) return false;
  }
  for (graph::EdgeTypeId type : spec_.types) {
    if (spec_.direction != Direction::kIn &&
        !WalkHalf(execution, view.Out(from, type), false, from)) {
      return false;
    }
    if (spec_.direction != Direction::kOut &&
        !WalkHalf(execution, view.In(from, type), spec_.direction == Direction::kBoth, from)) {
      return false;
    }
  }
  return true;
}

bool BoundRelationship::Try(Execution& execution, graph::NodeIndex from, graph::NodeIndex to) {
  auto is = [&execution](uint32_t slot, graph::NodeIndex node) {
    const Value& held = execution.slot(slot);
    return held.is(Value::Kind::kNode) && !held.is_detached() && held.index() == node;
  };
  if (from_bound_ && !is(spec_.from, from)) return true;
  if (!from_bound_) execution.slot(spec_.from) = Value::Node(from);
  if (spec_.to_bound && !is(spec_.to, to)) return true;
  if (!spec_.to_bound) execution.slot(spec_.to) = Value::Node(to);
  return PushOn(execution);
}

bool BoundRelationship::Process(Execution& execution) {
  const Value& bound = execution.slot(spec_.relationship);
  if (!bound.is(Value::Kind::kRelationship) || bound.is_detached()) return true;
  graph::EdgeIndex edge = bound.index();
  const graph::View& view = execution.view();
  if (!std::binary_search(spec_.types.begin(), spec_.types.end(), view.TypeOf(edge))) return true;
  if (HoldsEdge(execution, spec_.other_slots, edge)) return true;
  graph::NodeIndex source = view.Source(edge);
  graph::NodeIndex target = view.Target(edge);
  if (spec_.direction != Direction::kIn && !Try(execution, source, target)) return false;
  bool turned = spec_.direction == Direction::kIn ||
                (spec_.direction == Direction::kBoth && source != target);
  return !turned || Try(execution, target, source);
}

bool VariableExpand::Allowed(Execution& execution, graph::EdgeIndex edge) {
  // Long paths cost more to look through: let them count for more.
  constexpr size_t kEdgesPerStep = 32;
  if (!execution.Step(path_.size() / kEdgesPerStep)) return false;
  if (!spec_.may_recur && std::find(path_.begin(), path_.end(), edge) != path_.end()) return false;
  if (!spec_.other_slots.empty() && HoldsEdge(execution, spec_.other_slots, edge)) return false;
  if (filter_ == nullptr) return true;
  execution.slot(filter_slot_) = Value::Relationship(edge);
  return filter_->Eval(execution).is_true();
}

bool VariableExpand::Emit(Execution& execution, graph::NodeIndex to) {
  if (static_cast<int64_t>(path_.size()) < lengths_.min) return true;
  if (spec_.to_bound) {
    const Value& end = execution.slot(spec_.to);
    if (!end.is(Value::Kind::kNode) || end.is_detached() || end.index() != to) return true;
  }
  if (!spec_.to_nodes.Has(to)) return true;
  if (spec_.relationship != kNoSlot) {
    Value::Items items;
    items.reserve(path_.size());
    for (graph::EdgeIndex edge : path_) items.push_back(Value::Relationship(edge));
    execution.slot(spec_.relationship) = Value::List(std::move(items));
  }
  if (!spec_.to_bound) execution.slot(spec_.to) = Value::Node(to);
  return PushOn(execution);
}

// Emits the node, and makes ready the edges that lead on from it.
bool VariableExpand::Open(Execution& execution, graph::NodeIndex node) {
  if (!Emit(execution, node)) return false;
  steps_.emplace_back();
  if (static_cast<int64_t>(path_.size()) >= lengths_.max) return true;
  Step& step = steps_.back();
  step.node = node;
  ForEachEdge(execution.view(), node, spec_, [&](graph::EdgeIndex edge, graph::NodeIndex other) {
    step.edges.emplace_back(edge, other);
    return execution.Step();
  });
  std::reverse(step.edges.begin(), step.edges.end());
  step.reserved =
      static_cast<int64_t>(sizeof(Step) + step.edges.capacity() * sizeof(step.edges[0]));
  return execution.Reserve(step.reserved) && !execution.failed();
}

void VariableExpand::Close(Execution& execution) {
  execution.Reserve(-steps_.back().reserved);
  steps_.pop_back();
}

bool VariableExpand::Process(Execution& execution) {
  const Value& start = execution.slot(spec_.from);
  if (!start.is(Value::Kind::kNode) || start.is_detached()) return true;
  // A pipeline may come back here while rows of an outer walk are under way: keep both apart.
  std::vector<Step> outer_steps = std::move(steps_);
  std::vector<graph::EdgeIndex> outer_path = std::move(path_);
  steps_.clear();
  path_.clear();
  bool wants_more = Open(execution, start.index());
  while (wants_more && !steps_.empty()) {
    if (!execution.Step()) {
      wants_more = false;
    } else if (steps_.back().edges.empty()) {
      Close(execution);
      if (!path_.empty()) path_.pop_back();
    } else {
      auto [edge, other] = steps_.back().edges.back();
      steps_.back().edges.pop_back();
      if (!Allowed(execution, edge)) continue;
      path_.push_back(edge);
      wants_more = Open(execution, other);
    }
  }
  while (!steps_.empty()) Close(execution);
  steps_ = std::move(outer_steps);
  path_ = std::move(outer_path);
  return wants_more && !execution.failed();
}

}  // namespace norn::query
