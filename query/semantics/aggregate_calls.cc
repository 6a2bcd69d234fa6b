#include "query/semantics/aggregate_calls.h"

#include "query/functions/aggregates.h"

namespace norn::query {

bool IsAggregate(const Expr& expr) {
  return expr.kind == ExprKind::kCountStar ||
         (expr.kind == ExprKind::kFunction && FindAggregate(expr.text) != nullptr);
}

bool HasAggregate(const Expr& expr) {
  if (IsAggregate(expr)) return true;
  for (const Expr& child : expr.children) {
    if (HasAggregate(child)) return true;
  }
  return false;
}

}  // namespace norn::query
