// The first half of planning a MATCH: what its patterns ask for.
#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "query/evaluate/label_match.h"
#include "query/functions/functions.h"
#include "query/plan/match_planner.h"
#include "query/syntax/ast_walk.h"

namespace norn::query {

namespace {

constexpr size_t kRepeatable = SIZE_MAX;  // the one walk that all paths of such a MATCH are

Expr Variable(const std::string& name) {
  Expr expr;
  expr.kind = ExprKind::kVariable;
  expr.text = name;
  return expr;
}

// A name that is forgotten when the pattern is planned: nobody asks for what it stands for.
bool IsInternal(const std::string& name) { return !name.empty() && name[0] == '\x01'; }

}  // namespace

std::string MatchPlanner::Fresh() { return planner_.FreshName(); }

// {key: value} becomes variable.key = value.
void MatchPlanner::AddProperties(const std::string& variable, const Box<Expr>& properties,
                                 std::vector<Expr>& out) const {
  if (!properties) return;
  for (size_t i = 0; i < properties->names.size(); ++i) {
    Expr property;
    property.kind = ExprKind::kProperty;
    property.text = properties->names[i];
    property.span = properties->children[i].span;
    property.children.push_back(Variable(variable));
    Expr equal;
    equal.kind = ExprKind::kEqual;
    equal.span = properties->children[i].span;
    equal.children = {std::move(property), properties->children[i]};
    out.push_back(std::move(equal));
  }
}

size_t MatchPlanner::AddNode(const NodePattern& pattern) {
  std::string name = pattern.variable.empty() ? Fresh() : pattern.variable;
  auto [it, is_new] = node_index_.try_emplace(name, nodes_.size());
  if (is_new) {
    NodeInfo node;
    node.name = name;
    node.groups.assign(planner_.graph().view().node_groups().size(), 1);
    auto slot = scope_.slots.find(name);
    node.bound = slot != scope_.slots.end();
    if (node.bound) node.slot = slot->second;
    if (!node.bound) new_names_.insert(name);
    nodes_.push_back(std::move(node));
  }
  NodeInfo& node = nodes_[it->second];
  if (pattern.labels) {
    std::vector<char> groups = GroupsMatching(planner_.graph().view(), *pattern.labels);
    for (size_t i = 0; i < groups.size(); ++i) node.groups[i] &= groups[i];
    node.all_groups = false;
    if (node.bound) {
      Expr has;
      has.kind = ExprKind::kHasLabels;
      has.span = pattern.span;
      has.labels = pattern.labels;
      has.children.push_back(Variable(name));
      AddCondition(std::move(has));
    }
  }
  std::vector<Expr> properties;
  AddProperties(name, pattern.properties, properties);
  for (Expr& property : properties) AddCondition(std::move(property));
  if (pattern.where) AddCondition(*pattern.where);
  return it->second;
}

// A group's relationships, whatever they are, lie in a list in their order; and each variable of it
// is a list.
size_t MatchPlanner::AddGroup(const RelationshipPattern& pattern, const PathPattern& path,
                              size_t from, size_t to) {
  EdgeInfo edge;
  edge.name = Fresh();
  edge.pattern = &pattern;
  edge.path = &path;
  edge.mode = path.mode;
  edge.from = from;
  edge.to = to;
  edge.needs_slot = true;
  new_names_.insert(edge.name);
  std::set<std::string> names;
  std::set<graph::EdgeTypeId> types;
  LabelExpr any;
  any.kind = LabelExpr::Kind::kAny;
  for (const NodePattern& node : pattern.group->nodes) names.insert(node.variable);
  for (const RelationshipPattern& step : pattern.group->relationships) {
    names.insert(step.variable);
    const std::vector<graph::EdgeTypeId> fitting =
        TypesMatching(planner_.graph().view(), step.types ? *step.types : any);
    types.insert(fitting.begin(), fitting.end());
  }
  edge.types.assign(types.begin(), types.end());
  for (const std::string& name : names) {
    if (name.empty() || IsInternal(name)) continue;
    edge.variables.emplace_back(name, planner_.layout().Add());
    scope_.slots[name] = edge.variables.back().second;
    new_slots_.push_back(edge.variables.back().second);
    new_names_.insert(name);
  }
  edges_.push_back(std::move(edge));
  return edges_.size() - 1;
}

size_t MatchPlanner::AddEdge(const RelationshipPattern& pattern, const PathPattern& path,
                             size_t from, size_t to, bool in_path) {
  if (pattern.group) return AddGroup(pattern, path, from, to);
  const PathMode mode = path.mode;
  EdgeInfo edge;
  edge.path = &path;
  edge.name = pattern.variable.empty() ? Fresh() : pattern.variable;
  edge.mode = mode;
  edge.from = from;
  edge.to = to;
  edge.pattern = &pattern;
  const graph::View& view = planner_.graph().view();
  LabelExpr any;
  any.kind = LabelExpr::Kind::kAny;
  edge.types = TypesMatching(view, pattern.types ? *pattern.types : any);
  auto slot = scope_.slots.find(edge.name);
  bool many = pattern.variable_length || mode != PathMode::kAll;
  bool already = slot != scope_.slots.end();
  std::vector<Expr> each;
  if (already && many) {
    // A bound list of relationships: walk anew, and keep what is the same list.
    std::string fresh = Fresh();
    Expr same;
    same.kind = ExprKind::kEqual;
    same.children = {Variable(edge.name), Variable(fresh)};
    edge.name = fresh;
    new_names_.insert(fresh);
    AddCondition(std::move(same));
  } else if (already) {
    edge.bound = true;
    edge.slot = slot->second;
  } else {
    new_names_.insert(edge.name);
  }
  AddProperties(edge.name, pattern.properties, each);
  if (pattern.where) each.push_back(*pattern.where);
  edge.needs_slot = in_path || !IsInternal(edge.name) || (!many && !each.empty()) || already;
  for (Expr& expr : each) {
    if (!many) {
      AddCondition(std::move(expr));
    } else if (!edge.each.has_value()) {
      edge.each = std::move(expr);
    } else {
      Expr both;
      both.kind = ExprKind::kAnd;
      both.children = {*std::move(edge.each), std::move(expr)};
      edge.each = std::move(both);
    }
  }
  edges_.push_back(std::move(edge));
  return edges_.size() - 1;
}

void MatchPlanner::AddPath(const PathPattern& path) {
  const bool is_walk = path.restrictor == PathRestrictor::kWalk;
  const bool is_acyclic = path.restrictor == PathRestrictor::kAcyclic;
  if (is_walk) ++walks_;
  PathInfo info;
  info.name = path.variable.empty() && is_acyclic ? Fresh() : path.variable;
  for (size_t i = 0; i < path.nodes.size(); ++i) {
    info.nodes.push_back(AddNode(path.nodes[i]));
    if (i == 0) continue;
    info.edges.push_back(AddEdge(path.relationships[i - 1], path, info.nodes[i - 1], info.nodes[i],
                                 !info.name.empty()));
    if (is_walk) edges_[info.edges.back()].walk = path.repeatable ? kRepeatable : walks_;
  }
  if (info.name.empty()) return;
  if (is_acyclic) AddAcyclic(info.name);
  new_names_.insert(info.name);
  paths_.push_back(std::move(info));
}

// all(n IN nodes(path) WHERE single(m IN nodes(path) WHERE m = n))
void MatchPlanner::AddAcyclic(const std::string& path) {
  Expr nodes;
  nodes.kind = ExprKind::kFunction;
  nodes.text = "nodes";
  nodes.function = FindFunction("nodes");
  nodes.children = {Variable(path)};
  const std::string one = Fresh();
  const std::string other = Fresh();
  Expr same;
  same.kind = ExprKind::kEqual;
  same.children = {Variable(other), Variable(one)};
  Expr single;
  single.kind = ExprKind::kSingle;
  single.text = other;
  single.children = {nodes, std::move(same)};
  Expr all;
  all.kind = ExprKind::kAll;
  all.text = one;
  all.children = {std::move(nodes), std::move(single)};
  AddCondition(std::move(all));
}

// The names that it waits for are known once all patterns are read: see Plan.
void MatchPlanner::AddCondition(Expr expr) {
  Condition condition;
  condition.expr = std::move(expr);
  conditions_.push_back(std::move(condition));
}

bool MatchPlanner::Overlaps(const EdgeInfo& a, const EdgeInfo& b) const {
  if (a.walk != 0 && a.walk == b.walk) return false;
  return std::any_of(a.types.begin(), a.types.end(), [&b](graph::EdgeTypeId type) {
    return std::binary_search(b.types.begin(), b.types.end(), type);
  });
}

// Relationships that could be the same one need slots, so that they can be told apart.
void MatchPlanner::FindSlots() {
  for (size_t i = 0; i < edges_.size(); ++i) {
    for (size_t j = i + 1; j < edges_.size(); ++j) {
      if (!Overlaps(edges_[i], edges_[j])) continue;
      edges_[i].needs_slot = edges_[j].needs_slot = true;
    }
  }
  for (EdgeInfo& edge : edges_) {
    if (edge.bound || !edge.needs_slot) continue;
    edge.slot = planner_.layout().Add();
    scope_.slots[edge.name] = edge.slot;
    new_slots_.push_back(edge.slot);
  }
  for (NodeInfo& node : nodes_) {
    if (node.bound) continue;
    node.slot = planner_.layout().Add();
    scope_.slots[node.name] = node.slot;
    new_slots_.push_back(node.slot);
  }
  for (const PathInfo& path : paths_) {
    uint32_t slot = planner_.layout().Add();
    scope_.slots[path.name] = slot;
    new_slots_.push_back(slot);
  }
  for (Condition& condition : conditions_) {
    std::set<std::string> names;
    CollectNames(condition.expr, names);
    std::set_intersection(names.begin(), names.end(), new_names_.begin(), new_names_.end(),
                          std::inserter(condition.names, condition.names.begin()));
  }
}

}  // namespace norn::query
