#include "query/traverse/operators_nearest.h"

#include <algorithm>
#include <optional>

#include "query/traverse/trail_search.h"

namespace norn::query {

namespace {

constexpr int64_t kBytesPerNode = 48;  // that is reached, about

}  // namespace

bool NearestExpand::Allows(Execution& execution, graph::EdgeIndex edge) {
  if (filter_ == nullptr) return true;
  execution.slot(filter_slot_) = Value::Relationship(edge);
  return filter_->Eval(execution).is_true();
}

bool NearestExpand::Emit(Execution& execution, graph::NodeIndex end,
                         const std::vector<graph::EdgeIndex>& trail) {
  if (spec_.relationship != kNoSlot) {
    Value::Items items;
    for (const graph::EdgeIndex edge : trail) items.push_back(Value::Relationship(edge));
    execution.slot(spec_.relationship) = Value::List(std::move(items));
  }
  if (!spec_.to_bound) execution.slot(spec_.to) = Value::Node(end);
  return PushOn(execution);
}

std::vector<graph::EdgeIndex> NearestExpand::TrailTo(graph::NodeIndex node, int64_t length) const {
  std::vector<graph::EdgeIndex> trail;
  for (; length > 0; --length) {
    const Reached& reached = reached_.at(node);
    trail.push_back(reached.edge);
    node = reached.parent;
  }
  std::reverse(trail.begin(), trail.end());
  return trail;
}

// Back to the start: of no relationship where the least length is 0, else the shortest loop.
bool NearestExpand::EmitStart(Execution& execution, graph::NodeIndex start) {
  if (lengths_.min == 0) return Emit(execution, start, {});
  const auto allow = [&](graph::EdgeIndex edge) { return Allows(execution, edge); };
  const std::optional<std::vector<graph::EdgeIndex>> loop =
      ShortestLoop(execution, spec_, start, lengths_.max, allow);
  return loop.has_value() ? Emit(execution, start, *loop) : !execution.failed();
}

bool NearestExpand::Search(Execution& execution, graph::NodeIndex start) {
  std::vector<graph::NodeIndex> frontier = {start};
  std::vector<graph::NodeIndex> next;
  for (int64_t length = 1; length <= lengths_.max && !frontier.empty(); ++length) {
    next.clear();
    for (const graph::NodeIndex node : frontier) {
      const auto take = [&](graph::EdgeIndex edge, graph::NodeIndex other) {
        if (!execution.Step()) return false;
        if (other == start || reached_.contains(other) || !Allows(execution, edge)) {
          return !execution.failed();
        }
        reached_.emplace(other, Reached{edge, node});
        next.push_back(other);
        return true;
      };
      if (!ForEachEdge(execution.view(), node, spec_, take)) return false;
    }
    const auto bytes = static_cast<int64_t>(next.size()) * kBytesPerNode;
    reserved_ += bytes;
    if (!execution.Reserve(bytes)) return false;
    for (const graph::NodeIndex node : next) {
      const bool is_asked = !spec_.to_bound || execution.slot(spec_.to).index() == node;
      if (!is_asked || !spec_.to_nodes.Has(node)) continue;
      if (!Emit(execution, node, TrailTo(node, length))) return false;
      if (spec_.to_bound) return true;
    }
    frontier.swap(next);
  }
  return true;
}

bool NearestExpand::Process(Execution& execution) {
  const Value& from = execution.slot(spec_.from);
  if (!from.is(Value::Kind::kNode) || from.is_detached()) return true;
  const graph::NodeIndex start = from.index();
  bool asks_start = spec_.to_nodes.Has(start);
  bool asks_others = true;
  if (spec_.to_bound) {
    const Value& to = execution.slot(spec_.to);
    if (!to.is(Value::Kind::kNode) || to.is_detached()) return true;
    asks_start = asks_start && to.index() == start;
    asks_others = to.index() != start;
  }
  if (asks_start && !EmitStart(execution, start)) return false;
  if (!asks_others) return !execution.failed();
  reached_.clear();
  const bool goes_on = Search(execution, start);
  execution.Reserve(-reserved_);
  reserved_ = 0;
  return goes_on && !execution.failed();
}

}  // namespace norn::query
