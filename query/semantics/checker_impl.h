// The checker behind checker.h, shared by its source files; nobody else includes it. The first
// error is kept; checking goes on, which is harmless.
#ifndef NORN_QUERY_SEMANTICS_CHECKER_IMPL_H_
#define NORN_QUERY_SEMANTICS_CHECKER_IMPL_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "query/semantics/checker.h"
#include "query/syntax/ast.h"
#include "query/values/type_set.h"

namespace norn::query {

class Checker {
 public:
  Checker(const GraphAccess& graph, const ProcedureRegistry& procedures,
          const QueryOptions& options)
      : graph_(graph), procedures_(procedures), options_(options) {}

  Outcome<CheckResult> Run(const Query& query);

 private:
  using Types = std::map<std::string, TypeSet>;
  enum class Use : uint8_t { kMatch, kCreate, kMerge };
  // Where an expression stands.
  struct Place {
    bool aggregates = false;  // aggregates may stand here
    bool predicate = false;   // a condition: pattern predicates may stand here
  };

  // What a query stands in.
  enum class Within : uint8_t { kNothing, kExists, kCount, kCollect, kCall };

  // Clauses (checker.cc).
  std::vector<std::string> CheckQuery(const Query& query, Within within);
  std::vector<std::string> CheckPart(const SingleQuery& query, Within within);
  void CheckOrderOfClauses(const SingleQuery& query, Within within);
  void CheckEnd(const Clause& clause, Within within);
  void CheckMatch(const MatchClause& match, Span span);
  void CheckUnwind(const UnwindClause& unwind);
  void CheckCall(const CallClause& call, bool standalone, Span span);
  void CheckArguments(const CallClause& call, const Procedure& procedure, Span span);
  void CheckCondition(const Expr& where);

  // Subqueries (checker_subqueries.cc).
  void CheckSubquery(const SubqueryClause& call, Span span);
  Types ImportedInto(const SubqueryClause& call, Span span);
  TypeSet InferQuery(const Expr& expr);

  // Writing (checker_writes.cc).
  void CheckCreate(const CreateClause& create);
  void CheckMerge(const MergeClause& merge);
  void CheckSetItems(const std::vector<SetItem>& items, bool remove);
  void CheckDelete(const DeleteClause& clause);

  // Patterns (checker_patterns.cc).
  void CheckPaths(const std::vector<PathPattern>& paths, Use use, bool optional);
  void CheckShortest(const PathPattern& path);
  void DeclareGroup(const RelationshipPattern& edge, Use use, const Types& before);
  void DeclarePath(const PathPattern& path, Use use, bool optional);
  void DeclareNode(const NodePattern& node, Use use, bool alone, bool optional);
  void DeclareEdge(const RelationshipPattern& edge, Use use, PathMode mode, bool optional);
  void CheckMadeEdge(const RelationshipPattern& edge, Use use);
  void CheckPathExprs(const PathPattern& path, Use use);
  void CheckProperties(const Box<Expr>& properties, Use use);
  void CheckNamesKnown(const PathPattern& path);
  void WarnLabels(const LabelExpr& labels, bool types);
  void WarnDirection(const RelationshipPattern& edge);

  // Projections (checker_projection.cc).
  std::vector<std::string> CheckProjection(const ProjectionClause& clause, Span span);
  void CheckItemNames(const ProjectionClause& clause);
  void CheckGrouping(const Expr& expr, const std::vector<const Expr*>& keys,
                     std::set<std::string> locals);
  void CheckOrder(const ProjectionClause& clause, const Types& before, const Types& columns,
                  bool grouped);
  void CheckMergedOrder(const Expr& expr, const ProjectionClause& clause, const Types& columns,
                        bool with_aggregate);
  void CheckPageSize(const Box<Expr>& size, const char* clause);

  // Expressions (checker_expressions.cc, checker_functions.cc).
  TypeSet Infer(const Expr& expr, Place place);
  TypeSet InferVariable(const Expr& expr);
  TypeSet InferLogic(const Expr& expr, Place place);
  TypeSet InferArithmetic(const Expr& expr, Place place);
  TypeSet InferAccess(const Expr& expr, Place place);
  TypeSet InferList(const Expr& expr, Place place);
  TypeSet InferLoop(const Expr& expr, Place place);
  TypeSet InferCase(const Expr& expr, Place place);
  TypeSet InferFunction(const Expr& expr, Place place);
  TypeSet InferAggregate(const Expr& expr, Place place);
  TypeSet InferPattern(const Expr& expr, Place place);
  void Need(const Expr& expr, TypeSet type, KindMask accepted, const char* where);

  void Fail(ErrorCode code, Span span, std::string message, std::string suggestion = "");
  void Warn(Span span, std::string message, std::string suggestion);
  std::vector<std::string> NamesInScope() const;

  const GraphAccess& graph_;
  const ProcedureRegistry& procedures_;
  const QueryOptions& options_;
  Types types_;      // the variables in scope
  Types constants_;  // of a subquery: those from outside, which WITH does not end
  std::set<std::string> clause_edges_;  // relationships declared by the MATCH at hand
  CheckResult result_;
  std::set<std::string> warned_;  // the messages of its warnings
  std::optional<Diagnostic> error_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_SEMANTICS_CHECKER_IMPL_H_
