// One run of one query: its variables' values, its parameters, its limits, its first error.
//
// Errors stick: whatever fails calls Fail and returns null (expressions) or false (operators); the
// rest of the row computes with the null, which is harmless, and the operators stop at the row's
// end. So expressions need no error paths of their own.
#ifndef NORN_QUERY_RUNTIME_EXECUTION_H_
#define NORN_QUERY_RUNTIME_EXECUTION_H_

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "query/diagnostics/diagnostic.h"
#include "query/runtime/graph_access.h"
#include "query/runtime/options.h"
#include "query/values/value.h"

namespace norn::query {

class Execution {
 public:
  Execution(const GraphAccess& graph, const QueryOptions& options);

  const GraphAccess& graph() const { return graph_; }
  const graph::View& view() const { return graph_.view(); }
  const QueryOptions& options() const { return options_; }
  absl::Time now() const { return now_; }
  double Random();

  // The variables of the query that runs, by slot.
  Value& slot(uint32_t i) { return frame_[i]; }
  void ResizeFrame(size_t slots) { frame_.assign(slots, Value()); }

  // Whether operators measure the time that they take (PROFILE).
  bool is_profiled() const { return is_profiled_; }
  void Profile() { is_profiled_ = true; }

  bool failed() const { return error_.has_value(); }
  const Diagnostic& error() const { return *error_; }
  // Keeps the first error. Always null, for `return execution.Fail(…)`.
  Value Fail(ErrorCode code, Span span, std::string message, std::string suggestion = "");

  // Counts work. False if the query must end: a limit was passed, or something has failed.
  bool Step(uint64_t steps = 1) {
    steps_ += steps;
    return steps_ < next_check_ ? !failed() : Check();
  }
  // Looks at the clock and all limits at once: for work of which each turn takes long.
  bool CheckNow() {
    ++steps_;
    return Check();
  }
  uint64_t steps() const { return steps_; }

  // Memory beside values: rows kept by operators, visited sets. Give back with a negative number.
  bool Reserve(int64_t bytes) {
    reserved_ += bytes;
    return bytes <= 0 || (reserved_ & ~0xFFFFF) == ((reserved_ - bytes) & ~0xFFFFF) || Check();
  }
  // Whether a value of so many bytes may be made; fails if not. Ask before, not after.
  bool MayAllocate(int64_t bytes);
  // Whether the value may be compared, hashed or written as a whole: counts its size as steps, and
  // fails where it is too large for that. Ask before.
  bool MayWalk(const Value& value) { return !value.is_container() || MayWalkParts(value); }
  // Fails if a value was to be made that is nested too deeply.
  bool CheckDepth();

 private:
  bool Check();
  bool MayWalkParts(const Value& value);

  const GraphAccess& graph_;
  const QueryOptions& options_;
  absl::Time now_;
  absl::Time deadline_;
  std::vector<Value> frame_;
  std::optional<Diagnostic> error_;
  bool is_profiled_ = false;
  uint64_t steps_ = 0;
  uint64_t next_check_ = 0;
  int64_t reserved_ = 0;
  int64_t bytes_at_start_ = 0;
  uint64_t too_deep_at_start_ = 0;
  std::optional<std::mt19937_64> random_;  // made when it is first asked
};

}  // namespace norn::query

#endif  // NORN_QUERY_RUNTIME_EXECUTION_H_
