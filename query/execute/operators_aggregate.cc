#include "query/execute/operators_aggregate.h"

#include <cstdint>
#include <tuple>

namespace norn::query {

namespace {

// So few groups lie in a near cache. Fewer are not worth pushing on before their time.
constexpr size_t kGroupsOfEarlierRuns = 4096;

}  // namespace

void GroupBy::Open(Execution& execution) {
  if (runs_.has_value()) runs_->Reset();
  execution.Reserve(-reserved_);
  reserved_ = 0;
  rows_.Clear();
  states_.clear();
  counts_.clear();
  known_texts_.clear();
  waiting_keys_.clear();
  waiting_args_.clear();
  waiting_.clear();
}

int64_t GroupBy::AppendStates() {
  if (only_counts_) {
    counts_.resize(counts_.size() + calls_.size());
    return static_cast<int64_t>(2 * calls_.size() * sizeof(int64_t));
  }
  for (const AggregateCall& call : calls_) {
    State& state = states_.emplace_back();
    if (call.args.empty()) continue;
    state.aggregate = call.info->make(call.span);
    if (call.distinct) state.seen = std::make_unique<Seen>();
  }
  constexpr int64_t kPerAggregate = 48;
  return static_cast<int64_t>(calls_.size() * (sizeof(State) + kPerAggregate));
}

void GroupBy::AddOnlyGroup() {
  if (rows_.size() > 0) return;
  rows_.FindOrAdd({});
  AppendStates();
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
  if (!execution.MayWalk(value) || !seen.values.insert(value).second) return false;
  constexpr int64_t kPerValue = 2 * sizeof(Value);
  reserved_ += kPerValue;
  return execution.Reserve(kPerValue);
}

void GroupBy::Add(Execution& execution, const AggregateCall& call, State& state,
                  absl::Span<const Value> args) {
  if (args.empty()) {
    ++state.rows;
  } else if (!args[0].is_null() && (!call.distinct || IsNew(execution, *state.seen, args[0]))) {
    state.aggregate->Add(execution, args);
  }
}

// One group: nothing to look up, and so nothing to wait for.
bool GroupBy::AddToOnlyGroup(Execution& execution) {
  AddOnlyGroup();
  for (size_t i = 0; i < calls_.size(); ++i) {
    if (calls_[i].args.size() == 1) {
      const Value arg = calls_[i].args[0]->Eval(execution);
      Add(execution, calls_[i], states_[i], absl::MakeConstSpan(&arg, 1));
      continue;
    }
    std::vector<Value> args;
    for (const EvaluatorPtr& arg : calls_[i].args) args.push_back(arg->Eval(execution));
    Add(execution, calls_[i], states_[i], args);
  }
  return !execution.failed();
}

bool GroupBy::Process(Execution& execution) {
  constexpr size_t kWaiting = 32;
  if (keys_.empty()) return AddToOnlyGroup(execution);
  if (runs_.has_value() && runs_->Begins(execution) && !PushEarlierRuns(execution)) return false;
  for (const Key& key : keys_) {
    waiting_keys_.push_back(key.first->Eval(execution));
    if (!execution.MayWalk(waiting_keys_.back())) return false;
  }
  for (const AggregateCall& call : calls_) {
    for (const EvaluatorPtr& arg : call.args) waiting_args_.push_back(arg->Eval(execution));
  }
  if (execution.failed()) return false;
  const absl::Span<const Value> keys = absl::MakeConstSpan(waiting_keys_).last(keys_.size());
  Waiting waiting;
  if (const KnownText* known = keys_.size() == 1 ? PlaceOf(keys[0]) : nullptr;
      known != nullptr && known->bytes == keys[0].text().data() &&
      known->size == keys[0].text().size()) {
    waiting.group = known->group;
    waiting.is_known = true;
  } else {
    waiting.hash = rows_.Announce(keys);
  }
  waiting_.push_back(waiting);
  return waiting_.size() < kWaiting || Flush(execution);
}

GroupBy::KnownText* GroupBy::PlaceOf(const Value& key) {
  if (!key.is(Value::Kind::kString) || !key.needs_view()) return nullptr;
  known_texts_.resize(kKnownTexts);
  constexpr uintptr_t kOddBits = 0x9E3779B9;
  const auto at = reinterpret_cast<uintptr_t>(key.text().data());
  return &known_texts_[(at * kOddBits >> 16) % kKnownTexts];
}

bool GroupBy::Flush(Execution& execution) {
  absl::Span<const Value> keys = waiting_keys_;
  absl::Span<const Value> args = waiting_args_;
  for (const Waiting& waiting : waiting_) {
    bool is_new = false;
    uint32_t group = waiting.group;
    if (!waiting.is_known) {
      std::tie(group, is_new) = rows_.FindOrAdd(keys.first(keys_.size()), waiting.hash);
      KnownText* const known = keys_.size() == 1 ? PlaceOf(keys[0]) : nullptr;
      if (known != nullptr) *known = {keys[0].text().data(), keys[0].text().size(), group};
    }
    if (is_new) {
      const int64_t bytes = rows_.row_bytes() + AppendStates();
      reserved_ += bytes;
      execution.Reserve(bytes);
    }
    for (size_t i = 0; i < calls_.size(); ++i) {
      if (only_counts_) {
        ++counts_[group * calls_.size() + i];
        continue;
      }
      const size_t count = calls_[i].args.size();
      Add(execution, calls_[i], states_[group * calls_.size() + i], args.first(count));
      args.remove_prefix(count);
    }
    if (execution.failed()) return false;
    keys.remove_prefix(keys_.size());
  }
  waiting_keys_.clear();
  waiting_args_.clear();
  waiting_.clear();
  return true;
}

Value GroupBy::ResultOf(Execution& execution, size_t group, size_t call) {
  const size_t at = group * calls_.size() + call;
  if (only_counts_) return Value::Int(counts_[at]);
  State& state = states_[at];
  return state.aggregate ? state.aggregate->Result(execution) : Value::Int(state.rows);
}

bool GroupBy::PushGroups(Execution& execution) {
  bool wants_more = true;
  for (size_t group = 0; wants_more && group < rows_.size(); ++group) {
    const absl::Span<const Value> key = rows_.row(group);
    for (size_t i = 0; i < keys_.size(); ++i) execution.slot(keys_[i].second) = key[i];
    for (size_t i = 0; i < calls_.size(); ++i) {
      execution.slot(calls_[i].slot) = ResultOf(execution, group, i);
    }
    wants_more = !execution.failed() && PushOn(execution);
  }
  rows_.Clear();
  states_.clear();
  counts_.clear();
  known_texts_.clear();
  execution.Reserve(-reserved_);
  reserved_ = 0;
  return wants_more;
}

bool GroupBy::PushEarlierRuns(Execution& execution) {
  if (rows_.size() < kGroupsOfEarlierRuns || !runs_->AreApart(execution)) return true;
  return Flush(execution) && PushGroups(execution);
}

void GroupBy::Finish(Execution& execution) {
  if (!Flush(execution)) return;
  if (keys_.empty()) AddOnlyGroup();
  PushGroups(execution);
}

}  // namespace norn::query
