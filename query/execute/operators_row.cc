#include "query/execute/operators_row.h"

#include "absl/strings/str_cat.h"
#include "query/runtime/truth.h"

namespace norn::query {

bool Filter::Process(Execution& execution) {
  Truth truth = TruthOf(execution, span_, condition_->Eval(execution));
  if (execution.failed()) return false;
  return truth != Truth::kTrue || PushOn(execution);
}

bool Project::Process(Execution& execution) {
  for (const auto& [item, slot] : items_) execution.slot(slot) = item->Eval(execution);
  return !execution.failed() && PushOn(execution);
}

bool Unwind::Process(Execution& execution) {
  Value list = list_->Eval(execution);
  if (execution.failed()) return false;
  if (list.is_null()) return true;
  if (!list.is(Value::Kind::kList)) {
    execution.slot(slot_) = std::move(list);
    return PushOn(execution);
  }
  for (const Value& item : list.list()) {
    execution.slot(slot_) = item;
    if (!PushOn(execution)) return false;
  }
  return true;
}

void Distinct::Open(Execution& execution) {
  if (runs_.has_value()) runs_->Reset();
  execution.Reserve(-reserved_);
  reserved_ = 0;
  seen_.Clear();
}

void Distinct::ForgetEarlierRuns(Execution& execution) {
  constexpr size_t kRows = 4096;  // that lie in a near cache
  if (seen_.size() < kRows || !runs_->AreApart(execution)) return;
  execution.Reserve(-reserved_);
  reserved_ = 0;
  seen_.Clear();
}

bool Distinct::Process(Execution& execution) {
  if (runs_.has_value() && runs_->Begins(execution)) ForgetEarlierRuns(execution);
  key_.clear();
  for (uint32_t slot : slots_) {
    if (!execution.MayWalk(execution.slot(slot))) return false;
    key_.push_back(execution.slot(slot));
  }
  if (!seen_.FindOrAdd(key_).second) return true;
  const int64_t bytes = seen_.row_bytes();
  reserved_ += bytes;
  return execution.Reserve(bytes) && PushOn(execution);
}

int64_t PageSize(Execution& execution, const EvaluatorPtr& size, const char* clause, Span span) {
  Value value = size->Eval(execution);
  if (execution.failed()) return 0;
  if (!value.is(Value::Kind::kInteger)) {
    execution.Fail(ErrorCode::kPageType, span,
                   absl::StrCat(clause, " needs an INTEGER, not ", KindName(value.kind())));
    return 0;
  }
  if (value.integer() < 0) {
    execution.Fail(
        ErrorCode::kNegativePage, span,
        absl::StrCat(clause, " needs a number that is not negative, not ", value.integer()));
    return 0;
  }
  return value.integer();
}

void Page::Open(Execution& execution) {
  to_skip_ = skip_ ? PageSize(execution, skip_, "SKIP", skip_span_) : 0;
  to_pass_ = limit_ ? PageSize(execution, limit_, "LIMIT", limit_span_) : 0;
}

std::string Page::Describe() const {
  return absl::StrCat(skip_ ? "Skip" : "", skip_ && limit_ ? " and " : "", limit_ ? "Limit" : "");
}

bool Page::Process(Execution& execution) {
  if (to_skip_ > 0) {
    --to_skip_;
    return true;
  }
  if (!limit_) return PushOn(execution);
  if (to_pass_ <= 0) return false;
  --to_pass_;
  return PushOn(execution) && to_pass_ > 0;
}

void Optional::Seal() {
  inner_.Add(std::make_unique<Sink>("Found", [this](Execution& execution) {
    found_ = true;
    wants_more_ = PushOn(execution);
    return wants_more_;
  }));
}

bool Optional::Process(Execution& execution) {
  found_ = false;
  wants_more_ = true;
  inner_.Run(execution);
  if (execution.failed()) return false;
  if (found_) return wants_more_;
  for (uint32_t slot : slots_) execution.slot(slot) = Value();
  return PushOn(execution);
}

}  // namespace norn::query
