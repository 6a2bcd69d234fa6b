// The evaluators themselves, one function for each, by family: evaluators_*.cc. compile.cc puts
// them together.
#ifndef NORN_QUERY_EVALUATE_EVALUATORS_H_
#define NORN_QUERY_EVALUATE_EVALUATORS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/functions/functions.h"
#include "query/runtime/evaluator.h"
#include "query/syntax/ast.h"

namespace norn::query {

// Makes an evaluator of a lambda over the execution.
template <typename F>
EvaluatorPtr MakeEvaluator(F f) {
  class Of : public Evaluator {
   public:
    explicit Of(F f) : f_(std::move(f)) {}
    Value Eval(Execution& execution) const override { return f_(execution); }

   private:
    F f_;
  };
  return std::make_unique<Of>(std::move(f));
}

// evaluators_basic.cc
EvaluatorPtr EvalConstant(Value value);
EvaluatorPtr EvalSlot(uint32_t slot);
EvaluatorPtr EvalList(std::vector<EvaluatorPtr> items);
EvaluatorPtr EvalMap(std::vector<std::string> keys, std::vector<EvaluatorPtr> values);
EvaluatorPtr EvalFunction(const FunctionInfo& info, std::vector<EvaluatorPtr> args, Span span);
EvaluatorPtr EvalCase(bool has_subject, bool has_else, std::vector<EvaluatorPtr> children,
                      Span span);
EvaluatorPtr EvalMapProjection(EvaluatorPtr base, std::vector<std::string> names,
                               std::vector<EvaluatorPtr> values, Span span);

// evaluators_typed.cc: IS :: INTEGER.
EvaluatorPtr EvalTyped(EvaluatorPtr a, TypeName type, bool negated);

// evaluators_operator.cc: AND, =, +, IN, …
EvaluatorPtr EvalUnary(ExprKind kind, EvaluatorPtr a, Span span);
EvaluatorPtr EvalBinary(ExprKind kind, EvaluatorPtr a, EvaluatorPtr b, Span span);

// evaluators_access.cc
EvaluatorPtr EvalProperty(EvaluatorPtr base, std::string name, const GraphAccess& graph, Span span);
EvaluatorPtr EvalSlotProperty(uint32_t slot, std::string name, const GraphAccess& graph, Span span);
EvaluatorPtr EvalIndex(EvaluatorPtr base, EvaluatorPtr index, Span span);
EvaluatorPtr EvalSlice(EvaluatorPtr base, EvaluatorPtr from, EvaluatorPtr to, Span span);
EvaluatorPtr EvalHasLabels(EvaluatorPtr base, const LabelExpr& labels, const GraphAccess& graph,
                           Span span);

// evaluators_loop.cc. `slot` holds the list's item; filter and result may be null.
EvaluatorPtr EvalListComprehension(uint32_t slot, EvaluatorPtr list, EvaluatorPtr filter,
                                   EvaluatorPtr result, Span span);
EvaluatorPtr EvalQuantifier(ExprKind kind, uint32_t slot, EvaluatorPtr list, EvaluatorPtr filter,
                            Span span);
EvaluatorPtr EvalReduce(uint32_t accumulator, uint32_t slot, EvaluatorPtr start, EvaluatorPtr list,
                        EvaluatorPtr step, Span span);

}  // namespace norn::query

#endif  // NORN_QUERY_EVALUATE_EVALUATORS_H_
