// Functions on nodes, relationships and paths.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "query/functions/functions.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

Value Deleted(const FunctionCall& call) {
  return call.Fail(ErrorCode::kDeletedEntityAccess,
                   absl::StrCat(call.name, "() looks into what was deleted"));
}

bool IsDeleted(const Value& value) {
  return value.is_detached() && (value.is(Kind::kNode) || value.is(Kind::kRelationship));
}

Value Id(const FunctionCall& call) {
  if (IsDeleted(call[0])) return Value::Int(call[0].index());
  const graph::View& view = call.execution.view();
  if (call[0].is(Kind::kNode) && !call.execution.graph().scratch()) {
    return Value::Borrowed(view.NodeId(call[0].index()));
  }
  return Value::Int(call[0].index());
}

Value Labels(const FunctionCall& call) {
  if (IsDeleted(call[0])) return Deleted(call);
  Value::Items items;
  for (absl::string_view label : call.execution.graph().Labels(call[0].index())) {
    items.push_back(Value::Borrowed(label));
  }
  return Value::List(std::move(items));
}

// The type of a relationship outlives it.
Value Type(const FunctionCall& call) {
  if (IsDeleted(call[0])) return Value::String(call[0].relationship().type);
  const graph::View& view = call.execution.view();
  return Value::Borrowed(view.edge_types()[view.TypeOf(call[0].index())]);
}

// Whether one of the names (a text, or a list of which all or any must fit) is among those that
// there are.
Value HasNames(const FunctionCall& call, absl::Span<const absl::string_view> there) {
  const bool any = call[2].is_true();
  const auto has = [&there](const Value& name) {
    return name.is(Kind::kString) &&
           std::find(there.begin(), there.end(), name.text()) != there.end();
  };
  if (call[1].is(Kind::kString)) return Value::Bool(has(call[1]));
  const Value::Items& names = call[1].list();
  return Value::Bool(any ? std::any_of(names.begin(), names.end(), has)
                         : std::all_of(names.begin(), names.end(), has));
}

// What (n:$(expression)) asks.
Value HasLabels(const FunctionCall& call) {
  if (IsDeleted(call[0])) return Deleted(call);
  return HasNames(call, call.execution.graph().Labels(call[0].index()));
}

Value HasType(const FunctionCall& call) {
  if (IsDeleted(call[0])) return Deleted(call);
  const graph::View& view = call.execution.view();
  return HasNames(call, {view.edge_types()[view.TypeOf(call[0].index())]});
}

Value StartNode(const FunctionCall& call) {
  if (IsDeleted(call[0])) return Deleted(call);
  return Value::Node(call.execution.view().Source(call[0].index()));
}

Value EndNode(const FunctionCall& call) {
  if (IsDeleted(call[0])) return Deleted(call);
  return Value::Node(call.execution.view().Target(call[0].index()));
}

Value Nodes(const FunctionCall& call) { return Value::List(call[0].path().nodes); }
Value Relationships(const FunctionCall& call) { return Value::List(call[0].path().relationships); }
Value Length(const FunctionCall& call) {
  return Value::Int(static_cast<int64_t>(call[0].path().relationships.size()));
}

Value Properties(const FunctionCall& call) {
  if (call[0].is(Kind::kMap)) return call[0];
  if (IsDeleted(call[0])) return Deleted(call);
  const GraphAccess& graph = call.execution.graph();
  return Value::Map(call[0].is(Kind::kNode) ? graph.NodeProperties(call[0].index())
                                            : graph.EdgeProperties(call[0].index()));
}

Value Keys(const FunctionCall& call) {
  Value properties = Properties(call);
  if (properties.is_null()) return properties;
  Value::Items items;
  for (const auto& entry : properties.map()) items.push_back(Value::String(entry.first));
  return Value::List(std::move(items));
}

// exists(n.name): is there a value.
Value Exists(const FunctionCall& call) {
  return call[0].is(Kind::kBool) ? call[0] : Value::Bool(!call[0].is_null());
}

Value Degree(const FunctionCall& call) {
  if (IsDeleted(call[0])) return Deleted(call);
  const graph::View& view = call.execution.view();
  size_t degree = 0;
  for (graph::EdgeTypeId type = 0; type < view.edge_types().size(); ++type) {
    if (call.size() > 1 && view.edge_types()[type] != call[1].text()) continue;
    degree += view.Out(call[0].index(), type).size() + view.In(call[0].index(), type).size();
  }
  return Value::Int(static_cast<int64_t>(degree));
}

constexpr KindMask kEntity = kNodeKind | kRelationshipKind;

constexpr FunctionInfo kFunctions[] = {
    {"id", 1, 1, {kEntity}, kIntegerKind | kStringKind, Id},
    {"elementId", 1, 1, {kEntity}, kIntegerKind | kStringKind, Id},
    {"element_id", 1, 1, {kEntity}, kIntegerKind | kStringKind, Id},
    {"labels", 1, 1, {kNodeKind}, kListKind, Labels},
    {"type", 1, 1, {kRelationshipKind}, kStringKind, Type},
    {"norn.hasLabels", 3, 3, {kNodeKind, kStringKind | kListKind, kBoolKind}, kBoolKind, HasLabels},
    {"norn.hasType",
     3,
     3,
     {kRelationshipKind, kStringKind | kListKind, kBoolKind},
     kBoolKind,
     HasType},
    {"startNode", 1, 1, {kRelationshipKind}, kNodeKind, StartNode},
    {"endNode", 1, 1, {kRelationshipKind}, kNodeKind, EndNode},
    {"nodes", 1, 1, {kPathKind}, kListKind, Nodes},
    {"relationships", 1, 1, {kPathKind}, kListKind, Relationships},
    {"rels", 1, 1, {kPathKind}, kListKind, Relationships},
    {"length", 1, 1, {kPathKind}, kIntegerKind, Length},
    {"path_length", 1, 1, {kPathKind}, kIntegerKind, Length},
    {"properties", 1, 1, {kEntity | kMapKind}, kMapKind, Properties},
    {"keys", 1, 1, {kEntity | kMapKind}, kListKind, Keys},
    {"exists", 1, 1, {kAnyKind}, kBoolKind, Exists, true},
    {"degree", 1, 2, {kNodeKind, kStringKind}, kIntegerKind, Degree},
};

}  // namespace

absl::Span<const FunctionInfo> GraphFunctions() { return kFunctions; }

}  // namespace norn::query
