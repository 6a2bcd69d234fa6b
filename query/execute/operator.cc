#include "query/execute/operator.h"

#include "absl/time/clock.h"

namespace norn::query {

bool Operator::PushTimed(Execution& execution) {
  const absl::Time begin = absl::Now();
  const bool wants_more = execution.Step() && Process(execution);
  push_time_ += absl::Now() - begin;
  return wants_more;
}

void Operator::FinishTimed(Execution& execution) {
  const absl::Time begin = absl::Now();
  Finish(execution);
  finish_time_ += absl::Now() - begin;
}

void Pipeline::Run(Execution& execution) {
  for (const auto& op : operators_) op->Open(execution);
  operators_.front()->Push(execution);
  for (const auto& op : operators_) {
    if (execution.failed()) return;
    if (execution.is_profiled()) {
      op->FinishTimed(execution);
    } else {
      op->Finish(execution);
    }
  }
}

}  // namespace norn::query
