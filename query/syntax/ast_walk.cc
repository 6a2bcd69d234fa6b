#include "query/syntax/ast_walk.h"

#include <algorithm>

namespace norn::query {

namespace {

using Visitor = std::function<bool(const Expr&)>;

void VisitBox(const Box<Expr>& expr, const Visitor& visit) {
  if (expr) Visit(*expr, visit);
}

struct ClauseVisitor {
  const Visitor& visit;
  void operator()(const MatchClause& clause) const {
    for (const PathPattern& path : clause.paths) Visit(path, visit);
    VisitBox(clause.where, visit);
  }
  void operator()(const UnwindClause& clause) const { Visit(clause.list, visit); }
  void operator()(const ProjectionClause& clause) const {
    for (const ProjectionItem& item : clause.items) Visit(item.expr, visit);
    for (const SortItem& item : clause.order) Visit(item.expr, visit);
    VisitBox(clause.skip, visit);
    VisitBox(clause.limit, visit);
    VisitBox(clause.where, visit);
  }
  void operator()(const CallClause& clause) const {
    for (const Expr& argument : clause.arguments) Visit(argument, visit);
    VisitBox(clause.where, visit);
  }
  void operator()(const SubqueryClause& clause) const { Visit(*clause.query, visit); }
  void operator()(const CreateClause& clause) const {
    for (const PathPattern& path : clause.paths) Visit(path, visit);
  }
  void operator()(const SetClause& clause) const { VisitItems(clause.items); }
  void operator()(const MergeClause& clause) const {
    Visit(clause.path, visit);
    VisitItems(clause.on_create);
    VisitItems(clause.on_match);
  }
  void operator()(const DeleteClause& clause) const {
    for (const Expr& target : clause.targets) Visit(target, visit);
  }
  void VisitItems(const std::vector<SetItem>& items) const {
    for (const SetItem& item : items) {
      Visit(item.target, visit);
      Visit(item.value, visit);
    }
  }
};

void CollectFromPath(const PathPattern& path, std::set<std::string>& names) {
  if (!path.variable.empty()) names.insert(path.variable);
  for (const NodePattern& node : path.nodes) names.insert(node.variable);
  for (const RelationshipPattern& edge : path.relationships) {
    names.insert(edge.variable);
    if (edge.group) CollectFromPath(*edge.group, names);
  }
}

void CollectFromQuery(const Query& query, std::set<std::string>& names);

// The variables that stand outside of expressions.
void CollectFromClause(const Clause& clause, std::set<std::string>& names) {
  if (const auto* match = std::get_if<MatchClause>(&clause.body)) {
    for (const PathPattern& path : match->paths) CollectFromPath(path, names);
  } else if (const auto* subquery = std::get_if<SubqueryClause>(&clause.body)) {
    names.insert(subquery->scope.begin(), subquery->scope.end());
    CollectFromQuery(*subquery->query, names);
  }
}

void CollectFromQuery(const Query& query, std::set<std::string>& names) {
  for (const SingleQuery& part : query.parts) {
    for (const Clause& clause : part.clauses) CollectFromClause(clause, names);
  }
}

// Of an expression and what is inside of it: for Visit.
Visitor CollectInto(std::set<std::string>& names) {
  return [&names](const Expr& e) {
    if (e.kind == ExprKind::kVariable) names.insert(e.text);
    if (e.pattern) CollectFromPath(*e.pattern, names);
    if (e.query) CollectFromQuery(*e.query, names);
    return true;
  };
}

}  // namespace

void Visit(const Expr& expr, const Visitor& visit) {
  if (!visit(expr)) return;
  for (const Expr& child : expr.children) Visit(child, visit);
  if (expr.pattern) Visit(*expr.pattern, visit);
  if (expr.query) Visit(*expr.query, visit);
}

void Visit(const PathPattern& path, const Visitor& visit) {
  for (const NodePattern& node : path.nodes) {
    VisitBox(node.properties, visit);
    VisitBox(node.where, visit);
  }
  for (const RelationshipPattern& edge : path.relationships) {
    VisitBox(edge.properties, visit);
    VisitBox(edge.where, visit);
    if (edge.group) Visit(*edge.group, visit);
  }
  VisitBox(path.where, visit);
}

void Visit(const Query& query, const Visitor& visit) {
  for (const SingleQuery& part : query.parts) {
    for (const Clause& clause : part.clauses) std::visit(ClauseVisitor{visit}, clause.body);
  }
}

void Change(Query& query, const std::function<void(Expr&)>& change) {
  // The query may be changed; it is only walked as one that may not.
  Visit(query, [&change](const Expr& expr) {
    change(const_cast<Expr&>(expr));
    return true;
  });
}

void CollectNames(const Expr& expr, std::set<std::string>& names) {
  Visit(expr, CollectInto(names));
  names.erase("");
}

void CollectNames(const Clause& clause, std::set<std::string>& names) {
  std::visit(ClauseVisitor{CollectInto(names)}, clause.body);
  CollectFromClause(clause, names);
  names.erase("");
}

bool IsWriting(const Clause& clause) {
  return std::holds_alternative<CreateClause>(clause.body) ||
         std::holds_alternative<MergeClause>(clause.body) ||
         std::holds_alternative<SetClause>(clause.body) ||
         std::holds_alternative<DeleteClause>(clause.body);
}

bool IsWriting(const Query& query) {
  return std::any_of(query.parts.begin(), query.parts.end(), [](const SingleQuery& part) {
    return std::any_of(part.clauses.begin(), part.clauses.end(),
                       [](const Clause& clause) { return IsWriting(clause); });
  });
}

bool IsImportingWith(const SingleQuery& part) {
  if (part.clauses.empty()) return false;
  const auto* with = std::get_if<ProjectionClause>(&part.clauses[0].body);
  if (with == nullptr || with->is_return || with->is_let || with->distinct || with->skip ||
      with->limit || !with->order.empty()) {
    return false;
  }
  return std::all_of(with->items.begin(), with->items.end(), [](const ProjectionItem& item) {
    return item.expr.kind == ExprKind::kVariable && item.name == item.expr.text;
  });
}

void SplitConjuncts(const Expr& expr, std::vector<Expr>& out) {
  if (expr.kind == ExprKind::kAnd) {
    SplitConjuncts(expr.children[0], out);
    SplitConjuncts(expr.children[1], out);
  } else {
    out.push_back(expr);
  }
}

}  // namespace norn::query
