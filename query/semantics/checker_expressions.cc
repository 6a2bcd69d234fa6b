// Expressions: what kinds of values they can have, and whether their operands fit.
#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "query/semantics/checker_impl.h"
#include "query/syntax/ast_walk.h"

namespace norn::query {

void Checker::Need(const Expr& expr, TypeSet type, KindMask accepted, const char* where) {
  if (type.CanBe(accepted)) return;
  Fail(ErrorCode::kInvalidArgumentType, expr.span,
       absl::StrCat(where, " must be ", NameOf(accepted), ", not ", NameOf(type.kinds)));
}

TypeSet Checker::InferVariable(const Expr& expr) {
  auto it = types_.find(expr.text);
  if (it != types_.end()) return it->second;
  Fail(ErrorCode::kUndefinedVariable, expr.span, absl::StrCat("`", expr.text, "` is not defined"),
       DidYouMean(expr.text, NamesInScope()));
  return TypeSet::Any();
}

TypeSet Checker::Infer(const Expr& expr, Place place) {
  Place inner{place.aggregates, false};
  switch (expr.kind) {
    case ExprKind::kNull:
      return TypeSet::Of(kNullKind);
    case ExprKind::kBool:
      return TypeSet::Of(kBoolKind);
    case ExprKind::kInteger:
      return TypeSet::Of(kIntegerKind);
    case ExprKind::kFloat:
      return TypeSet::Of(kFloatKind);
    case ExprKind::kString:
      return TypeSet::Of(kStringKind);
    case ExprKind::kParameter:
      return TypeSet::Any();
    case ExprKind::kVariable:
      return InferVariable(expr);
    case ExprKind::kList:
      return InferList(expr, inner);
    case ExprKind::kMap:
      for (const Expr& child : expr.children) Infer(child, inner);
      return TypeSet::Of(kMapKind);
    case ExprKind::kMapProjection:
      Need(expr.children[0], Infer(expr.children[0], inner),
           kMapKind | kNodeKind | kRelationshipKind, "what is projected");
      for (size_t i = 1; i < expr.children.size(); ++i) {
        if (expr.names[i - 1] != "*") Infer(expr.children[i], inner);
      }
      return TypeSet::Of(kMapKind | kNullKind);
    case ExprKind::kProperty:
    case ExprKind::kIndex:
    case ExprKind::kSlice:
    case ExprKind::kHasLabels:
      return InferAccess(expr, inner);
    case ExprKind::kNot:
    case ExprKind::kAnd:
    case ExprKind::kOr:
    case ExprKind::kXor:
      return InferLogic(expr, place);
    case ExprKind::kCase:
      return InferCase(expr, inner);
    case ExprKind::kFunction:
    case ExprKind::kCountStar:
      return InferFunction(expr, inner);
    case ExprKind::kListComprehension:
    case ExprKind::kAll:
    case ExprKind::kAny:
    case ExprKind::kNone:
    case ExprKind::kSingle:
    case ExprKind::kReduce:
      return InferLoop(expr, inner);
    case ExprKind::kPatternComprehension:
    case ExprKind::kPatternPredicate:
    case ExprKind::kShortestPath:
      return InferPattern(expr, place);
    case ExprKind::kExists:
    case ExprKind::kCountQuery:
    case ExprKind::kCollectQuery:
      return InferQuery(expr);
    case ExprKind::kIsTyped:
      Infer(expr.children[0], inner);
      return TypeSet::Of(kBoolKind);
    default:
      return InferArithmetic(expr, inner);
  }
}

TypeSet Checker::InferList(const Expr& expr, Place place) {
  KindMask items = 0;
  for (const Expr& child : expr.children) items |= Infer(child, place).kinds;
  return TypeSet::ListOf(items == 0 ? kAnyKind : items);
}

TypeSet Checker::InferLogic(const Expr& expr, Place place) {
  for (const Expr& child : expr.children) {
    Need(child, Infer(child, place), kBoolKind, "an operand of AND, OR, XOR and NOT");
  }
  return TypeSet::Of(kBoolKind | kNullKind);
}

namespace {

// What - * / % ^ can work on.
KindMask OperandsOf(ExprKind kind) {
  switch (kind) {
    case ExprKind::kSubtract:
      return kNumberKinds | kTemporalKinds;
    case ExprKind::kMultiply:
    case ExprKind::kDivide:
      return kNumberKinds | kDurationKind;
    case ExprKind::kNegate:
    case ExprKind::kPlus:
      return kNumberKinds | kDurationKind;
    default:
      return kNumberKinds;
  }
}

TypeSet SumOf(TypeSet a, TypeSet b) {
  KindMask null = (a.kinds | b.kinds) & kNullKind;
  if (a.IsOnly(kNumberKinds) && b.IsOnly(kNumberKinds)) {
    bool integers = a.IsOnly(kIntegerKind) && b.IsOnly(kIntegerKind);
    return TypeSet::Of((integers ? kIntegerKind : kNumberKinds) | null);
  }
  if (a.IsOnly(kListKind) && b.IsOnly(kListKind)) {
    return TypeSet::ListOf(a.items | b.items);
  }
  if (a.IsOnly(kStringKind) && b.IsOnly(kStringKind)) return TypeSet::Of(kStringKind | null);
  return TypeSet::Any();
}

bool IsComparison(ExprKind kind) {
  return kind >= ExprKind::kEqual && kind <= ExprKind::kGreaterOrEqual;
}

}  // namespace

TypeSet Checker::InferArithmetic(const Expr& expr, Place place) {
  std::vector<TypeSet> types;
  for (const Expr& child : expr.children) types.push_back(Infer(child, place));
  bool comparison = IsComparison(expr.kind) || expr.kind == ExprKind::kIsNull ||
                    expr.kind == ExprKind::kIsNotNull || expr.kind == ExprKind::kStartsWith ||
                    expr.kind == ExprKind::kEndsWith || expr.kind == ExprKind::kContains ||
                    expr.kind == ExprKind::kMatches;
  if (comparison) return TypeSet::Of(kBoolKind | kNullKind);
  if (expr.kind == ExprKind::kIn) {
    Need(expr.children[1], types[1], kListKind, "what follows IN");
    return TypeSet::Of(kBoolKind | kNullKind);
  }
  if (expr.kind == ExprKind::kAdd || expr.kind == ExprKind::kConcat) {
    constexpr KindMask kNever = kNodeKind | kRelationshipKind | kPathKind | kMapKind | kBoolKind;
    for (size_t i = 0; i < 2; ++i) {
      bool odd = types[i].IsOnly(kNever) && !types[1 - i].CanBe(kListKind | kStringKind);
      if (odd) Need(expr.children[i], types[i], kNumberKinds | kStringKind, "an operand of +");
    }
    return SumOf(types[0], types[1]);
  }
  for (size_t i = 0; i < types.size(); ++i) {
    Need(expr.children[i], types[i], OperandsOf(expr.kind), "an operand");
  }
  KindMask null = 0;
  for (TypeSet type : types) null |= type.kinds & kNullKind;
  if (expr.kind == ExprKind::kPower) return TypeSet::Of(kFloatKind | null);
  bool integers = std::all_of(types.begin(), types.end(),
                              [](TypeSet type) { return type.IsOnly(kIntegerKind); });
  bool numbers = std::all_of(types.begin(), types.end(),
                             [](TypeSet type) { return type.IsOnly(kNumberKinds); });
  if (integers) return TypeSet::Of(kIntegerKind | null);
  return numbers ? TypeSet::Of(kNumberKinds | null) : TypeSet::Any();
}

TypeSet Checker::InferAccess(const Expr& expr, Place place) {
  const Expr& base = expr.children[0];
  TypeSet type = Infer(base, place);
  if (expr.kind == ExprKind::kHasLabels) {
    Need(base, type, kNodeKind | kRelationshipKind, "what has labels");
    return TypeSet::Of(kBoolKind | kNullKind);
  }
  if (expr.kind == ExprKind::kProperty) {
    if (!type.CanBe(kNodeKind | kRelationshipKind | kMapKind | kTemporalKinds)) {
      Fail(type.IsOnly(kPathKind) ? ErrorCode::kInvalidArgumentType
                                  : ErrorCode::kInvalidPropertyOwner,
           expr.span, absl::StrCat(NameOf(type.kinds), " has no properties"));
    }
    bool entity = type.IsOnly(kNodeKind | kRelationshipKind);
    if (entity && !graph_.scratch() && !graph_.FindKey(expr.text).has_value()) {
      Warn(expr.span, absl::StrCat("nothing in the graph has a property `", expr.text, "`"),
           DidYouMean(expr.text, graph_.KeyNames()));
    }
    return TypeSet::Any();
  }
  for (size_t i = 1; i < expr.children.size(); ++i) {
    TypeSet index = Infer(expr.children[i], place);
    bool list = expr.kind == ExprKind::kSlice || type.IsOnly(kListKind);
    if (list && !index.CanBe(kIntegerKind)) {
      Fail(ErrorCode::kInvalidElementOwner, expr.children[i].span,
           absl::StrCat("a list's index must be INTEGER, not ", NameOf(index.kinds)));
    }
  }
  KindMask owners = expr.kind == ExprKind::kSlice
                        ? kListKind
                        : kListKind | kMapKind | kNodeKind | kRelationshipKind;
  if (!type.CanBe(owners)) {
    Fail(ErrorCode::kInvalidElementOwner, base.span,
         absl::StrCat(NameOf(type.kinds), " has no items"),
         type.IsOnly(kStringKind) ? "write substring(text, 0, 1), or split(text, '')[0]" : "");
  }
  if (!type.IsOnly(kListKind)) return TypeSet::Any();
  return expr.kind == ExprKind::kSlice ? type : TypeSet::Of(type.items | kNullKind);
}

TypeSet Checker::InferCase(const Expr& expr, Place place) {
  size_t end = expr.children.size() - (expr.has_else ? 1 : 0);
  TypeSet result = TypeSet::Of(expr.has_else ? 0 : kNullKind);
  if (expr.has_subject) Infer(expr.children[0], place);
  for (size_t i = expr.has_subject ? 1 : 0; i < end; i += 2) {
    Place when = place;
    when.predicate = !expr.has_subject;
    TypeSet condition = Infer(expr.children[i], when);
    if (!expr.has_subject) Need(expr.children[i], condition, kBoolKind, "a condition");
    result = result.Or(Infer(expr.children[i + 1], place));
  }
  if (expr.has_else) result = result.Or(Infer(expr.children.back(), place));
  return result;
}

TypeSet Checker::InferLoop(const Expr& expr, Place place) {
  // An aggregate may give the list, but not look at its items.
  bool reduce = expr.kind == ExprKind::kReduce;
  const Expr& source = expr.children[reduce ? 1 : 0];
  TypeSet list = Infer(source, place);
  Need(source, list, kListKind, "what follows IN");
  if (reduce) Infer(expr.children[0], place);
  Types outer = types_;
  types_[expr.text] = TypeSet::Of(list.IsOnly(kListKind) ? list.items | kNullKind : kAnyKind);
  if (list.IsOnly(kListKind) && (list.items & kNullKind) == 0) types_[expr.text].kinds = list.items;
  TypeSet result = TypeSet::Of(kBoolKind | kNullKind);
  if (reduce) {
    types_[expr.names[0]] = TypeSet::Any();
    Infer(expr.children[2], {});
    result = TypeSet::Any();
  } else if (expr.kind == ExprKind::kListComprehension) {
    if (expr.has_subject) CheckCondition(expr.children[1]);
    KindMask items = expr.has_else ? Infer(expr.children[2], {}).kinds : types_[expr.text].kinds;
    result = TypeSet::ListOf(items);
    result.kinds |= kNullKind;
  } else {
    CheckCondition(expr.children[1]);
  }
  types_ = std::move(outer);
  return result;
}

TypeSet Checker::InferPattern(const Expr& expr, Place place) {
  Types outer = types_;
  TypeSet result = TypeSet::Of(kBoolKind);
  if (expr.kind == ExprKind::kPatternPredicate) {
    if (!place.predicate) {
      Fail(ErrorCode::kUnexpectedSyntax, expr.span, "a pattern stands only in a condition",
           "write COUNT { … }, EXISTS { … }, or a comprehension [pattern | …]");
    }
    CheckNamesKnown(*expr.pattern);
    std::vector<PathPattern> paths = {*expr.pattern};
    CheckPaths(paths, Use::kMatch, false);
  } else if (expr.kind == ExprKind::kPatternComprehension) {
    std::vector<PathPattern> paths = {*expr.pattern};
    CheckPaths(paths, Use::kMatch, false);
    if (expr.has_subject) CheckCondition(expr.children[0]);
    result = TypeSet::ListOf(Infer(expr.children[1], {}).kinds);
  } else {
    CheckNamesKnown(*expr.pattern);
    std::vector<PathPattern> paths = {*expr.pattern};
    CheckPaths(paths, Use::kMatch, false);
    bool all = expr.pattern->mode == PathMode::kAllShortest;
    result = all ? TypeSet::ListOf(kPathKind) : TypeSet::Of(kPathKind | kNullKind);
  }
  types_ = std::move(outer);
  return result;
}

}  // namespace norn::query
