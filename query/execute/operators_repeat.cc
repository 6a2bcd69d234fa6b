#include "query/execute/operators_repeat.h"

#include <algorithm>
#include <memory>

namespace norn::query {

void Repeat::Seal() {
  turn_.Add(std::make_unique<Sink>("Turn", [this](Execution& execution) {
    Turn turn;
    turn.end = execution.slot(spec_.right).index();
    for (const uint32_t slot : spec_.relationships) {
      turn.edges.push_back(execution.slot(slot).index());
    }
    for (const auto& [within, list] : spec_.variables) {
      turn.variables.push_back(execution.slot(within));
    }
    found_.push_back(std::move(turn));
    return !execution.failed();
  }));
}

bool Repeat::MayTake(Execution& execution, const Turn& turn) {
  if (!execution.Step(1 + path_.size())) return false;
  return std::none_of(turn.edges.begin(), turn.edges.end(), [&](graph::EdgeIndex edge) {
    const auto holds = [edge](const Turn* earlier) {
      return std::find(earlier->edges.begin(), earlier->edges.end(), edge) != earlier->edges.end();
    };
    if (!spec_.ends.may_recur && std::any_of(path_.begin(), path_.end(), holds)) return true;
    return HoldsEdge(execution, spec_.ends.other_slots, edge);
  });
}

bool Repeat::Emit(Execution& execution, graph::NodeIndex node) {
  if (static_cast<int64_t>(path_.size()) < spec_.turns.min) return true;
  if (spec_.ends.to_bound) {
    const Value& end = execution.slot(spec_.ends.to);
    if (!end.is(Value::Kind::kNode) || end.is_detached() || end.index() != node) return true;
  }
  if (!spec_.ends.to_nodes.Has(node)) return true;
  Value::Items edges;
  for (const Turn* turn : path_) {
    for (const graph::EdgeIndex edge : turn->edges) edges.push_back(Value::Relationship(edge));
  }
  execution.slot(spec_.ends.relationship) = Value::List(std::move(edges));
  for (size_t i = 0; i < spec_.variables.size(); ++i) {
    Value::Items items;
    for (const Turn* turn : path_) items.push_back(turn->variables[i]);
    execution.slot(spec_.variables[i].second) = Value::List(std::move(items));
  }
  if (!spec_.ends.to_bound) execution.slot(spec_.ends.to) = Value::Node(node);
  return PushOn(execution);
}

// Emits the node, and makes ready the turns that lead on from it.
bool Repeat::Open(Execution& execution, graph::NodeIndex node) {
  if (!Emit(execution, node)) return false;
  levels_.emplace_back();
  if (static_cast<int64_t>(path_.size()) >= spec_.turns.max) return true;
  found_.clear();
  execution.slot(spec_.left) = Value::Node(node);
  turn_.Run(execution);
  Level& level = levels_.back();
  level.turns = std::move(found_);
  constexpr size_t kPerValue = sizeof(Value) + sizeof(graph::EdgeIndex);
  level.reserved = static_cast<int64_t>(
      level.turns.size() *
      (sizeof(Turn) + kPerValue * (spec_.variables.size() + spec_.relationships.size())));
  return execution.Reserve(level.reserved) && !execution.failed();
}

bool Repeat::Process(Execution& execution) {
  const Value& start = execution.slot(spec_.ends.from);
  if (!start.is(Value::Kind::kNode) || start.is_detached()) return true;
  levels_.clear();
  path_.clear();
  bool wants_more = Open(execution, start.index());
  while (wants_more && !levels_.empty()) {
    Level& level = levels_.back();
    if (level.next == level.turns.size()) {
      execution.Reserve(-level.reserved);
      levels_.pop_back();
      if (!path_.empty()) path_.pop_back();
      continue;
    }
    const Turn& turn = level.turns[level.next++];
    if (!MayTake(execution, turn)) {
      wants_more = !execution.failed();
      continue;
    }
    path_.push_back(&turn);
    wants_more = Open(execution, turn.end);
  }
  for (const Level& level : levels_) execution.Reserve(-level.reserved);
  levels_.clear();
  path_.clear();
  return wants_more && !execution.failed();
}

}  // namespace norn::query
