// Questions about trees.
#ifndef NORN_QUERY_SYNTAX_AST_WALK_H_
#define NORN_QUERY_SYNTAX_AST_WALK_H_

#include <functional>
#include <set>
#include <string>

#include "query/syntax/ast.h"

namespace norn::query {

// Calls `visit` for the expression and all below it, also inside of patterns and sub-queries. It
// answers whether to go below.
void Visit(const Expr& expr, const std::function<bool(const Expr&)>& visit);
void Visit(const PathPattern& path, const std::function<bool(const Expr&)>& visit);
void Visit(const Query& query, const std::function<bool(const Expr&)>& visit);

// Calls `change` for every expression of the query; first for what stands around, then for what is
// below it.
void Change(Query& query, const std::function<void(Expr&)>& change);

// Every name that the expression mentions as a variable, bound inside of it or not.
void CollectNames(const Expr& expr, std::set<std::string>& names);
// The same of a clause, with the variables of its patterns.
void CollectNames(const Clause& clause, std::set<std::string>& names);

// True for CREATE, MERGE, SET, REMOVE and DELETE.
bool IsWriting(const Clause& clause);
bool IsWriting(const Query& query);

// Whether it begins with WITH a, b or WITH *, with which a part of CALL { … } says what it sees of
// the query around it.
bool IsImportingWith(const SingleQuery& part);

// Takes a AND b AND c apart.
void SplitConjuncts(const Expr& expr, std::vector<Expr>& out);

}  // namespace norn::query

#endif  // NORN_QUERY_SYNTAX_AST_WALK_H_
