#include "query/semantics/resolved_calls.h"

#include <algorithm>

#include "query/functions/aggregates.h"
#include "query/functions/functions.h"
#include "query/syntax/ast_walk.h"

namespace norn::query {

void ResolveCalls(Query& query) {
  Change(query, [](Expr& expr) {
    if (expr.kind != ExprKind::kFunction) return;
    expr.aggregate = FindAggregate(expr.text);
    if (expr.aggregate == nullptr) expr.function = FindFunction(expr.text);
  });
}

bool IsAggregate(const Expr& expr) {
  return expr.kind == ExprKind::kCountStar || expr.aggregate != nullptr;
}

bool HasAggregate(const Expr& expr) {
  return IsAggregate(expr) || std::any_of(expr.children.begin(), expr.children.end(), HasAggregate);
}

bool IsCallOf(const Expr& expr, absl::string_view name) {
  return (expr.function != nullptr && name == expr.function->name) ||
         (expr.aggregate != nullptr && name == expr.aggregate->name);
}

}  // namespace norn::query
