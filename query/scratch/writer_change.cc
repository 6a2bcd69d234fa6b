// What writing clauses do to the store.
#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "query/scratch/writer_impl.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

// The variable's value in the row; null if it is not bound.
const Value* Bound(const std::vector<std::string>& names, const std::vector<Value>& row,
                   const std::string& name) {
  auto it = std::find(names.begin(), names.end(), name);
  if (name.empty() || it == names.end()) return nullptr;
  return &row[static_cast<size_t>(it - names.begin())];
}

void Add(std::vector<std::string>& names, std::vector<Value>& row, const std::string& name,
         Value value) {
  if (name.empty()) return;
  names.push_back(name);
  row.push_back(std::move(value));
}

void LabelNames(const LabelExpr& labels, std::set<std::string>& out) {
  if (labels.kind == LabelExpr::Kind::kName) out.insert(labels.name);
  for (const LabelExpr& child : labels.children) LabelNames(child, out);
}

}  // namespace

// Lists of values that can be stored can be stored; maps and entities cannot.
std::optional<graph::Value> Writer::ToStored(const Value& value, Span span) {
  bool fits = !value.is(Kind::kMap) && !value.is(Kind::kNode) && !value.is(Kind::kRelationship) &&
              !value.is(Kind::kPath);
  if (value.is(Kind::kList)) {
    for (const Value& item : value.list()) {
      fits = fits && !item.is(Kind::kMap) && !item.is(Kind::kNode) &&
             !item.is(Kind::kRelationship) && !item.is(Kind::kPath);
    }
  }
  if (value.written_bytes() > options_.max_memory_bytes) {
    Fail(MakeError(ErrorCode::kMemoryLimit, span, "this value is too large to be stored"));
    return std::nullopt;
  }
  if (fits) return value.ToGraphValue();
  Fail(MakeError(ErrorCode::kInvalidPropertyType, span,
                 absl::StrCat("a property cannot hold ", KindName(value.kind()))));
  return std::nullopt;
}

graph::Properties Writer::MakeProperties(const Box<Expr>& properties, RowScope& scope) {
  graph::Properties out;
  if (!properties) return out;
  Value map = scope.Eval(*properties);
  if (scope.execution().failed()) {
    Fail(scope.execution().error());
  } else if (!map.is(Kind::kMap)) {
    Fail(MakeError(ErrorCode::kTypeMismatch, properties->span, "properties are given as a map"));
  } else {
    for (const auto& [key, value] : map.map()) {
      std::optional<graph::Value> stored = ToStored(value, properties->span);
      if (!stored.has_value()) break;
      if (!stored->is_null()) out[key] = *std::move(stored);
    }
  }
  return out;
}

uint32_t Writer::MakeNode(const NodePattern& pattern, RowScope& scope,
                          std::vector<std::string>& names, std::vector<Value>& row) {
  if (const Value* bound = Bound(names, row, pattern.variable)) {
    if (bound->is(Kind::kNode) && !bound->is_detached()) return bound->index();
    Fail(MakeError(ErrorCode::kTypeMismatch, pattern.span,
                   absl::StrCat("`", pattern.variable, "` is no node")));
    return 0;
  }
  ScratchStore::Node node;
  if (pattern.labels) LabelNames(*pattern.labels, node.labels);
  node.properties = MakeProperties(pattern.properties, scope);
  uint32_t serial = store_.AddNode(std::move(node));
  Add(names, row, pattern.variable, Value::Node(serial));
  return serial;
}

bool Writer::MakePath(const PathPattern& path, RowScope& scope, std::vector<std::string>& names,
                      std::vector<Value>& row) {
  PathRecord made;
  std::vector<uint32_t> nodes;
  for (const NodePattern& node : path.nodes) {
    nodes.push_back(MakeNode(node, scope, names, row));
    if (error_.has_value()) return false;
    made.nodes.push_back(Value::Node(nodes.back()));
  }
  for (size_t i = 0; i < path.relationships.size(); ++i) {
    const RelationshipPattern& pattern = path.relationships[i];
    bool left = pattern.direction == Direction::kIn;
    ScratchStore::Edge edge;
    edge.from = nodes[left ? i + 1 : i];
    edge.to = nodes[left ? i : i + 1];
    edge.type = pattern.types->name;
    edge.properties = MakeProperties(pattern.properties, scope);
    Value made_edge = Value::Relationship(store_.AddEdge(std::move(edge)));
    Add(names, row, pattern.variable, made_edge);
    made.relationships.push_back(std::move(made_edge));
  }
  Add(names, row, path.variable, Value::Path(std::move(made)));
  return !error_.has_value();
}

bool Writer::Set(const SetClause& clause, const Table& table) {
  for (const auto& row : table.rows) {
    if (!SetOnRow(clause.items, clause.remove, table, row)) return false;
  }
  return true;
}

// Items see what the ones before them did.
bool Writer::SetOnRow(const std::vector<SetItem>& items, bool remove, const Table& table,
                      const std::vector<Value>& row) {
  for (const SetItem& item : items) {
    if (!MayGoOn() || !Refresh()) return false;
    RowScope scope(store_, options_, table.names, row);
    if (!ApplySet(item, remove, scope)) return false;
    if (scope.execution().failed()) return Fail(scope.execution().error());
  }
  return true;
}

bool Writer::ApplySet(const SetItem& item, bool remove, RowScope& scope) {
  bool property = item.kind == SetItem::Kind::kProperty;
  if (property) return ApplyProperty(item.target, scope.Eval(item.value), scope);
  Value entity = scope.EvalSerial(item.target);
  if (entity.is_null()) return true;
  if (item.kind == SetItem::Kind::kLabels) return ApplyLabels(item, remove, entity, scope);
  return ApplyMap(item, entity, scope.Eval(item.value), scope);
}

