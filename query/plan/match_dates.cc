// Conditions on a relationship's date, answered from the order of the adjacency.
#include "query/evaluate/evaluators.h"
#include "query/plan/match_planner.h"

namespace norn::query {

namespace {

constexpr int64_t kFirstKey = std::numeric_limits<graph::DateKey>::min();
constexpr int64_t kLastKey = graph::kNoDateKey;

// The date key of what an expression gives, or `otherwise` if that is no date.
EvaluatorPtr EvalDateKey(EvaluatorPtr date, int64_t otherwise) {
  return MakeEvaluator([date = std::move(date), otherwise](Execution& execution) {
    graph::DateKey key = graph::DateKeyOf(date->Eval(execution).ToGraphValue());
    return Value::Int(key == graph::kNoDateKey ? otherwise : key);
  });
}

// value < date is date > value.
ExprKind Mirrored(ExprKind kind) {
  switch (kind) {
    case ExprKind::kLess:
      return ExprKind::kGreater;
    case ExprKind::kLessOrEqual:
      return ExprKind::kGreaterOrEqual;
    case ExprKind::kGreater:
      return ExprKind::kLess;
    case ExprKind::kGreaterOrEqual:
      return ExprKind::kLessOrEqual;
    default:
      return kind;
  }
}

}  // namespace

// The conditions stay: what is read here is a range that surely holds all that fulfil them.
void MatchPlanner::AddDateRange(const EdgeInfo& edge, ExpandSpec& spec) const {
  const graph::View& view = planner_.graph().view();
  for (graph::EdgeTypeId type : edge.types) {
    if (!view.DatesAreExact(type)) return;
  }
  for (const Condition& condition : conditions_) {
    if (condition.planned || condition.expr.children.size() != 2) continue;
    for (size_t side = 0; side < 2; ++side) {
      const Expr& date = condition.expr.children[side];
      const Expr& value = condition.expr.children[1 - side];
      if (date.kind != ExprKind::kProperty || date.text != "date" ||
          date.children[0].kind != ExprKind::kVariable || date.children[0].text != edge.name ||
          !DependsOnNothingNew(value)) {
        continue;
      }
      ExprKind kind = side == 0 ? condition.expr.kind : Mirrored(condition.expr.kind);
      bool low = kind == ExprKind::kGreater || kind == ExprKind::kGreaterOrEqual ||
                 kind == ExprKind::kEqual;
      bool high =
          kind == ExprKind::kLess || kind == ExprKind::kLessOrEqual || kind == ExprKind::kEqual;
      if (low) spec.date_from = EvalDateKey(planner_.Compile(value, scope_), kFirstKey);
      if (high) spec.date_to = EvalDateKey(planner_.Compile(value, scope_), kLastKey);
    }
  }
  if (spec.date_from == nullptr && spec.date_to == nullptr) return;
  if (spec.date_from == nullptr) spec.date_from = EvalConstant(Value::Int(kFirstKey));
  if (spec.date_to == nullptr) spec.date_to = EvalConstant(Value::Int(kLastKey));
  spec.what += " by date";
}

}  // namespace norn::query
