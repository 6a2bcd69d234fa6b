// A compiled expression: what is left to do for each row once names are slots and keys are numbers.
#ifndef NORN_QUERY_RUNTIME_EVALUATOR_H_
#define NORN_QUERY_RUNTIME_EVALUATOR_H_

#include <memory>
#include <vector>

#include "query/runtime/execution.h"
#include "query/values/value.h"

namespace norn::query {

class Evaluator {
 public:
  virtual ~Evaluator() = default;
  virtual Value Eval(Execution& execution) const = 0;
};

using EvaluatorPtr = std::unique_ptr<Evaluator>;

}  // namespace norn::query

#endif  // NORN_QUERY_RUNTIME_EVALUATOR_H_
