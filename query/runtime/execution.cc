#include "query/runtime/execution.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"

namespace norn::query {

namespace {

constexpr uint64_t kStepsBetweenChecks = 4096;

}  // namespace

Execution::Execution(const GraphAccess& graph, const QueryOptions& options)
    : graph_(graph),
      options_(options),
      now_(options.now.value_or(absl::Now())),
      deadline_(absl::Now() + options.timeout),
      bytes_at_start_(LiveValueBytes()),
      too_deep_at_start_(ValuesTooDeep()) {}

double Execution::Random() {
  if (!random_.has_value()) random_.emplace(std::random_device()());
  return std::uniform_real_distribution<double>(0, 1)(*random_);
}

Value Execution::Fail(ErrorCode code, Span span, std::string message, std::string suggestion) {
  if (!failed()) error_ = MakeError(code, span, std::move(message), std::move(suggestion));
  return Value();
}

bool Execution::MayAllocate(int64_t bytes) {
  int64_t in_use = LiveValueBytes() - bytes_at_start_ + reserved_;
  if (bytes <= options_.max_memory_bytes - in_use) return !failed();
  Fail(ErrorCode::kMemoryLimit, {},
       absl::StrCat("the query needs more than ", options_.max_memory_bytes >> 20,
                    " MiB for its rows and lists"),
       "return less, aggregate earlier, add a LIMIT, or raise the memory limit");
  return false;
}

bool Execution::MayWalkParts(const Value& value) {
  constexpr int64_t kBytesPerStep = 128;
  const int64_t bytes = value.written_bytes();
  return bytes <= options_.max_memory_bytes ? Step(static_cast<uint64_t>(bytes / kBytesPerStep))
                                            : MayAllocate(bytes);
}

bool Execution::CheckDepth() {
  if (ValuesTooDeep() != too_deep_at_start_) {
    Fail(ErrorCode::kDepthLimit, {},
         absl::StrCat("a value is nested deeper than ", kMaxValueDepth, " levels"));
  }
  return !failed();
}

bool Execution::Check() {
  next_check_ = std::min(steps_ + kStepsBetweenChecks, options_.max_steps);
  if (failed() || !CheckDepth()) return false;
  if (steps_ >= options_.max_steps) {
    Fail(ErrorCode::kStepLimit, {},
         absl::StrCat("the query did more than ", options_.max_steps, " steps"),
         "bind a node by id or name, bound the paths' lengths, or raise the step limit");
  } else if (options_.cancelled != nullptr && options_.cancelled->load(std::memory_order_relaxed)) {
    Fail(ErrorCode::kCancelled, {}, "the query was cancelled");
  } else if (absl::Now() > deadline_) {
    Fail(ErrorCode::kTimeLimit, {},
         absl::StrCat("the query ran longer than ", absl::FormatDuration(options_.timeout)),
         "bind a node by id or name, bound the paths' lengths, or raise the time limit");
  } else {
    return MayAllocate(0);
  }
  return false;
}

}  // namespace norn::query
