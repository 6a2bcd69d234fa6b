#include "query/operators_aggregate.h"

namespace norn::query {

void GroupBy::Open(Execution& execution) {
  execution.Reserve(-reserved_);
  reserved_ = 0;
  index_.clear();
  groups_.clear();
}

GroupBy::Group GroupBy::NewGroup() const {
  Group group(calls_.size());
  for (size_t i = 0; i < calls_.size(); ++i) {
    if (calls_[i].args.empty()) continue;
    group[i].aggregate = calls_[i].info->make(calls_[i].span);
    if (calls_[i].distinct) group[i].seen = std::make_unique<ValueSet>();
  }
  return group;
}

void GroupBy::Add(Execution& execution, Group& group) {
  for (size_t i = 0; i < calls_.size(); ++i) {
    if (calls_[i].args.empty()) {
      ++group[i].rows;
      continue;
    }
    args_.clear();
    for (const EvaluatorPtr& arg : calls_[i].args) args_.push_back(arg->Eval(execution));
    if (args_[0].is_null()) continue;
    if (calls_[i].distinct) {
      if (!group[i].seen->insert(args_[0]).second) continue;
      constexpr int64_t kPerValue = 2 * sizeof(Value);
      reserved_ += kPerValue;
      execution.Reserve(kPerValue);
    }
    group[i].aggregate->Add(execution, args_);
  }
}

bool GroupBy::Process(Execution& execution) {
  key_.clear();
  for (const Key& key : keys_) key_.push_back(key.first->Eval(execution));
  if (execution.failed()) return false;
  auto [it, is_new] = index_.try_emplace(key_, groups_.size());
  if (is_new) {
    groups_.push_back(NewGroup());
    constexpr int64_t kPerGroup = 100;
    int64_t bytes = kPerGroup + static_cast<int64_t>(key_.size() * sizeof(Value) +
                                                     calls_.size() * (sizeof(State) + 48));
    reserved_ += bytes;
    execution.Reserve(bytes);
  }
  Add(execution, groups_[it->second]);
  return !execution.failed();
}

void GroupBy::Finish(Execution& execution) {
  // Without keys there is one group, even of no rows.
  if (keys_.empty() && groups_.empty()) {
    index_.try_emplace(std::vector<Value>(), 0);
    groups_.push_back(NewGroup());
  }
  group_keys_.assign(groups_.size(), nullptr);
  for (const auto& [key, group] : index_) group_keys_[group] = &key;
  for (size_t g = 0; g < groups_.size(); ++g) {
    for (size_t i = 0; i < keys_.size(); ++i) {
      execution.slot(keys_[i].second) = (*group_keys_[g])[i];
    }
    for (size_t i = 0; i < calls_.size(); ++i) {
      State& state = groups_[g][i];
      execution.slot(calls_[i].slot) =
          state.aggregate ? state.aggregate->Result(execution) : Value::Int(state.rows);
    }
    if (execution.failed() || !PushOn(execution)) break;
  }
  Open(execution);
}

}  // namespace norn::query
