// Patterns: which variables they make, which they need.
#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "query/semantics/checker_impl.h"

namespace norn::query {

namespace {

std::vector<std::string> Strings(absl::Span<const absl::string_view> names) {
  std::vector<std::string> out;
  for (absl::string_view name : names) out.emplace_back(name);
  return out;
}

// The names in a label expression, but those that it excludes.
std::vector<const LabelExpr*> NamesIn(const LabelExpr& labels) {
  std::vector<const LabelExpr*> names;
  if (labels.kind == LabelExpr::Kind::kNot) return names;
  if (labels.kind == LabelExpr::Kind::kName) names.push_back(&labels);
  for (const LabelExpr& child : labels.children) {
    const std::vector<const LabelExpr*> inner = NamesIn(child);
    names.insert(names.end(), inner.begin(), inner.end());
  }
  return names;
}

}  // namespace

void Checker::WarnLabels(const LabelExpr& labels, bool types) {
  for (const LabelExpr& child : labels.children) WarnLabels(child, types);
  const graph::View& view = graph_.view();
  if (labels.kind != LabelExpr::Kind::kName || graph_.scratch()) return;
  bool known =
      types ? view.FindEdgeType(labels.name).has_value() : view.FindLabel(labels.name).has_value();
  if (known) return;
  Warn(labels.span,
       absl::StrCat("the graph has no ", types ? "relationship type" : "label", " `", labels.name,
                    "`"),
       DidYouMean(labels.name, Strings(types ? view.edge_types() : view.labels())));
}

void Checker::WarnDirection(const RelationshipPattern& edge) {
  if (edge.direction == Direction::kBoth || graph_.scratch()) return;
  const std::vector<const LabelExpr*> names = NamesIn(*edge.types);
  for (const LabelExpr* name : names) {
    if (!options_.undirected_types.contains(name->name)) continue;
    if (!graph_.view().FindEdgeType(name->name).has_value()) continue;
    Warn(name->span,
         absl::StrCat("`", name->name,
                      "` has no direction of meaning: with an arrow, half of what one took part in "
                      "is not found"),
         absl::StrCat("write -[:", name->name, "]- without an arrowhead"));
  }
}

void Checker::CheckPaths(const std::vector<PathPattern>& paths, Use use, bool optional) {
  clause_edges_.clear();
  const Types before = types_;
  for (const PathPattern& path : paths) DeclarePath(path, use, optional);
  for (const PathPattern& path : paths) {
    for (const RelationshipPattern& edge : path.relationships) {
      if (edge.group) DeclareGroup(edge, use, before);
    }
  }
  for (const PathPattern& path : paths) CheckPathExprs(path, use);
}

void Checker::CheckShortest(const PathPattern& path) {
  if (path.mode == PathMode::kAll) return;
  if (path.relationships.size() != 1) {
    Fail(ErrorCode::kUnexpectedSyntax, path.span,
         "a shortest path has one relationship pattern, or one group, between two nodes",
         "write SHORTEST 1 (a)-[:TYPE]->+(b)");
  }
  if (path.restrictor != PathRestrictor::kTrail) {
    Fail(ErrorCode::kUnexpectedSyntax, path.span,
         "a shortest path is neither ACYCLIC nor a WALK by choice", "leave the word out");
  }
}

void Checker::DeclarePath(const PathPattern& path, Use use, bool optional) {
  for (size_t i = 0; i < path.nodes.size(); ++i) {
    DeclareNode(path.nodes[i], use, path.nodes.size() == 1, optional);
    if (i == 0 || path.relationships[i - 1].group) continue;
    DeclareEdge(path.relationships[i - 1], use, path.mode, optional);
  }
  CheckShortest(path);
  const bool is_endless =
      std::any_of(path.relationships.begin(), path.relationships.end(),
                  [](const auto& edge) { return edge.variable_length && !edge.max.has_value(); });
  if (path.restrictor == PathRestrictor::kWalk && is_endless) {
    Fail(ErrorCode::kUnexpectedSyntax, path.span,
         "a WALK may go round for ever: it needs a longest length", "write *..5");
  }
  if (path.where && path.mode == PathMode::kAll) {
    Fail(ErrorCode::kUnexpectedSyntax, path.span,
         "WHERE within a path's parentheses needs SHORTEST before them, or a quantifier behind",
         "write WHERE behind the pattern");
  }
  if (path.variable.empty()) return;
  if (types_.contains(path.variable)) {
    Fail(ErrorCode::kVariableAlreadyBound, path.span,
         absl::StrCat("`", path.variable, "` is already defined"), "choose another name");
  }
  types_[path.variable] = TypeSet::Of(kPathKind | (optional ? kNullKind : 0));
}

// Within the group its variables are nodes and relationships, outside they are lists of them. Its
// condition sees what was there before the clause.
void Checker::DeclareGroup(const RelationshipPattern& edge, Use use, const Types& before) {
  const PathPattern& steps = *edge.group;
  if (use != Use::kMatch) {
    Fail(ErrorCode::kCreatingVarLength, edge.span, "a group that is repeated cannot stand here");
  }
  for (const RelationshipPattern& step : steps.relationships) {
    if (!step.variable_length) continue;
    Fail(ErrorCode::kUnexpectedSyntax, step.span,
         "within a group that is repeated each relationship is one step",
         "take the length out, or repeat the relationship by itself");
  }
  if (steps.relationships.empty()) {
    Fail(ErrorCode::kUnexpectedSyntax, edge.span,
         "a group that is repeated has at least one relationship");
  }
  const Types outer = std::exchange(types_, before);
  const std::set<std::string> edges = std::exchange(clause_edges_, {});
  for (size_t i = 0; i < steps.nodes.size(); ++i) {
    const NodePattern& node = steps.nodes[i];
    if (before.contains(node.variable)) {
      Fail(ErrorCode::kVariableAlreadyBound, node.span,
           absl::StrCat("`", node.variable, "` is already defined"),
           "a group's variables stand for each of its turns: choose another name");
    }
    DeclareNode(node, use, false, false);
    if (i > 0) DeclareEdge(steps.relationships[i - 1], use, PathMode::kAll, false);
  }
  CheckPathExprs(steps, use);
  if (edge.where) CheckCondition(*edge.where);
  const Types within = std::exchange(types_, outer);
  clause_edges_ = edges;
  for (const auto& [name, type] : within) {
    if (before.contains(name)) continue;
    if (types_.contains(name)) {
      Fail(ErrorCode::kVariableAlreadyBound, edge.span,
           absl::StrCat("`", name, "` stands within a group that is repeated and outside of it"),
           "choose another name for one of them");
    }
    types_[name] = TypeSet::ListOf(type.kinds);
  }
}

void Checker::DeclareNode(const NodePattern& node, Use use, bool alone, bool optional) {
  if (node.labels && use == Use::kMatch) WarnLabels(*node.labels, false);
  if (node.variable.empty()) return;
  auto it = types_.find(node.variable);
  if (it == types_.end()) {
    types_[node.variable] = TypeSet::Of(kNodeKind | (optional ? kNullKind : 0));
    return;
  }
  bool adds = alone || node.labels || node.properties;
  if (use != Use::kMatch && adds) {
    Fail(ErrorCode::kVariableAlreadyBound, node.span,
         absl::StrCat("`", node.variable,
                      "` is already defined; labels and properties cannot be "
                      "given to it here"));
  } else if (!it->second.CanBe(kNodeKind)) {
    Fail(ErrorCode::kVariableTypeConflict, node.span,
         absl::StrCat("`", node.variable, "` is ", NameOf(it->second.kinds), ", not a node"));
  }
}

void Checker::CheckMadeEdge(const RelationshipPattern& edge, Use use) {
  if (use == Use::kMatch) return;
  if (!edge.types || edge.types->kind != LabelExpr::Kind::kName) {
    Fail(ErrorCode::kNoSingleRelationshipType, edge.span,
         "a relationship is made with exactly one type");
  }
  if (edge.variable_length) {
    Fail(ErrorCode::kCreatingVarLength, edge.span,
         "a relationship of variable length cannot be made");
  }
  if (use == Use::kCreate && edge.direction == Direction::kBoth) {
    Fail(ErrorCode::kRequiresDirectedRelationship, edge.span,
         "a relationship is made in one direction", "write -[…]-> or <-[…]-");
  }
}

void Checker::DeclareEdge(const RelationshipPattern& edge, Use use, PathMode mode, bool optional) {
  if (edge.types && use == Use::kMatch) {
    WarnLabels(*edge.types, true);
    WarnDirection(edge);
  }
  if (edge.variable.empty()) return CheckMadeEdge(edge, use);
  bool many = edge.variable_length || mode != PathMode::kAll;
  KindMask kind = many ? kListKind : kRelationshipKind;
  auto it = types_.find(edge.variable);
  if (it == types_.end()) {
    TypeSet type = many ? TypeSet::ListOf(kRelationshipKind) : TypeSet::Of(kRelationshipKind);
    if (optional) type.kinds |= kNullKind;
    types_[edge.variable] = type;
    clause_edges_.insert(edge.variable);
    return CheckMadeEdge(edge, use);
  }
  bool wrong_items = many && it->second.IsOnly(kListKind) &&
                     (it->second.items & (kRelationshipKind | kNullKind)) == 0;
  if (use != Use::kMatch) {
    Fail(ErrorCode::kVariableAlreadyBound, edge.span,
         absl::StrCat("`", edge.variable, "` is already defined"), "choose another name");
  } else if (!it->second.CanBe(kind) || wrong_items) {
    Fail(ErrorCode::kVariableTypeConflict, edge.span,
         absl::StrCat("`", edge.variable, "` is ", NameOf(it->second.kinds), ", not ",
                      many ? "a list of relationships" : "a relationship"));
  } else if (clause_edges_.contains(edge.variable)) {
    Fail(ErrorCode::kRelationshipUniquenessViolation, edge.span,
         absl::StrCat("`", edge.variable,
                      "` stands twice in one MATCH, in which no relationship "
                      "is walked twice"));
  }
}

void Checker::CheckProperties(const Box<Expr>& properties, Use use) {
  if (!properties) return;
  if (properties->kind == ExprKind::kParameter && use != Use::kCreate) {
    Fail(ErrorCode::kInvalidParameterUse, properties->span,
         "a pattern's properties cannot be a parameter", "name them: {key: $parameter.key}");
  }
  Infer(*properties, {});
}

void Checker::CheckPathExprs(const PathPattern& path, Use use) {
  auto condition = [this, use](const Box<Expr>& where) {
    if (!where) return;
    if (use != Use::kMatch) {
      Fail(ErrorCode::kUnexpectedSyntax, where->span, "WHERE has no place in what is made");
    }
    CheckCondition(*where);
  };
  for (const NodePattern& node : path.nodes) {
    CheckProperties(node.properties, use);
    condition(node.where);
  }
  if (path.where) CheckCondition(*path.where);
  for (const RelationshipPattern& edge : path.relationships) {
    if (edge.group) continue;
    CheckProperties(edge.properties, use);
    // Within its own WHERE, a variable length stands for each of its relationships.
    Types outer = types_;
    bool many = edge.variable_length || path.mode != PathMode::kAll;
    if (many && !edge.variable.empty()) types_[edge.variable] = TypeSet::Of(kRelationshipKind);
    condition(edge.where);
    types_ = std::move(outer);
  }
}

// A predicate's pattern makes no variables.
void Checker::CheckNamesKnown(const PathPattern& path) {
  auto check = [this](const std::string& name, Span span) {
    if (name.empty() || IsHidden(name) || types_.contains(name)) return;
    Fail(ErrorCode::kUndefinedVariable, span, absl::StrCat("`", name, "` is not defined"),
         DidYouMean(name, NamesInScope()));
  };
  for (const NodePattern& node : path.nodes) check(node.variable, node.span);
  for (const auto& edge : path.relationships) check(edge.variable, edge.span);
}

}  // namespace norn::query
