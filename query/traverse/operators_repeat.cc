#include "query/traverse/operators_repeat.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace norn::query {

void TurnFinder::Seal(Pipeline pipeline) {
  pipeline_ = std::move(pipeline);
  pipeline_.Add(std::make_unique<Sink>("Turn", [this](Execution& execution) {
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

std::vector<Turn> TurnFinder::Find(Execution& execution, graph::NodeIndex node) {
  found_.clear();
  execution.slot(spec_.left) = Value::Node(node);
  pipeline_.Run(execution);
  return std::move(found_);
}

int64_t TurnFinder::BytesOf(const std::vector<Turn>& turns) const {
  constexpr size_t kPerValue = sizeof(Value) + sizeof(graph::EdgeIndex);
  return static_cast<int64_t>(
      turns.size() *
      (sizeof(Turn) + kPerValue * (spec_.variables.size() + spec_.relationships.size())));
}

bool MayFollow(Execution& execution, const RepeatSpec& spec, const std::vector<const Turn*>& path,
               const Turn& turn) {
  if (!execution.Step(1 + path.size())) return false;
  return std::none_of(turn.edges.begin(), turn.edges.end(), [&](graph::EdgeIndex edge) {
    const auto holds = [edge](const Turn* earlier) {
      return std::find(earlier->edges.begin(), earlier->edges.end(), edge) != earlier->edges.end();
    };
    if (!spec.ends.may_recur && std::any_of(path.begin(), path.end(), holds)) return true;
    return HoldsEdge(execution, spec.ends.other_slots, edge);
  });
}

void BindTurns(Execution& execution, const RepeatSpec& spec, const std::vector<const Turn*>& path) {
  Value::Items edges;
  for (const Turn* turn : path) {
    for (const graph::EdgeIndex edge : turn->edges) edges.push_back(Value::Relationship(edge));
  }
  execution.slot(spec.ends.relationship) = Value::List(std::move(edges));
  for (size_t i = 0; i < spec.variables.size(); ++i) {
    Value::Items items;
    for (const Turn* turn : path) items.push_back(turn->variables[i]);
    execution.slot(spec.variables[i].second) = Value::List(std::move(items));
  }
}

bool Repeat::Emit(Execution& execution, graph::NodeIndex node) {
  if (static_cast<int64_t>(path_.size()) < spec_.turns.min) return true;
  if (spec_.ends.to_bound) {
    const Value& end = execution.slot(spec_.ends.to);
    if (!end.is(Value::Kind::kNode) || end.is_detached() || end.index() != node) return true;
  }
  if (!spec_.ends.to_nodes.Has(node)) return true;
  BindTurns(execution, spec_, path_);
  if (!spec_.ends.to_bound) execution.slot(spec_.ends.to) = Value::Node(node);
  return PushOn(execution);
}

// Emits the node, and makes ready the turns that lead on from it.
bool Repeat::Open(Execution& execution, graph::NodeIndex node) {
  if (!Emit(execution, node)) return false;
  levels_.emplace_back();
  if (static_cast<int64_t>(path_.size()) >= spec_.turns.max) return true;
  Level& level = levels_.back();
  level.turns = turns_.Find(execution, node);
  level.reserved = turns_.BytesOf(level.turns);
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
    if (!MayFollow(execution, spec_, path_, turn)) {
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
