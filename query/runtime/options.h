// What a caller decides about a query's run: parameters, limits, clock, procedures. Every limit has
// a default that is safe on a machine of two cores and 4 GB, and can be raised.
#ifndef NORN_QUERY_RUNTIME_OPTIONS_H_
#define NORN_QUERY_RUNTIME_OPTIONS_H_

#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "absl/time/time.h"
#include "query/values/value.h"

namespace norn::query {

class ProcedureRegistry;

struct QueryOptions {
  // Values of $name, without the dollar sign.
  std::map<std::string, Value> parameters;

  // The longest that a query may run. Past it: a limit error.
  absl::Duration timeout = absl::Seconds(60);
  // The most rows that are returned. Past it the query ends well, with Result::partial set.
  uint64_t max_rows = 1'000'000;
  // The most bytes that rows, lists, texts and visited sets may take at one time.
  int64_t max_memory_bytes = int64_t{1} << 30;
  // The most steps: rows that any operator takes in and edges that are looked at.
  uint64_t max_steps = 2'000'000'000;
  // The longest text of a query, and the deepest nesting of its expressions and patterns.
  size_t max_query_bytes = 1 << 20;
  int max_depth = 200;
  // If set, a limit error gives the rows found so far, with Result::partial set, instead.
  bool keep_partial = false;
  // Another thread may set it to end the query at the next step.
  const std::atomic<bool>* cancelled = nullptr;

  // Relationship types that have no direction of meaning and are stored once: an arrow in a pattern
  // of them finds half, which is warned of (docs/schema.md).
  std::set<std::string> undirected_types = {"SPOKE_WITH"};

  // What date(), datetime(), … say it is; if not set, the system's clock when the query starts.
  std::optional<absl::Time> now;
  // Procedures for CALL; if not set, the built-in ones.
  const ProcedureRegistry* procedures = nullptr;
};

}  // namespace norn::query

#endif  // NORN_QUERY_RUNTIME_OPTIONS_H_
