// The aggregating functions: count, sum, avg, min, max, collect, stDev, percentileCont, …
#ifndef NORN_QUERY_FUNCTIONS_AGGREGATES_H_
#define NORN_QUERY_FUNCTIONS_AGGREGATES_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "query/runtime/execution.h"
#include "query/values/type_set.h"
#include "query/values/value.h"

namespace norn::query {

// One group's state of one aggregate.
class Aggregate {
 public:
  virtual ~Aggregate() = default;
  // The first argument is not null; further ones are those of the call.
  virtual void Add(Execution& execution, absl::Span<const Value> args) = 0;
  virtual Value Result(Execution& execution) = 0;
};

struct AggregateInfo {
  const char* name;
  int args;
  KindMask accepts;  // of the first argument
  KindMask result;
  std::unique_ptr<Aggregate> (*make)(Span span);
};

// In any case; null if there is none of that name.
const AggregateInfo* FindAggregate(absl::string_view name);
std::vector<std::string> AggregateNames();

}  // namespace norn::query

#endif  // NORN_QUERY_FUNCTIONS_AGGREGATES_H_
