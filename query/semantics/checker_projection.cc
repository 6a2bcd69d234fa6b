// WITH and RETURN: names, grouping, ORDER BY, SKIP and LIMIT.
#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "query/semantics/checker_impl.h"
#include "query/semantics/resolved_calls.h"
#include "query/syntax/ast_walk.h"

namespace norn::query {

namespace {

// What groups rows and may still be looked at beside an aggregate: n, n.name.
bool IsSimple(const Expr& expr) {
  return expr.kind == ExprKind::kVariable ||
         (expr.kind == ExprKind::kProperty && IsSimple(expr.children[0]));
}

bool BindsVariable(const Expr& expr) {
  return expr.kind == ExprKind::kListComprehension || expr.kind == ExprKind::kReduce ||
         (expr.kind >= ExprKind::kAll && expr.kind <= ExprKind::kSingle);
}

bool HasVariable(const Expr& expr) {
  std::set<std::string> names;
  CollectNames(expr, names);
  return !names.empty();
}

}  // namespace

void Checker::CheckItemNames(const ProjectionClause& clause) {
  std::set<std::string> names;
  for (const ProjectionItem& item : clause.items) {
    bool named = item.has_alias || item.expr.kind == ExprKind::kVariable;
    if (!clause.is_return && !named) {
      Fail(ErrorCode::kNoExpressionAlias, item.expr.span, "an expression in WITH needs a name",
           "write … AS name");
    }
    if (!names.insert(item.name).second) {
      Fail(ErrorCode::kColumnNameConflict, item.expr.span,
           absl::StrCat("two columns are called `", item.name, "`"), "rename one with AS");
    }
  }
}

// Beside an aggregate may stand what rows are grouped by, constants, and what is bound within.
void Checker::CheckGrouping(const Expr& expr, const std::vector<const Expr*>& keys,
                            std::set<std::string> locals) {
  if (IsAggregate(expr)) return;
  for (const Expr* key : keys) {
    if (*key == expr) return;
  }
  if (IsSimple(expr)) {
    const Expr* root = &expr;
    while (root->kind == ExprKind::kProperty) root = &root->children[0];
    if (locals.contains(root->text)) return;
    Fail(ErrorCode::kAmbiguousAggregationExpression, expr.span,
         "beside an aggregate stands something that rows are not grouped by",
         "return it as a column of its own, or compute it in a WITH before");
    return;
  }
  if (BindsVariable(expr)) locals.insert(expr.text);
  if (expr.kind == ExprKind::kReduce) locals.insert(expr.names[0]);
  for (const Expr& child : expr.children) CheckGrouping(child, keys, locals);
}

void Checker::CheckPageSize(const Box<Expr>& size, const char* clause) {
  if (!size) return;
  if (HasVariable(*size)) {
    Fail(ErrorCode::kNonConstantExpression, size->span,
         absl::StrCat(clause, " cannot depend on the row"));
    return;
  }
  TypeSet type = Infer(*size, {});
  if (size->kind == ExprKind::kInteger && size->integer < 0) {
    Fail(ErrorCode::kNegativeIntegerArgument, size->span,
         absl::StrCat(clause, " cannot be negative"));
  }
  Need(*size, type, kIntegerKind, clause);
}

// ORDER BY and WHERE where rows were merged, by grouping or DISTINCT: only the columns are left to
// see.
void Checker::CheckMergedOrder(const Expr& expr, const ProjectionClause& clause,
                               const Types& columns, bool with_aggregate) {
  for (const ProjectionItem& item : clause.items) {
    bool matches = item.expr == expr;
    if (matches && (!with_aggregate || IsSimple(expr) || HasAggregate(expr))) return;
  }
  if (expr.kind == ExprKind::kVariable) {
    if (columns.contains(expr.text)) return;
    bool grouped_by =
        std::any_of(clause.items.begin(), clause.items.end(), [&expr](const ProjectionItem& item) {
          std::set<std::string> names;
          CollectNames(item.expr, names);
          return !HasAggregate(item.expr) && names.contains(expr.text);
        });
    if (grouped_by && with_aggregate) {
      Fail(ErrorCode::kAmbiguousAggregationExpression, expr.span,
           "beside an aggregate stands something that is no column");
    } else {
      Fail(ErrorCode::kUndefinedVariable, expr.span,
           absl::StrCat("`", expr.text, "` cannot be seen behind DISTINCT or an aggregate"),
           "return it as a column");
    }
    return;
  }
  if (IsAggregate(expr) && HasVariable(expr)) {
    Fail(ErrorCode::kUndefinedVariable, expr.span, "ORDER BY has an aggregate that is no column",
         "return it as a column");
    return;
  }
  Types outer = columns;
  if (BindsVariable(expr)) {
    outer[expr.text] = TypeSet::Any();
    if (expr.kind == ExprKind::kReduce) outer[expr.names[0]] = TypeSet::Any();
  }
  for (const Expr& child : expr.children) {
    CheckMergedOrder(child, clause, outer, with_aggregate && !IsAggregate(expr));
  }
}

void Checker::CheckOrder(const ProjectionClause& clause, const Types& before, const Types& columns,
                         bool grouped) {
  types_ = before;
  for (const auto& [name, type] : columns) types_[name] = type;
  for (const SortItem& item : clause.order) {
    bool aggregate = HasAggregate(item.expr);
    if (aggregate && !grouped) {
      Fail(ErrorCode::kInvalidAggregation, item.expr.span,
           "ORDER BY has an aggregate, but the columns have none", "compute it as a column");
    }
    if (grouped || clause.distinct) {
      if (!clause.star) CheckMergedOrder(item.expr, clause, columns, aggregate);
      if (error_.has_value()) return;
    }
    Infer(item.expr, {grouped, false});
  }
}

std::vector<std::string> Checker::CheckProjection(const ProjectionClause& clause, Span span) {
  CheckItemNames(clause);
  Types before = types_;
  Types columns;
  std::vector<std::string> names;
  if (clause.star) {
    for (const auto& [name, type] : before) {
      // What a subquery sees from outside is seen behind the clause too, and is no column of it.
      if (IsHidden(name) || constants_.contains(name)) continue;
      names.push_back(name);
      columns[name] = type;
    }
    if (names.empty() && clause.is_return) {
      Fail(ErrorCode::kNoVariablesInScope, span, "RETURN * needs at least one variable");
    }
  }
  if (clause.is_let && types_.contains(clause.items[0].name)) {
    Fail(ErrorCode::kVariableAlreadyBound, clause.items[0].expr.span,
         absl::StrCat("`", clause.items[0].name, "` is already defined"), "choose another name");
  }
  bool grouped = false;
  std::vector<const Expr*> keys;
  std::vector<Expr> star_keys;
  for (const std::string& name : names) {
    star_keys.emplace_back();
    star_keys.back().kind = ExprKind::kVariable;
    star_keys.back().text = name;
  }
  for (const Expr& key : star_keys) keys.push_back(&key);
  for (const ProjectionItem& item : clause.items) {
    columns[item.name] = Infer(item.expr, {true, false});
    names.push_back(item.name);
    bool aggregate = HasAggregate(item.expr);
    grouped |= aggregate;
    if (!aggregate && IsSimple(item.expr)) keys.push_back(&item.expr);
  }
  for (const ProjectionItem& item : clause.items) {
    if (HasAggregate(item.expr)) CheckGrouping(item.expr, keys, {});
  }
  if (error_.has_value()) return names;
  CheckOrder(clause, before, columns, grouped);
  CheckPageSize(clause.skip, "SKIP");
  CheckPageSize(clause.limit, "LIMIT");
  if (clause.where) {
    if ((grouped || clause.distinct) && !clause.star) {
      CheckMergedOrder(*clause.where, clause, columns, false);
    }
    CheckCondition(*clause.where);
  }
  types_ = std::move(columns);
  if (!clause.is_return) types_.insert(constants_.begin(), constants_.end());
  return names;
}

}  // namespace norn::query
