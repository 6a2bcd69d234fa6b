// Queries and clauses.
#include "query/semantics/checker.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "query/semantics/checker_impl.h"
#include "query/semantics/resolved_calls.h"
#include "query/syntax/ast_walk.h"
#include "query/syntax/instead_of.h"

namespace norn::query {

void Checker::Fail(ErrorCode code, Span span, std::string message, std::string suggestion) {
  if (!error_.has_value()) {
    error_ = MakeError(code, span, std::move(message), std::move(suggestion));
  }
}

void Checker::Warn(Span span, std::string message, std::string suggestion) {
  // The same once, and not more than anybody reads.
  constexpr size_t kMostWarnings = 10;
  if (!warned_.insert(message).second || warned_.size() > kMostWarnings) return;
  Diagnostic warning =
      MakeError(ErrorCode::kUndefinedVariable, span, std::move(message), std::move(suggestion));
  if (warned_.size() == kMostWarnings) {
    warning.suggestion = "this is the last warning that is shown; there may be more";
  }
  result_.warnings.push_back(std::move(warning));
}

std::vector<std::string> Checker::NamesInScope() const {
  std::vector<std::string> names;
  for (const auto& entry : types_) {
    if (!IsHidden(entry.first)) names.push_back(entry.first);
  }
  return names;
}

Outcome<CheckResult> Checker::Run(const Query& query) {
  CheckQuery(query, Within::kNothing);
  if (error_.has_value()) return *error_;
  return std::move(result_);
}

// The columns. What is in scope afterwards are their types where the query stands in CALL, else
// what was before.
std::vector<std::string> Checker::CheckQuery(const Query& query, Within within) {
  const Types outer = types_;
  Types results;
  std::vector<std::string> columns;
  for (size_t i = 0; i < query.parts.size(); ++i) {
    types_ = outer;
    std::vector<std::string> side = CheckPart(query.parts[i], within);
    if (i == 0) columns = side;
    if (side != columns && !query.parts[i].clauses.empty()) {
      Fail(ErrorCode::kDifferentColumnsInUnion, query.parts[i].clauses.back().span,
           "all sides of UNION must return the same columns in the same order");
    }
    for (const auto& [name, type] : types_) {
      const auto [at, is_new] = results.try_emplace(name, type);
      if (!is_new) at->second = at->second.Or(type);
    }
  }
  types_ = within == Within::kCall ? std::move(results) : outer;
  return columns;
}

void Checker::CheckEnd(const Clause& clause, Within within) {
  const auto* projection = std::get_if<ProjectionClause>(&clause.body);
  const bool returns = projection != nullptr && projection->is_return;
  const bool calls = std::holds_alternative<CallClause>(clause.body) && within == Within::kNothing;
  if (returns || calls || IsWriting(clause)) return;
  if (within == Within::kExists || within == Within::kCount) return;
  Fail(ErrorCode::kInvalidClauseComposition, clause.span,
       within == Within::kNothing ? "the query returns nothing" : "the subquery returns nothing",
       "end it with RETURN");
}

void Checker::CheckOrderOfClauses(const SingleQuery& query, Within within) {
  for (size_t i = 0; i < query.clauses.size(); ++i) {
    const Clause& clause = query.clauses[i];
    const auto* projection = std::get_if<ProjectionClause>(&clause.body);
    bool last = i + 1 == query.clauses.size();
    if (projection != nullptr && projection->is_return && !last) {
      Fail(ErrorCode::kInvalidClauseComposition, query.clauses[i + 1].span,
           absl::StrCat(projection->is_finish ? "FINISH" : "RETURN", " must be the last clause"),
           "use WITH to go on with these rows");
    }
    if (within != Within::kNothing && IsWriting(clause)) {
      Fail(ErrorCode::kInvalidClauseComposition, clause.span,
           within == Within::kExists ? "EXISTS may not write" : "a subquery may not write");
    }
    if (last) CheckEnd(clause, within);
  }
}

std::vector<std::string> Checker::CheckPart(const SingleQuery& query, Within within) {
  CheckOrderOfClauses(query, within);
  const bool alone = query.clauses.size() == 1 && within == Within::kNothing;
  std::vector<std::string> columns;
  for (const Clause& clause : query.clauses) {
    if (error_.has_value()) break;
    if (const auto* match = std::get_if<MatchClause>(&clause.body)) {
      CheckMatch(*match, clause.span);
    } else if (const auto* unwind = std::get_if<UnwindClause>(&clause.body)) {
      CheckUnwind(*unwind);
    } else if (const auto* projection = std::get_if<ProjectionClause>(&clause.body)) {
      columns = CheckProjection(*projection, clause.span);
    } else if (const auto* call = std::get_if<CallClause>(&clause.body)) {
      CheckCall(*call, alone, clause.span);
    } else if (const auto* subquery = std::get_if<SubqueryClause>(&clause.body)) {
      CheckSubquery(*subquery, clause.span);
    } else if (const auto* create = std::get_if<CreateClause>(&clause.body)) {
      CheckCreate(*create);
    } else if (const auto* merge = std::get_if<MergeClause>(&clause.body)) {
      CheckMerge(*merge);
    } else if (const auto* set = std::get_if<SetClause>(&clause.body)) {
      CheckSetItems(set->items, set->remove);
    } else {
      CheckDelete(std::get<DeleteClause>(clause.body));
    }
  }
  return columns;
}

void Checker::CheckCondition(const Expr& where) {
  TypeSet type = Infer(where, {false, true});
  Need(where, type, kBoolKind, "a condition");
}

void Checker::CheckMatch(const MatchClause& match, Span) {
  CheckPaths(match.paths, Use::kMatch, match.optional);
  if (match.where) CheckCondition(*match.where);
}

void Checker::CheckUnwind(const UnwindClause& unwind) {
  TypeSet type = Infer(unwind.list, {});
  if (types_.contains(unwind.variable)) {
    Fail(ErrorCode::kVariableAlreadyBound, unwind.list.span,
         absl::StrCat("`", unwind.variable, "` is already defined"), "choose another name");
  }
  types_[unwind.variable] =
      type.IsOnly(kListKind) ? TypeSet::Of(type.items | kNullKind) : TypeSet::Any();
}

void Checker::CheckArguments(const CallClause& call, const Procedure& procedure, Span span) {
  size_t count = call.arguments.size();
  if (count < RequiredInputs(procedure) || count > procedure.inputs.size()) {
    Fail(ErrorCode::kInvalidNumberOfArguments, span,
         absl::StrCat(procedure.name, " takes ", procedure.inputs.size(), " arguments, not ",
                      count));
    return;
  }
  for (size_t i = 0; i < count; ++i) {
    if (HasAggregate(call.arguments[i])) {
      Fail(ErrorCode::kInvalidAggregation, call.arguments[i].span,
           "an aggregate cannot be an argument of a procedure", "compute it in a WITH before");
    }
    TypeSet type = Infer(call.arguments[i], {});
    KindMask accepted = procedure.inputs[i].kinds;
    if ((accepted & kFloatKind) != 0) accepted |= kIntegerKind;
    Need(call.arguments[i], type, accepted, "this argument");
  }
}

void Checker::CheckCall(const CallClause& call, bool standalone, Span span) {
  const Procedure* procedure = procedures_.Find(call.procedure);
  if (procedure == nullptr) {
    const absl::string_view instead = InsteadOfProcedure(call.procedure);
    Fail(ErrorCode::kProcedureNotFound, span,
         absl::StrCat("there is no procedure ", call.procedure),
         instead.empty() ? DidYouMean(call.procedure, procedures_.Names()) : std::string(instead));
    return;
  }
  if (call.has_arguments) {
    CheckArguments(call, *procedure, span);
  } else if (!standalone) {
    Fail(ErrorCode::kInvalidArgumentPassingMode, span,
         "within a query a procedure's arguments stand in parentheses");
  }
  if (call.yield_star && !standalone) {
    Fail(ErrorCode::kUnexpectedSyntax, span, "YIELD * stands only in a query of a single CALL",
         "name the fields");
  }
  for (const YieldItem& item : call.yields) {
    auto field = std::find_if(procedure->outputs.begin(), procedure->outputs.end(),
                              [&item](const auto& output) { return output.name == item.field; });
    if (field == procedure->outputs.end()) {
      std::vector<std::string> fields;
      for (const ProcedureField& output : procedure->outputs) fields.push_back(output.name);
      Fail(ErrorCode::kUndefinedVariable, item.span,
           absl::StrCat(procedure->name, " yields no `", item.field, "`"),
           DidYouMean(item.field, fields));
      return;
    }
    if (types_.contains(item.variable)) {
      Fail(ErrorCode::kVariableAlreadyBound, item.span,
           absl::StrCat("`", item.variable, "` is already defined"), "rename it with AS");
    }
    types_[item.variable] = TypeSet::Of(field->kinds | kNullKind);
  }
  if (call.where) CheckCondition(*call.where);
}

Outcome<CheckResult> CheckTree(Query& query, const GraphAccess& graph,
                               const ProcedureRegistry& procedures, const QueryOptions& options) {
  ResolveCalls(query);
  return Checker(graph, procedures, options).Run(query);
}

}  // namespace norn::query
