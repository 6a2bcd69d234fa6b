#include "query/execute/operators_skip.h"

namespace norn::query {

namespace {

constexpr uint64_t kFirstLook = 1 << 16;
constexpr uint64_t kLeastPart = 4;    // of the rows one of so many must be a repeated one
constexpr int64_t kMostOfMemory = 4;  // of the limit this takes one part of so many

}  // namespace

void SkipRepeated::Forget(Execution& execution) {
  execution.Reserve(-reserved_);
  reserved_ = 0;
  seen_.Clear();
}

void SkipRepeated::Open(Execution& execution) {
  Forget(execution);
  rows_ = 0;
  next_look_ = kFirstLook;
  gave_up_ = false;
}

bool SkipRepeated::IsRepeated(Execution& execution) {
  key_.clear();
  for (const uint32_t slot : slots_) {
    const Value& value = execution.slot(slot);
    if (value.is_container()) return false;
    key_.push_back(value);
  }
  ++rows_;
  if (!seen_.FindOrAdd(key_).second) return true;
  reserved_ += seen_.row_bytes();
  execution.Reserve(seen_.row_bytes());
  const bool takes_much = reserved_ > execution.options().max_memory_bytes / kMostOfMemory;
  if (rows_ >= next_look_) {
    next_look_ *= 2;
    gave_up_ = kLeastPart * (rows_ - seen_.size()) < rows_;
  }
  gave_up_ = gave_up_ || takes_much;
  if (gave_up_) Forget(execution);
  return false;
}

bool SkipRepeated::Process(Execution& execution) {
  if (!gave_up_ && IsRepeated(execution)) return true;
  return !execution.failed() && PushOn(execution);
}

}  // namespace norn::query
