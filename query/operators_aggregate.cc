#include "query/operators_aggregate.h"

namespace norn::query {

void GroupBy::Open(Execution& execution) {
  execution.Reserve(-reserved_);
  reserved_ = 0;
  rows_.Clear();
  states_.clear();
}

void GroupBy::AppendStates() {
  for (const AggregateCall& call : calls_) {
    State& state = states_.emplace_back();
    if (call.args.empty()) continue;
    state.aggregate = call.info->make(call.span);
    if (call.distinct) state.seen = std::make_unique<Seen>();
  }
}

bool GroupBy::IsNew(Execution& execution, Seen& seen, const Value& value) {
  if (keys_.empty() && value.is(Value::Kind::kNode) && !value.is_detached()) {
    constexpr uint32_t kBits = 64;
    if (seen.nodes.empty()) seen.nodes.resize(execution.view().node_count() / kBits + 1);
    uint64_t& word = seen.nodes[value.index() / kBits];
    const uint64_t bit = uint64_t{1} << (value.index() % kBits);
    const bool is_new = (word & bit) == 0;
    word |= bit;
    return is_new;
  }
  if (!seen.values.insert(value).second) return false;
  constexpr int64_t kPerValue = 2 * sizeof(Value);
  reserved_ += kPerValue;
  return execution.Reserve(kPerValue);
}

void GroupBy::Add(Execution& execution, State* states) {
  for (size_t i = 0; i < calls_.size(); ++i) {
    if (calls_[i].args.empty()) {
      ++states[i].rows;
      continue;
    }
    args_.clear();
    for (const EvaluatorPtr& arg : calls_[i].args) args_.push_back(arg->Eval(execution));
    if (args_[0].is_null()) continue;
    if (calls_[i].distinct && !IsNew(execution, *states[i].seen, args_[0])) continue;
    states[i].aggregate->Add(execution, args_);
  }
}

bool GroupBy::Process(Execution& execution) {
  key_.clear();
  for (const Key& key : keys_) key_.push_back(key.first->Eval(execution));
  if (execution.failed()) return false;
  const auto [group, is_new] = rows_.FindOrAdd(key_);
  if (is_new) {
    AppendStates();
    constexpr int64_t kPerAggregate = 48;
    const int64_t bytes =
        rows_.row_bytes() + static_cast<int64_t>(calls_.size() * (sizeof(State) + kPerAggregate));
    reserved_ += bytes;
    execution.Reserve(bytes);
  }
  Add(execution, states_.data() + group * calls_.size());
  return !execution.failed();
}

void GroupBy::Finish(Execution& execution) {
  // Without keys there is one group, even of no rows.
  if (keys_.empty() && rows_.FindOrAdd({}).second) AppendStates();
  for (size_t group = 0; group < rows_.size(); ++group) {
    const absl::Span<const Value> key = rows_.row(group);
    for (size_t i = 0; i < keys_.size(); ++i) execution.slot(keys_[i].second) = key[i];
    for (size_t i = 0; i < calls_.size(); ++i) {
      State& state = states_[group * calls_.size() + i];
      execution.slot(calls_[i].slot) =
          state.aggregate ? state.aggregate->Result(execution) : Value::Int(state.rows);
    }
    if (execution.failed() || !PushOn(execution)) break;
  }
  Open(execution);
}

}  // namespace norn::query
