#include "query/traverse/operators_shortest_turns.h"

#include <limits>

namespace norn::query {

void ShortestTurns::Forget(Execution& execution) {
  execution.Reserve(-reserved_);
  reserved_ = 0;
  turns_.clear();
  begins_.clear();
  distance_.clear();
  path_.clear();
}

bool ShortestTurns::FindTurns(Execution& execution, graph::NodeIndex from, graph::NodeIndex to,
                              bool first_only) {
  turns_[from];
  begins_ = {from};
  bool met = false;
  size_t level_end = 1;
  int64_t level = 0;
  for (size_t i = 0; i < begins_.size(); ++i) {
    if (i == level_end) {
      if (met || ++level >= spec_.turns.max) return true;
      level_end = begins_.size();
    }
    std::vector<Turn> found = finder_.Find(execution, begins_[i]);
    const int64_t bytes = finder_.BytesOf(found);
    reserved_ += bytes;
    if (!execution.Reserve(bytes) || execution.failed()) return false;
    for (const Turn& turn : found) {
      met = met || (first_only && turn.end == to);
      if (turns_.try_emplace(turn.end).second) begins_.push_back(turn.end);
    }
    turns_[begins_[i]] = std::move(found);
  }
  return true;
}

bool ShortestTurns::MeasureDistances(Execution& execution, graph::NodeIndex to) {
  absl::flat_hash_map<graph::NodeIndex, std::vector<graph::NodeIndex>> into;
  for (const graph::NodeIndex node : begins_) {
    for (const Turn& turn : turns_.at(node)) into[turn.end].push_back(node);
  }
  distance_[to] = 0;
  std::vector<graph::NodeIndex> met = {to};
  for (size_t i = 0; i < met.size(); ++i) {
    const int64_t next = distance_.at(met[i]) + 1;
    for (const graph::NodeIndex node : into[met[i]]) {
      if (!execution.Step()) return false;
      if (distance_.try_emplace(node, next).second) met.push_back(node);
    }
  }
  return true;
}

ShortestTurns::Verdict ShortestTurns::Take(Execution& execution) {
  BindTurns(execution, spec_, path_);
  if (choice_.condition != nullptr) {
    for (const auto& [value, slot] : choice_.before) execution.slot(slot) = value->Eval(execution);
    if (!choice_.condition->Eval(execution).is_true()) {
      return execution.failed() ? Verdict::kStop : Verdict::kUnfit;
    }
  }
  return PushOn(execution) ? Verdict::kTaken : Verdict::kStop;
}

bool ShortestTurns::Walk(Execution& execution, graph::NodeIndex node, int64_t turns_left) {
  if (turns_left == 0) {
    goes_on_ = true;
    const Verdict verdict = Take(execution);
    if (verdict == Verdict::kTaken) ++taken_;
    return verdict != Verdict::kStop && taken_ < wanted_;
  }
  for (const Turn& turn : turns_.at(node)) {
    const auto left = distance_.find(turn.end);
    if (left == distance_.end()) continue;
    if (!MayFollow(execution, spec_, path_, turn)) {
      if (execution.failed()) return false;
      continue;
    }
    if (left->second > turns_left - 1) {
      goes_on_ = true;
      continue;
    }
    path_.push_back(&turn);
    const bool wants_more = Walk(execution, turn.end, turns_left - 1);
    path_.pop_back();
    if (!wants_more) return false;
  }
  return true;
}

bool ShortestTurns::Search(Execution& execution, graph::NodeIndex from, graph::NodeIndex to) {
  // Turns of one relationship: a shortest way to another node comes to none twice.
  const bool first_only = choice_.condition == nullptr && choice_.count == 1 &&
                          spec_.turns.min <= 1 && spec_.relationships.size() == 1 &&
                          spec_.ends.other_slots.empty() && from != to;
  if (!FindTurns(execution, from, to, first_only) || !MeasureDistances(execution, to)) return false;
  taken_ = 0;
  wanted_ = choice_.all ? std::numeric_limits<int64_t>::max() : choice_.count;
  int64_t lengths_with_any = 0;
  goes_on_ = distance_.contains(from);
  for (int64_t length = spec_.turns.min; goes_on_ && length <= spec_.turns.max; ++length) {
    if (length == 0 && from != to) continue;
    goes_on_ = false;
    const int64_t before = taken_;
    if (!Walk(execution, from, length)) return !execution.failed() && taken_ == wanted_;
    if (taken_ > before && ++lengths_with_any == choice_.count && choice_.all) break;
  }
  return true;
}

bool ShortestTurns::Process(Execution& execution) {
  const Value& from = execution.slot(spec_.ends.from);
  const Value& to = execution.slot(spec_.ends.to);
  if (!from.is(Value::Kind::kNode) || !to.is(Value::Kind::kNode) || from.is_detached() ||
      to.is_detached()) {
    return true;
  }
  if (spec_.turns.max < spec_.turns.min) return true;
  const bool wants_more = Search(execution, from.index(), to.index());
  Forget(execution);
  return wants_more && !execution.failed();
}

}  // namespace norn::query
