#include "query/literal.h"

#include <string>
#include <utility>
#include <vector>

#include "graph/view/view.h"
#include "graph/view/view_builder.h"
#include "query/functions/functions.h"
#include "query/runtime/arithmetic.h"
#include "query/runtime/execution.h"
#include "query/runtime/graph_access.h"
#include "query/runtime/options.h"
#include "query/syntax/parser.h"

namespace norn::query {

namespace {

// A run wants a graph; a literal asks it nothing.
const graph::View& NoGraph() {
  static const auto* const view = new graph::View(*graph::View::FromBytes(*graph::BuildView({})));
  return *view;
}

// date('2025-07-04') is a value; date() is another one tomorrow.
const FunctionInfo* FindConstructor(const Expr& expr) {
  const FunctionInfo* info = FindFunction(expr.text);
  const bool is_temporal =
      info != nullptr && info->result != 0 && (info->result & ~kTemporalKinds) == 0;
  return is_temporal && expr.children.size() == 1 ? info : nullptr;
}

// The values of expressions that mean the same everywhere; nothing for all others.
class Constants {
 public:
  explicit Constants(Execution& execution) : execution_(execution) {}

  std::optional<Value> ValueOf(const Expr& expr) {
    switch (expr.kind) {
      case ExprKind::kNull:
        return Value();
      case ExprKind::kBool:
        return Value::Bool(expr.boolean);
      case ExprKind::kInteger:
        return Value::Int(expr.integer);
      case ExprKind::kFloat:
        return Value::Float(expr.real);
      case ExprKind::kString:
        return Value::String(expr.text);
      case ExprKind::kList:
      case ExprKind::kMap:
      case ExprKind::kNegate:
      case ExprKind::kFunction:
        return ValuesOfParts(expr);
      default:
        return std::nullopt;
    }
  }

 private:
  std::optional<Value> ValuesOfParts(const Expr& expr) {
    Value::Items parts;
    for (const Expr& child : expr.children) {
      std::optional<Value> part = ValueOf(child);
      if (!part.has_value()) return std::nullopt;
      parts.push_back(*std::move(part));
    }
    if (expr.kind == ExprKind::kList) return Value::List(std::move(parts));
    if (expr.kind == ExprKind::kNegate) return Negate(execution_, expr.span, parts[0]);
    if (expr.kind == ExprKind::kMap) {
      Value::Entries entries;
      for (size_t i = 0; i < parts.size(); ++i) {
        entries.emplace_back(expr.names[i], std::move(parts[i]));
      }
      return Value::Map(std::move(entries));
    }
    const FunctionInfo* constructor = FindConstructor(expr);
    if (constructor == nullptr) return std::nullopt;
    return CallFunction(*constructor, {execution_, expr.span, constructor->name, parts});
  }

  Execution& execution_;
};

}  // namespace

std::optional<Value> ParseLiteral(absl::string_view text) {
  Outcome<Expr> expr = ParseExpression(text);
  if (!expr.ok()) return std::nullopt;
  const GraphAccess graph(NoGraph(), false);
  const QueryOptions options;
  Execution execution(graph, options);
  std::optional<Value> value = Constants(execution).ValueOf(*expr);
  if (!value.has_value() || execution.failed()) return std::nullopt;
  return graph.Detach(*value);
}

}  // namespace norn::query
