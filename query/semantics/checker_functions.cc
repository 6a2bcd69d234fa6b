// Functions and aggregates: that they exist, how many arguments they take, of which kinds.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "query/functions/aggregates.h"
#include "query/functions/functions.h"
#include "query/semantics/checker_impl.h"
#include "query/semantics/resolved_calls.h"
#include "query/syntax/ast_walk.h"
#include "query/syntax/instead_of.h"

namespace norn::query {

namespace {

// What a function gives where the kinds of its arguments tell more than its table.
TypeSet ResultOf(const FunctionInfo& info, const std::vector<TypeSet>& args) {
  absl::string_view name = info.name;
  TypeSet first = args.empty() ? TypeSet::Any() : args[0];
  if (info.result_of_args) {
    return first.IsOnly(kListKind) ? TypeSet::Of(first.items | kNullKind) : TypeSet::Any();
  }
  if (name == "coalesce") {
    TypeSet all = first;
    for (TypeSet arg : args) all = all.Or(arg);
    return all;
  }
  bool list = first.IsOnly(kListKind);
  if (list && (name == "tail" || name == "reverse")) return first;
  TypeSet result = TypeSet::Of(info.result | (args.empty() ? 0 : kNullKind));
  if (name == "nodes") result.items = kNodeKind;
  if (name == "relationships" || name == "rels") result.items = kRelationshipKind;
  if (name == "labels" || name == "keys" || name == "split") result.items = kStringKind;
  if (name == "range") result.items = kIntegerKind;
  return result;
}

}  // namespace

TypeSet Checker::InferAggregate(const Expr& expr, Place place) {
  if (!place.aggregates) {
    Fail(ErrorCode::kInvalidAggregation, expr.span, "an aggregate cannot stand here",
         "compute it in a WITH before");
    return TypeSet::Any();
  }
  if (expr.kind == ExprKind::kCountStar) return TypeSet::Of(kIntegerKind);
  const AggregateInfo& info = *expr.aggregate;
  if (static_cast<size_t>(info.args) != expr.children.size()) {
    Fail(ErrorCode::kInvalidNumberOfArguments, expr.span,
         absl::StrCat(info.name, "() takes ", info.args,
                      info.args == 1 ? " argument" : " arguments", ", not ", expr.children.size()));
    return TypeSet::Any();
  }
  TypeSet first = TypeSet::Any();
  for (size_t i = 0; i < expr.children.size(); ++i) {
    const Expr& arg = expr.children[i];
    if (HasAggregate(arg)) {
      Fail(ErrorCode::kNestedAggregation, arg.span, "an aggregate cannot stand within another",
           "compute the inner one in a WITH before");
      return TypeSet::Any();
    }
    Visit(arg, [this](const Expr& e) {
      if (IsCallOf(e, "rand")) {
        Fail(ErrorCode::kNonConstantExpression, e.span, "rand() cannot stand in an aggregate");
      }
      return true;
    });
    TypeSet type = Infer(arg, {});
    if (i == 0) first = type;
    Need(arg, type, i == 0 ? info.accepts : kNumberKinds, "the aggregate's argument");
  }
  if (info.result == kListKind) return TypeSet::ListOf(first.kinds);
  if (IsCallOf(expr, "min") || IsCallOf(expr, "max")) return {first.kinds | kNullKind, first.items};
  return TypeSet::Of(info.result | kNullKind);
}

TypeSet Checker::InferFunction(const Expr& expr, Place place) {
  if (IsAggregate(expr)) return InferAggregate(expr, place);
  const FunctionInfo* info = expr.function;
  if (info == nullptr) {
    std::vector<std::string> names = FunctionNames();
    for (std::string& name : AggregateNames()) names.push_back(std::move(name));
    const absl::string_view instead = InsteadOfFunction(expr.text);
    Fail(ErrorCode::kUnknownFunction, expr.span, absl::StrCat("there is no function ", expr.text),
         instead.empty() ? DidYouMean(expr.text, names) : std::string(instead));
    return TypeSet::Any();
  }
  int count = static_cast<int>(expr.children.size());
  if (count < info->min_args || (info->max_args >= 0 && count > info->max_args)) {
    Fail(ErrorCode::kInvalidNumberOfArguments, expr.span,
         absl::StrCat(info->name, "() does not take ", count,
                      count == 1 ? " argument" : " arguments"));
    return TypeSet::Any();
  }
  std::vector<TypeSet> args;
  Place inner = place;
  inner.predicate = absl::string_view(info->name) == "exists";
  for (size_t i = 0; i < expr.children.size(); ++i) {
    args.push_back(Infer(expr.children[i], inner));
    std::string where = absl::StrCat("the argument of ", info->name, "()");
    Need(expr.children[i], args.back(), info->args[std::min<size_t>(i, 2)], where.c_str());
  }
  return ResultOf(*info, args);
}

}  // namespace norn::query
