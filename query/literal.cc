#include "query/literal.h"

#include "query/plan/compile.h"
#include "query/scratch/scratch_store.h"
#include "query/syntax/parser.h"

namespace norn::query {

namespace {

// Whether the expression means the same everywhere: literals, lists and maps of them, and the
// temporal constructors.
bool IsConstant(const Expr& expr) {
  for (const Expr& child : expr.children) {
    if (!IsConstant(child)) return false;
  }
  switch (expr.kind) {
    case ExprKind::kNull:
    case ExprKind::kBool:
    case ExprKind::kInteger:
    case ExprKind::kFloat:
    case ExprKind::kString:
    case ExprKind::kList:
    case ExprKind::kMap:
    case ExprKind::kNegate:
      return true;
    case ExprKind::kFunction: {
      const FunctionInfo* info = FindFunction(expr.text);
      return info != nullptr && (info->result & kTemporalKinds) != 0 &&
             info->result == (info->result & kTemporalKinds) && expr.children.size() == 1;
    }
    default:
      return false;
  }
}

class NoSubplans : public SubplanCompiler {
 public:
  EvaluatorPtr CompileSubplan(const Expr&, const Scope&) override { return nullptr; }
};

}  // namespace

std::optional<Value> ParseLiteral(absl::string_view text) {
  Outcome<Expr> expr = ParseExpression(text);
  if (!expr.ok() || !IsConstant(*expr)) return std::nullopt;
  ScratchStore empty;
  if (!empty.Refresh().ok()) return std::nullopt;
  GraphAccess graph(empty.view(), true);
  QueryOptions options;
  FrameLayout layout;
  NoSubplans subplans;
  Execution execution(graph, options);
  Value value =
      ExpressionCompiler(graph, options, layout, subplans).Compile(*expr, Scope())->Eval(execution);
  if (execution.failed()) return std::nullopt;
  return graph.Detach(value);
}

}  // namespace norn::query