bool Writer::ApplyProperty(const Expr& target, const Value& value, RowScope& scope) {
  std::string key = target.text;
  if (target.kind == ExprKind::kIndex) {
    Value name = scope.Eval(target.children[1]);
    if (!name.is(Kind::kString)) {
      return Fail(MakeError(ErrorCode::kMapElementAccessByNonString, target.span,
                            "a property's name must be STRING"));
    }
    key = std::string(name.text());
  }
  Value entity = scope.EvalSerial(target.children[0]);
  if (scope.execution().failed() || entity.is_null()) return true;
  bool fits = entity.is(Kind::kNode) || entity.is(Kind::kRelationship);
  if (!fits || entity.is_detached()) {
    return Fail(MakeError(fits ? ErrorCode::kDeletedEntityAccess : ErrorCode::kTypeMismatch,
                          target.span, "only a node or a relationship has properties to set"));
  }
  std::optional<graph::Value> stored = ToStored(value, target.span);
  if (!stored.has_value()) return false;
  graph::Properties& properties = entity.is(Kind::kNode)
                                      ? store_.nodes()[entity.index()].properties
                                      : store_.edges()[entity.index()].properties;
  if (stored->is_null()) {
    properties.erase(key);
  } else {
    properties[key] = *std::move(stored);
  }
  store_.MarkChanged();
  return true;
}

// n = {…} and n += {…}; the right side may be another entity.
bool Writer::ApplyMap(const SetItem& item, const Value& entity, const Value& value,
                      RowScope& scope) {
  if (scope.execution().failed()) return true;
  Value map = value;
  if (!value.is_detached() && (value.is(Kind::kNode) || value.is(Kind::kRelationship))) {
    const GraphAccess& graph = scope.execution().graph();
    map = Value::Map(value.is(Kind::kNode) ? graph.NodeProperties(value.index())
                                           : graph.EdgeProperties(value.index()));
  }
  bool fits = entity.is(Kind::kNode) || entity.is(Kind::kRelationship);
  if (!map.is(Kind::kMap) || !fits || entity.is_detached()) {
    return Fail(MakeError(ErrorCode::kTypeMismatch, item.target.span,
                          "SET needs a node or relationship, and a map"));
  }
  graph::Properties& properties = entity.is(Kind::kNode)
                                      ? store_.nodes()[entity.index()].properties
                                      : store_.edges()[entity.index()].properties;
  if (item.kind == SetItem::Kind::kReplace) properties.clear();
  for (const auto& [key, entry] : map.map()) {
    std::optional<graph::Value> stored = ToStored(entry, item.target.span);
    if (!stored.has_value()) return false;
    if (stored->is_null()) {
      properties.erase(key);
    } else {
      properties[key] = *std::move(stored);
    }
  }
  store_.MarkChanged();
  return true;
}

bool Writer::ApplyLabels(const SetItem& item, bool remove, const Value& entity, RowScope& scope) {
  if (scope.execution().failed()) return true;
  if (!entity.is(Kind::kNode) || entity.is_detached()) {
    return Fail(MakeError(ErrorCode::kTypeMismatch, item.target.span, "only a node has labels"));
  }
  for (const std::string& label : item.labels) {
    std::set<std::string>& labels = store_.nodes()[entity.index()].labels;
    remove ? static_cast<void>(labels.erase(label)) : static_cast<void>(labels.insert(label));
  }
  store_.MarkChanged();
  return true;
}

void Writer::MarkDeleted(const Value& value, std::vector<uint32_t>& nodes, Span span) {
  switch (value.kind()) {
    case Kind::kNull:
      return;
    case Kind::kNode:
      if (!value.is_detached()) nodes.push_back(value.index());
      return;
    case Kind::kRelationship:
      if (!value.is_detached()) store_.edges()[value.index()].deleted = true;
      return;
    case Kind::kPath:
      for (const Value& edge : value.path().relationships) MarkDeleted(edge, nodes, span);
      for (const Value& node : value.path().nodes) MarkDeleted(node, nodes, span);
      return;
    default:
      Fail(MakeError(
          ErrorCode::kTypeMismatch, span,
          absl::StrCat("DELETE needs a node, relationship or path, not ", KindName(value.kind()))));
  }
}

bool Writer::Delete(const DeleteClause& clause, const Table& table) {
  std::vector<uint32_t> nodes;
  std::vector<std::pair<Value, Span>> targets;
  for (const auto& row : table.rows) {
    RowScope scope(store_, options_, table.names, row);
    for (const Expr& target : clause.targets) {
      targets.emplace_back(scope.EvalSerial(target), target.span);
    }
    if (scope.execution().failed()) return Fail(scope.execution().error());
  }
  for (const auto& [value, span] : targets) MarkDeleted(value, nodes, span);
  if (error_.has_value()) return false;
  for (uint32_t node : nodes) store_.nodes()[node].deleted = true;
  for (ScratchStore::Edge& edge : store_.edges()) {
    if (edge.deleted || (!store_.nodes()[edge.from].deleted && !store_.nodes()[edge.to].deleted)) {
      continue;
    }
    if (!clause.detach) {
      return Fail(MakeError(ErrorCode::kDeleteConnectedNode, clause.targets[0].span,
                            "a node that still has relationships cannot be deleted",
                            "write DETACH DELETE to delete them too"));
    }
    edge.deleted = true;
  }
  store_.MarkChanged();
  return true;
}

}  // namespace norn::query
