// Literals, variables, lists, maps, functions, CASE.
#include "absl/container/inlined_vector.h"
#include "absl/strings/str_cat.h"
#include "query/evaluate/evaluators.h"
#include "query/runtime/truth.h"
#include "query/values/value_order.h"

namespace norn::query {

EvaluatorPtr EvalConstant(Value value) {
  return MakeEvaluator([value = std::move(value)](Execution&) { return value; });
}

EvaluatorPtr EvalSlot(uint32_t slot) {
  return MakeEvaluator([slot](Execution& execution) { return execution.slot(slot); });
}

EvaluatorPtr EvalList(std::vector<EvaluatorPtr> items) {
  return MakeEvaluator([items = std::move(items)](Execution& execution) {
    Value::Items out;
    out.reserve(items.size());
    for (const EvaluatorPtr& item : items) out.push_back(item->Eval(execution));
    return Value::List(std::move(out));
  });
}

EvaluatorPtr EvalMap(std::vector<std::string> keys, std::vector<EvaluatorPtr> values) {
  return MakeEvaluator([keys = std::move(keys), values = std::move(values)](Execution& execution) {
    Value::Entries out;
    out.reserve(keys.size());
    for (size_t i = 0; i < keys.size(); ++i) {
      out.emplace_back(keys[i], values[i]->Eval(execution));
    }
    return Value::Map(std::move(out));
  });
}

EvaluatorPtr EvalFunction(const FunctionInfo& info, std::vector<EvaluatorPtr> args, Span span) {
  return MakeEvaluator([&info, args = std::move(args), span](Execution& execution) {
    absl::InlinedVector<Value, 3> values;
    for (const EvaluatorPtr& arg : args) values.push_back(arg->Eval(execution));
    if (execution.failed()) return Value();
    return CallFunction(info, {execution, span, info.name, values});
  });
}

EvaluatorPtr EvalCase(bool has_subject, bool has_else, std::vector<EvaluatorPtr> children,
                      Span span) {
  return MakeEvaluator(
      [has_subject, has_else, children = std::move(children), span](Execution& execution) {
        size_t i = has_subject ? 1 : 0;
        Value subject = has_subject ? children[0]->Eval(execution) : Value();
        size_t end = children.size() - (has_else ? 1 : 0);
        for (; i < end; i += 2) {
          Value when = children[i]->Eval(execution);
          if (has_subject && !(execution.MayWalk(subject) && execution.MayWalk(when))) {
            return Value();
          }
          Truth chosen = has_subject ? Equals(subject, when) : TruthOf(execution, span, when);
          if (chosen == Truth::kTrue) return children[i + 1]->Eval(execution);
        }
        return has_else ? children.back()->Eval(execution) : Value();
      });
}

EvaluatorPtr EvalMapProjection(EvaluatorPtr base, std::vector<std::string> names,
                               std::vector<EvaluatorPtr> values, Span span) {
  return MakeEvaluator([base = std::move(base), names = std::move(names),
                        values = std::move(values), span](Execution& execution) {
    Value owner = base->Eval(execution);
    if (owner.is_null()) return Value();
    Value::Entries out;
    for (size_t i = 0; i < names.size(); ++i) {
      if (names[i] != "*") {
        out.emplace_back(names[i], values[i]->Eval(execution));
        continue;
      }
      FunctionCall call{execution, span, "properties", absl::MakeConstSpan(&owner, 1)};
      Value all = CallFunction(*FindFunction("properties"), call);
      if (all.is_null()) return Value();
      out.insert(out.end(), all.map().begin(), all.map().end());
    }
    return Value::Map(std::move(out));
  });
}

}  // namespace norn::query
