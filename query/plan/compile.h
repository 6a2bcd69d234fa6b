// From an expression's tree to its evaluator: names become slots, property names keys, parameters
// their values, so that nothing is looked up by name for each row.
#ifndef NORN_QUERY_PLAN_COMPILE_H_
#define NORN_QUERY_PLAN_COMPILE_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "query/runtime/evaluator.h"
#include "query/runtime/execution.h"
#include "query/syntax/ast.h"

namespace norn::query {

// Hands out the slots of one run's frame.
class FrameLayout {
 public:
  uint32_t Add() { return size_++; }
  uint32_t size() const { return size_; }

 private:
  uint32_t size_ = 0;
};

// The variables that can be seen, and expressions whose values lie ready in a slot: after an
// aggregation, those that rows were grouped by and the aggregates themselves.
struct Scope {
  absl::flat_hash_map<std::string, uint32_t> slots;
  std::vector<std::pair<Expr, uint32_t>> ready;
};

// Expressions that match patterns (EXISTS, pattern comprehensions, shortestPath) need a plan of
// their own, which the planner makes.
class SubplanCompiler {
 public:
  virtual ~SubplanCompiler() = default;
  virtual EvaluatorPtr CompileSubplan(const Expr& expr, const Scope& scope) = 0;
};

class ExpressionCompiler {
 public:
  ExpressionCompiler(const GraphAccess& graph, const QueryOptions& options, FrameLayout& layout,
                     SubplanCompiler& subplans)
      : graph_(graph), options_(options), layout_(layout), subplans_(subplans) {}

  // The expression has passed the checker: every name is known.
  EvaluatorPtr Compile(const Expr& expr, const Scope& scope);

 private:
  std::vector<EvaluatorPtr> CompileAll(const std::vector<Expr>& exprs, const Scope& scope);
  EvaluatorPtr CompileOperator(const Expr& expr, const Scope& scope);
  EvaluatorPtr CompileAccess(const Expr& expr, const Scope& scope);
  EvaluatorPtr CompileFunction(const Expr& expr, const Scope& scope);
  EvaluatorPtr CompileParameter(const Expr& expr);
  EvaluatorPtr CompileList(const Expr& expr, const Scope& scope);
  EvaluatorPtr CompileLoop(const Expr& expr, const Scope& scope);
  EvaluatorPtr CompileMapProjection(const Expr& expr, const Scope& scope);

  const GraphAccess& graph_;
  const QueryOptions& options_;
  FrameLayout& layout_;
  SubplanCompiler& subplans_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_PLAN_COMPILE_H_
