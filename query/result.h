// A query's answer: named columns and rows of values that need no view any more.
#ifndef NORN_QUERY_RESULT_H_
#define NORN_QUERY_RESULT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "query/diagnostic.h"
#include "query/value.h"

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

}  // namespace norn::query

#endif  // NORN_QUERY_RESULT_H_
