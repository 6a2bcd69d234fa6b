#include "query/plan/compile.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "query/evaluate/evaluators.h"

namespace norn::query {

namespace {

bool IsLiteral(const Expr& expr) {
  return expr.kind == ExprKind::kNull || expr.kind == ExprKind::kBool ||
         expr.kind == ExprKind::kInteger || expr.kind == ExprKind::kFloat ||
         expr.kind == ExprKind::kString;
}

Value LiteralValue(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kBool:
      return Value::Bool(expr.boolean);
    case ExprKind::kInteger:
      return Value::Int(expr.integer);
    case ExprKind::kFloat:
      return Value::Float(expr.real);
    case ExprKind::kString:
      return Value::String(expr.text);
    default:
      return Value();
  }
}

}  // namespace

std::vector<EvaluatorPtr> ExpressionCompiler::CompileAll(const std::vector<Expr>& exprs,
                                                         const Scope& scope) {
  std::vector<EvaluatorPtr> out;
  out.reserve(exprs.size());
  for (const Expr& expr : exprs) out.push_back(Compile(expr, scope));
  return out;
}

EvaluatorPtr ExpressionCompiler::Compile(const Expr& expr, const Scope& scope) {
  for (const auto& [ready, slot] : scope.ready) {
    if (ready == expr) return EvalSlot(slot);
  }
  if (IsLiteral(expr)) return EvalConstant(LiteralValue(expr));
  switch (expr.kind) {
    case ExprKind::kParameter:
      return CompileParameter(expr);
    case ExprKind::kVariable:
      return EvalSlot(scope.slots.at(expr.text));
    case ExprKind::kList:
      return CompileList(expr, scope);
    case ExprKind::kMap:
      return EvalMap(expr.names, CompileAll(expr.children, scope));
    case ExprKind::kProperty:
    case ExprKind::kIndex:
    case ExprKind::kSlice:
    case ExprKind::kHasLabels:
      return CompileAccess(expr, scope);
    case ExprKind::kCase:
      return EvalCase(expr.has_subject, expr.has_else, CompileAll(expr.children, scope), expr.span);
    case ExprKind::kFunction:
      return CompileFunction(expr, scope);
    case ExprKind::kMapProjection:
      return CompileMapProjection(expr, scope);
    case ExprKind::kListComprehension:
    case ExprKind::kAll:
    case ExprKind::kAny:
    case ExprKind::kNone:
    case ExprKind::kSingle:
    case ExprKind::kReduce:
      return CompileLoop(expr, scope);
    case ExprKind::kPatternComprehension:
    case ExprKind::kPatternPredicate:
    case ExprKind::kShortestPath:
    case ExprKind::kExists:
    case ExprKind::kCountQuery:
    case ExprKind::kCollectQuery:
      return subplans_.CompileSubplan(expr, scope);
    case ExprKind::kIsTyped:
      return EvalTyped(Compile(expr.children[0], scope), *expr.type, expr.boolean);
    default:
      return CompileOperator(expr, scope);
  }
}

EvaluatorPtr ExpressionCompiler::CompileParameter(const Expr& expr) {
  auto it = options_.parameters.find(expr.text);
  if (it != options_.parameters.end()) return EvalConstant(it->second);
  std::vector<std::string> names;
  for (const auto& entry : options_.parameters) names.push_back(entry.first);
  return MakeEvaluator([name = expr.text, span = expr.span,
                        suggestion = DidYouMean(expr.text, names)](Execution& execution) {
    return execution.Fail(ErrorCode::kMissingParameter, span,
                          absl::StrCat("no value was given for the parameter $", name), suggestion);
  });
}

EvaluatorPtr ExpressionCompiler::CompileList(const Expr& expr, const Scope& scope) {
  if (!std::all_of(expr.children.begin(), expr.children.end(), IsLiteral)) {
    return EvalList(CompileAll(expr.children, scope));
  }
  Value::Items items;
  for (const Expr& child : expr.children) items.push_back(LiteralValue(child));
  return EvalConstant(Value::List(std::move(items)));
}

EvaluatorPtr ExpressionCompiler::CompileOperator(const Expr& expr, const Scope& scope) {
  EvaluatorPtr first = Compile(expr.children[0], scope);
  if (expr.children.size() == 1) return EvalUnary(expr.kind, std::move(first), expr.span);
  return EvalBinary(expr.kind, std::move(first), Compile(expr.children[1], scope), expr.span);
}

EvaluatorPtr ExpressionCompiler::CompileAccess(const Expr& expr, const Scope& scope) {
  const Expr& base = expr.children[0];
  switch (expr.kind) {
    case ExprKind::kProperty: {
      bool plain = base.kind == ExprKind::kVariable &&
                   std::none_of(scope.ready.begin(), scope.ready.end(),
                                [&base](const auto& entry) { return entry.first == base; });
      if (plain) {
        return EvalSlotProperty(scope.slots.at(base.text), expr.text, graph_, expr.span);
      }
      return EvalProperty(Compile(base, scope), expr.text, graph_, expr.span);
    }
    case ExprKind::kIndex:
      return EvalIndex(Compile(base, scope), Compile(expr.children[1], scope), expr.span);
    case ExprKind::kSlice: {
      EvaluatorPtr from =
          expr.has_subject ? Compile(expr.children[1], scope) : EvalConstant(Value::Int(0));
      EvaluatorPtr to =
          expr.has_else ? Compile(expr.children[2], scope) : EvalConstant(Value::Int(INT64_MAX));
      return EvalSlice(Compile(base, scope), std::move(from), std::move(to), expr.span);
    }
    default:
      return EvalHasLabels(Compile(base, scope), *expr.labels, graph_, expr.span);
  }
}

EvaluatorPtr ExpressionCompiler::CompileFunction(const Expr& expr, const Scope& scope) {
  return EvalFunction(*expr.function, CompileAll(expr.children, scope), expr.span);
}

EvaluatorPtr ExpressionCompiler::CompileMapProjection(const Expr& expr, const Scope& scope) {
  std::vector<Expr> values(expr.children.begin() + 1, expr.children.end());
  return EvalMapProjection(Compile(expr.children[0], scope), expr.names, CompileAll(values, scope),
                           expr.span);
}

EvaluatorPtr ExpressionCompiler::CompileLoop(const Expr& expr, const Scope& scope) {
  Scope inner = scope;
  uint32_t slot = layout_.Add();
  auto bind = [&inner](const std::string& name, uint32_t to) {
    inner.slots[name] = to;
    // What lies ready under a name that is hidden now is another thing.
    std::erase_if(inner.ready, [&name](const auto& entry) {
      return entry.first.kind == ExprKind::kVariable && entry.first.text == name;
    });
  };
  bind(expr.text, slot);
  if (expr.kind == ExprKind::kReduce) {
    uint32_t accumulator = layout_.Add();
    bind(expr.names[0], accumulator);
    return EvalReduce(accumulator, slot, Compile(expr.children[0], scope),
                      Compile(expr.children[1], scope), Compile(expr.children[2], inner),
                      expr.span);
  }
  EvaluatorPtr list = Compile(expr.children[0], scope);
  if (expr.kind != ExprKind::kListComprehension) {
    return EvalQuantifier(expr.kind, slot, std::move(list), Compile(expr.children[1], inner),
                          expr.span);
  }
  EvaluatorPtr filter = expr.has_subject ? Compile(expr.children[1], inner) : nullptr;
  EvaluatorPtr result = expr.has_else ? Compile(expr.children[2], inner) : nullptr;
  return EvalListComprehension(slot, std::move(list), std::move(filter), std::move(result),
                               expr.span);
}

}  // namespace norn::query
