#include "query/execute/operators_apply.h"

namespace norn::query {

void Apply::Add(Side side) {
  sides_.push_back(std::make_unique<Side>(std::move(side)));
  const std::vector<uint32_t>& outputs = sides_.back()->outputs;
  sides_.back()->pipeline->Add(std::make_unique<Sink>(
      "Returned", [this, &outputs](Execution& execution) { return Take(execution, outputs); }));
}

bool Apply::Take(Execution& execution, const std::vector<uint32_t>& outputs) {
  if (targets_.empty()) return true;
  std::vector<Value> row;
  for (const uint32_t slot : outputs) {
    if (distinct_ && !execution.MayWalk(execution.slot(slot))) return false;
    row.push_back(execution.slot(slot));
  }
  if (distinct_) {
    if (!seen_.FindOrAdd(row).second) return true;
    reserved_ += seen_.row_bytes();
    if (!execution.Reserve(seen_.row_bytes())) return false;
  }
  for (size_t i = 0; i < targets_.size(); ++i) execution.slot(targets_[i]) = std::move(row[i]);
  found_ = true;
  wants_more_ = PushOn(execution);
  return wants_more_;
}

bool Apply::Process(Execution& execution) {
  found_ = false;
  wants_more_ = true;
  seen_.Clear();
  execution.Reserve(-reserved_);
  reserved_ = 0;
  for (const auto& side : sides_) {
    side->pipeline->Run(execution);
    if (execution.failed() || !wants_more_) return false;
  }
  if (targets_.empty()) return PushOn(execution);
  if (found_ || !optional_) return true;
  for (const uint32_t slot : targets_) execution.slot(slot) = Value();
  return PushOn(execution);
}

}  // namespace norn::query
