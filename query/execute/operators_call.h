// CALL: runs a procedure on each row, and gives a row for each that it yields.
#ifndef NORN_QUERY_EXECUTE_OPERATORS_CALL_H_
#define NORN_QUERY_EXECUTE_OPERATORS_CALL_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "query/execute/operator.h"
#include "query/procedures/procedures.h"
#include "query/runtime/evaluator.h"

namespace norn::query {

class CallProcedure : public Operator {
 public:
  using Yield = std::pair<size_t, uint32_t>;  // index of the procedure's field, and the slot for it
  CallProcedure(const Procedure& procedure, std::vector<EvaluatorPtr> args,
                std::vector<Yield> yields, Span span)
      : procedure_(procedure), args_(std::move(args)), yields_(std::move(yields)), span_(span) {}
  std::string Describe() const override { return "Call " + procedure_.name; }

 protected:
  bool Process(Execution& execution) override;

 private:
  const Procedure& procedure_;
  std::vector<EvaluatorPtr> args_;
  std::vector<Yield> yields_;
  Span span_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_OPERATORS_CALL_H_
