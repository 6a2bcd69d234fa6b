// From a checked query to its plan: pipelines of operators over slots.
//
//   Planner planner(graph, options, ProceduresOf(options));
//   PlanInput input;
//   Plan plan = planner.Make(query, input);   // runner.h runs it
#ifndef NORN_QUERY_PLAN_PLANNER_H_
#define NORN_QUERY_PLAN_PLANNER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "query/execute/operator.h"
#include "query/plan/compile.h"
#include "query/procedures/procedures.h"
#include "query/runtime/graph_access.h"
#include "query/runtime/options.h"
#include "query/syntax/ast.h"

namespace norn::query {

struct Plan {
  // One side of UNION: its rows lie in `outputs` when the pipeline pushes to its sink, which
  // whoever runs the plan adds.
  struct Branch {
    Pipeline pipeline;
    std::vector<uint32_t> outputs;  // of each column; of a standalone CALL, of each field
  };
  std::vector<std::string> columns;
  std::vector<Branch> branches;
  bool distinct = false;  // UNION without ALL
  uint32_t slots = 0;     // the frame's size
};

// Variables that are bound before the first clause, and the slots that whoever runs the plan fills.
struct PlanInput {
  std::vector<std::string> names;
  std::vector<uint32_t> slots;  // set by Make, as long as names
};

// What a run of clauses leaves: the names that can be seen, and RETURN's columns.
struct Flow {
  Scope scope;
  // Of a subquery: what it sees from outside, also behind a WITH that does not name it.
  absl::flat_hash_map<std::string, uint32_t> constants;
  std::vector<std::string> columns;
  std::vector<uint32_t> outputs;
};

// What a query asks of the paths of a MATCH.
enum class Asked : uint8_t {
  kAllPaths,
  kDistinctEnds,   // how often a row comes does not matter
  kShortestPaths,  // nor which of the paths to an end, if it is a shortest one
};

// The variables that are mentioned behind a MATCH, as far as that is known.
using UsedNames = std::optional<std::set<std::string>>;

class Planner : public SubplanCompiler {
 public:
  Planner(const GraphAccess& graph, const QueryOptions& options,
          const ProcedureRegistry& procedures);

  Plan Make(const Query& query, PlanInput& input);
  // The clauses [begin, end) of one side; outputs are all variables in scope at the end, by name.
  // `source`, if there is one, begins the pipeline: it pushes rows with the input's slots set.
  Plan MakePart(const SingleQuery& query, size_t begin, size_t end, PlanInput& input,
                std::unique_ptr<Operator> source = nullptr);

  EvaluatorPtr CompileSubplan(const Expr& expr, const Scope& scope) override;
  EvaluatorPtr Compile(const Expr& expr, const Scope& scope) {
    return compiler_.Compile(expr, scope);
  }
  FrameLayout& layout() { return layout_; }
  // A variable's name that no query can write.
  std::string FreshName() { return "\x01" + std::to_string(fresh_++); }
  const GraphAccess& graph() const { return graph_; }

 private:
  // The pipeline has its first operator already. `exists`: it only matters whether a row comes.
  void PlanClauses(const SingleQuery& query, size_t begin, size_t end, Pipeline& pipeline,
                   Flow& flow, bool exists = false);
  void PlanMatchClause(const MatchClause& match, Asked asked, UsedNames used, Pipeline& pipeline,
                       Scope& scope);
  void PlanCall(const CallClause& call, bool standalone, Pipeline& pipeline, Flow& flow);
  // plan/subplan.cc.
  void PlanSubquery(const SubqueryClause& call, Pipeline& pipeline, Flow& flow);
  EvaluatorPtr CompileQuery(const Expr& expr, const Scope& scope);
  EvaluatorPtr CompilePattern(const Expr& expr, const Scope& scope);

  const GraphAccess& graph_;
  const QueryOptions& options_;
  const ProcedureRegistry& procedures_;
  FrameLayout layout_;
  uint64_t fresh_ = 0;
  ExpressionCompiler compiler_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_PLAN_PLANNER_H_
