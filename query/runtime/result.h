// A query's answer: named columns and rows of values that need no view any more.
#ifndef NORN_QUERY_RUNTIME_RESULT_H_
#define NORN_QUERY_RUNTIME_RESULT_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "query/diagnostics/diagnostic.h"
#include "query/values/value.h"

namespace norn::query {

struct Result {
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;  // each as long as columns
  bool partial = false;                  // a limit ended it early; partial_reason says which
  std::string partial_reason;
  std::vector<Diagnostic> warnings;  // names that the graph does not know, for instance
  std::string plan;                  // of EXPLAIN and PROFILE, which give no rows of their own
  uint64_t steps = 0;                // work done, in the unit of QueryOptions::max_steps
};

// Takes rows as they come. `on_columns` comes once, before the first row; `on_row` returns false to
// end the query.
struct RowSink {
  std::function<void(const std::vector<std::string>& columns)> on_columns;
  std::function<bool(absl::Span<const Value> row)> on_row;
};

}  // namespace norn::query

#endif  // NORN_QUERY_RUNTIME_RESULT_H_
