// Subqueries: what they see of the query around them, and what they give to it.
#include <utility>

#include "absl/strings/str_cat.h"
#include "query/semantics/checker_impl.h"
#include "query/syntax/ast_walk.h"

namespace norn::query {

// The variables that the parentheses name.
Checker::Types Checker::ImportedInto(const SubqueryClause& call, Span span) {
  if (call.scope_star) return types_;
  Types imported;
  for (const std::string& name : call.scope) {
    const auto known = types_.find(name);
    if (known == types_.end()) {
      Fail(ErrorCode::kUndefinedVariable, span, absl::StrCat("`", name, "` is not defined"),
           DidYouMean(name, NamesInScope()));
      continue;
    }
    imported[name] = known->second;
  }
  return imported;
}

void Checker::CheckSubquery(const SubqueryClause& call, Span span) {
  const Types outer = types_;
  const Types outer_constants = constants_;
  Types results;
  std::vector<std::string> columns;
  if (call.has_scope) {
    types_ = constants_ = ImportedInto(call, span);
    columns = CheckQuery(*call.query, Within::kCall);
    results = types_;
  } else {
    constants_.clear();
    Query part;
    for (const SingleQuery& side : call.query->parts) {
      types_ = IsImportingWith(side) ? outer : Types();
      part.parts = {side};
      std::vector<std::string> names = CheckQuery(part, Within::kCall);
      if (&side == &call.query->parts.front()) columns = names;
      if (names != columns) {
        Fail(ErrorCode::kDifferentColumnsInUnion, span,
             "all sides of UNION must return the same columns in the same order");
      }
      for (const auto& [name, type] : types_) {
        const auto [at, is_new] = results.try_emplace(name, type);
        if (!is_new) at->second = at->second.Or(type);
      }
    }
  }
  constants_ = outer_constants;
  types_ = outer;
  if (error_.has_value()) return;
  for (const std::string& name : columns) {
    if (types_.contains(name)) {
      Fail(ErrorCode::kVariableAlreadyBound, span, absl::StrCat("`", name, "` is already defined"),
           "rename what the subquery returns with AS");
    }
    TypeSet type = results[name];
    if (call.optional) type.kinds |= kNullKind;
    types_[name] = type;
  }
}

// EXISTS { }, COUNT { } and COLLECT { }: they see all variables, throughout.
TypeSet Checker::InferQuery(const Expr& expr) {
  const Types outer_constants = constants_;
  constants_ = types_;
  TypeSet result = TypeSet::Of(kBoolKind);
  if (expr.kind == ExprKind::kExists) {
    CheckQuery(*expr.query, Within::kExists);
  } else if (expr.kind == ExprKind::kCountQuery) {
    CheckQuery(*expr.query, Within::kCount);
    result = TypeSet::Of(kIntegerKind);
  } else {
    const size_t columns = CheckQuery(*expr.query, Within::kCollect).size();
    if (columns != 1) {
      Fail(ErrorCode::kInvalidClauseComposition, expr.span,
           absl::StrCat("COLLECT returns one column, not ", columns));
    }
    result = TypeSet::Of(kListKind);
  }
  constants_ = outer_constants;
  return result;
}

}  // namespace norn::query
