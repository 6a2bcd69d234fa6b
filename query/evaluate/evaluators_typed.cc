// value IS :: TYPE.
#include <algorithm>
#include <utility>

#include "query/evaluate/evaluators.h"

namespace norn::query {

namespace {

bool IsOfType(const Value& value, const TypeName& type) {
  if ((MaskOf(value.kind()) & type.kinds) != 0) return true;
  if (!value.is(Value::Kind::kList)) return false;
  const auto holds_only = [&value](const TypeName& items) {
    return std::all_of(value.list().begin(), value.list().end(),
                       [&items](const Value& item) { return IsOfType(item, items); });
  };
  return std::any_of(type.lists.begin(), type.lists.end(), holds_only);
}

}  // namespace

EvaluatorPtr EvalTyped(EvaluatorPtr a, TypeName type, bool negated) {
  return MakeEvaluator([a = std::move(a), type = std::move(type), negated](Execution& execution) {
    const Value value = a->Eval(execution);
    if (!execution.MayWalk(value)) return Value();
    return Value::Bool(IsOfType(value, type) != negated);
  });
}

}  // namespace norn::query
