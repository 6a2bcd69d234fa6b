// Expressions that go through a list: comprehensions, quantifiers, reduce.
#include "absl/strings/str_cat.h"
#include "query/evaluate/evaluators.h"
#include "query/runtime/truth.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

// The list to go through; null (perhaps with a failure) if there is none.
Value ListOf(Execution& execution, const EvaluatorPtr& list, Span span) {
  Value value = list->Eval(execution);
  if (value.is_null() || value.is(Kind::kList)) return value;
  return execution.Fail(ErrorCode::kTypeMismatch, span,
                        absl::StrCat("this needs a LIST, not ", KindName(value.kind())));
}

}  // namespace

EvaluatorPtr EvalListComprehension(uint32_t slot, EvaluatorPtr list, EvaluatorPtr filter,
                                   EvaluatorPtr result, Span span) {
  return MakeEvaluator([slot, list = std::move(list), filter = std::move(filter),
                        result = std::move(result), span](Execution& execution) {
    Value source = ListOf(execution, list, span);
    if (source.is_null()) return Value();
    Value::Items out;
    for (const Value& item : source.list()) {
      if (!execution.Step()) return Value();
      execution.slot(slot) = item;
      if (filter && TruthOf(execution, span, filter->Eval(execution)) != Truth::kTrue) continue;
      // The list that grows is no value yet, whose bytes are counted.
      if (out.size() == out.capacity() &&
          !execution.MayAllocate(static_cast<int64_t>((2 * out.size() + 1) * sizeof(Value)))) {
        return Value();
      }
      out.push_back(result ? result->Eval(execution) : item);
    }
    return Value::List(std::move(out));
  });
}

EvaluatorPtr EvalQuantifier(ExprKind kind, uint32_t slot, EvaluatorPtr list, EvaluatorPtr filter,
                            Span span) {
  return MakeEvaluator(
      [kind, slot, list = std::move(list), filter = std::move(filter), span](Execution& execution) {
        Value source = ListOf(execution, list, span);
        if (source.is_null()) return Value();
        size_t yes = 0;
        size_t unknown = 0;
        size_t no = 0;
        for (const Value& item : source.list()) {
          if (!execution.Step()) return Value();
          execution.slot(slot) = item;
          Truth truth = TruthOf(execution, span, filter->Eval(execution));
          ++(truth == Truth::kTrue ? yes : (truth == Truth::kFalse ? no : unknown));
        }
        switch (kind) {
          case ExprKind::kAll:
            return no > 0 ? Value::Bool(false) : (unknown > 0 ? Value() : Value::Bool(true));
          case ExprKind::kAny:
            return yes > 0 ? Value::Bool(true) : (unknown > 0 ? Value() : Value::Bool(false));
          case ExprKind::kNone:
            return yes > 0 ? Value::Bool(false) : (unknown > 0 ? Value() : Value::Bool(true));
          default:
            if (yes > 1) return Value::Bool(false);
            return unknown > 0 ? Value() : Value::Bool(yes == 1);
        }
      });
}

EvaluatorPtr EvalReduce(uint32_t accumulator, uint32_t slot, EvaluatorPtr start, EvaluatorPtr list,
                        EvaluatorPtr step, Span span) {
  return MakeEvaluator([accumulator, slot, start = std::move(start), list = std::move(list),
                        step = std::move(step), span](Execution& execution) {
    Value source = ListOf(execution, list, span);
    if (source.is_null()) return Value();
    execution.slot(accumulator) = start->Eval(execution);
    for (const Value& item : source.list()) {
      if (!execution.Step()) return Value();
      execution.slot(slot) = item;
      execution.slot(accumulator) = step->Eval(execution);
    }
    return execution.slot(accumulator);
  });
}

}  // namespace norn::query
