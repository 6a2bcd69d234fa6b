// Patterns of which it does not matter how often a row comes: what need not be walked again.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/str_join.h"
#include "query/execute/operators_skip.h"
#include "query/plan/match_planner.h"
#include "query/syntax/ast_walk.h"

namespace norn::query {

namespace {

bool IsBare(const NodePattern& node) {
  return node.variable.empty() && !node.labels && !node.properties && !node.where;
}

bool IsBare(const RelationshipPattern& step) {
  const bool is_empty =
      step.variable_length && step.max.has_value() && *step.max < step.min.value_or(1);
  return step.variable.empty() && !step.properties && !step.where && !step.group && !is_empty;
}

bool AreAlike(const RelationshipPattern& a, const RelationshipPattern& b) {
  return IsBare(a) && IsBare(b) && a.direction == b.direction && a.types == b.types;
}

// Both, one behind the other, as one variable length.
void Join(RelationshipPattern& step, const RelationshipPattern& next) {
  const VariableExpand::Lengths a = LengthsOf(step);
  const VariableExpand::Lengths b = LengthsOf(next);
  constexpr int64_t kNoEnd = VariableExpand::Lengths().max;
  const bool is_bounded = a.max < kNoEnd && b.max < kNoEnd - a.max;
  step.variable_length = true;
  step.min = a.min + b.min;
  step.max = is_bounded ? std::optional<int64_t>(a.max + b.max) : std::nullopt;
}

}  // namespace

// ()-[:T]->()-[:T]->()-[:T]->() is ()-[:T*3..3]->(), of which the ends can be found without all
// ways to them. Two steps in one direction have a way of their own: SkipsRepeatedMiddle.
PathPattern MatchPlanner::JoinSteps(const PathPattern& path) const {
  const bool is_plain = path.mode == PathMode::kAll && path.variable.empty() &&
                        path.restrictor == PathRestrictor::kTrail;
  if (asked_ != Asked::kDistinctEnds || !is_plain) return path;
  const bool are_two =
      path.relationships.size() == 2 && path.relationships[0].direction != Direction::kBoth &&
      !path.relationships[0].variable_length && !path.relationships[1].variable_length;
  if (are_two) return path;
  PathPattern joined = path;
  joined.nodes.resize(1);
  joined.relationships.clear();
  for (size_t i = 0; i < path.relationships.size(); ++i) {
    const RelationshipPattern& step = path.relationships[i];
    if (i > 0 && IsBare(path.nodes[i]) && AreAlike(path.relationships[i - 1], step)) {
      Join(joined.relationships.back(), step);
      joined.nodes.back() = path.nodes[i + 1];
    } else {
      joined.relationships.push_back(step);
      joined.nodes.push_back(path.nodes[i + 1]);
    }
  }
  return joined;
}

// Everything that what is not planned yet looks at. False where that is not known.
bool MatchPlanner::CollectUsed(std::set<std::string>& names) const {
  for (const EdgeInfo& edge : edges_) {
    if (edge.planned) continue;
    if (edge.pattern->group || edge.mode != PathMode::kAll) return false;
    names.insert({nodes_[edge.from].name, nodes_[edge.to].name, edge.name});
    if (edge.each.has_value()) CollectNames(*edge.each, names);
    for (const EdgeInfo& other : edges_) {
      if (other.planned && Overlaps(edge, other)) names.insert(other.name);
    }
  }
  for (const PathInfo& path : paths_) {
    if (path.planned) continue;
    for (const size_t node : path.nodes) names.insert(nodes_[node].name);
    for (const size_t edge : path.edges) names.insert(edges_[edge].name);
  }
  for (const Condition& condition : conditions_) {
    if (!condition.planned) CollectNames(condition.expr, names);
  }
  return true;
}

// Where a hop has led need not be walked on from twice, if what lies behind is no longer looked at.
void MatchPlanner::PlanSkipRepeated() {
  if (asked_ != Asked::kDistinctEnds || !used_.has_value() || first_hop_ != nullptr) return;
  const auto is_planned = [](const EdgeInfo& edge) { return edge.planned; };
  if (std::none_of(edges_.begin(), edges_.end(), is_planned) ||
      std::all_of(edges_.begin(), edges_.end(), is_planned)) {
    return;
  }
  std::set<std::string> used = *used_;
  if (!CollectUsed(used)) return;
  const auto is_forgotten = [&](const std::string& name) { return !used.contains(name); };
  const bool forgets_edge = std::any_of(edges_.begin(), edges_.end(), [&](const EdgeInfo& edge) {
    return edge.planned && is_forgotten(edge.name);
  });
  if (!forgets_edge && std::none_of(bound_names_.begin(), bound_names_.end(), is_forgotten)) return;
  std::vector<std::pair<uint32_t, std::string>> kept;
  for (const auto& [name, slot] : scope_.slots) {
    const bool is_bound = !new_names_.contains(name) || bound_names_.contains(name);
    if (is_bound && used.contains(name)) kept.emplace_back(slot, name);
  }
  std::sort(kept.begin(), kept.end());
  std::vector<uint32_t> slots;
  std::vector<std::string> names;
  for (auto& [slot, name] : kept) {
    slots.push_back(slot);
    if (!IsHidden(name)) names.push_back(std::move(name));
  }
  pipeline_.Add(std::make_unique<SkipRepeated>(std::move(slots), absl::StrJoin(names, ", ")))
      ->set_estimate(rows_);
}

}  // namespace norn::query
