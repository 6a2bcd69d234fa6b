// What the writer's source files share; nobody else includes it.
#ifndef NORN_QUERY_SCRATCH_WRITER_IMPL_H_
#define NORN_QUERY_SCRATCH_WRITER_IMPL_H_

#include <string>
#include <vector>

#include "query/plan/runner.h"
#include "query/scratch/writer.h"

namespace norn::query {

// One row's variables, ready for expressions. Values that come out have the view's numbers.
class Writer::RowScope {
 public:
  RowScope(const ScratchStore& store, const QueryOptions& options,
           const std::vector<std::string>& names, const std::vector<Value>& row)
      : store_(store),
        graph_(store.view(), true),
        planner_(graph_, options, ProceduresOf(options)),
        execution_(graph_, options) {
    for (const std::string& name : names) scope_.slots[name] = planner_.layout().Add();
    for (size_t i = 0; i < names.size(); ++i) {
      values_.emplace_back(scope_.slots[names[i]], store.ToView(row[i]));
    }
  }

  // In serial numbers.
  Value EvalSerial(const Expr& expr) { return store_.ToSerial(Eval(expr)); }

  // In the view's numbers.
  Value Eval(const Expr& expr) {
    EvaluatorPtr evaluator = planner_.Compile(expr, scope_);
    execution_.ResizeFrame(planner_.layout().size());
    for (const auto& [slot, value] : values_) execution_.slot(slot) = value;
    Value value = evaluator->Eval(execution_);
    execution_.CheckDepth();
    return value;
  }
  Execution& execution() { return execution_; }

 private:
  const ScratchStore& store_;
  GraphAccess graph_;
  Planner planner_;
  Execution execution_;
  Scope scope_;
  std::vector<std::pair<uint32_t, Value>> values_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_SCRATCH_WRITER_IMPL_H_
