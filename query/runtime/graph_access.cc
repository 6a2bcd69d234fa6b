#include "query/runtime/graph_access.h"

#include <algorithm>
#include <utility>

namespace norn::query {

namespace {

constexpr absl::string_view kIdKey = "id";

}  // namespace

bool GraphAccess::Hidden(graph::KeyId key) const {
  return scratch_ && view_.property_keys()[key] == kIdKey;
}

std::string GraphAccess::NameOf(graph::KeyId key) const {
  absl::string_view name = view_.property_keys()[key];
  return std::string(scratch_ && name == kScratchIdKey ? kIdKey : name);
}

std::optional<graph::KeyId> GraphAccess::FindKey(absl::string_view name) const {
  return view_.FindKey(scratch_ && name == kIdKey ? kScratchIdKey : name);
}

std::vector<std::string> GraphAccess::KeyNames() const {
  std::vector<std::string> names;
  for (graph::KeyId key = 0; key < view_.property_keys().size(); ++key) {
    if (!Hidden(key)) names.push_back(NameOf(key));
  }
  std::sort(names.begin(), names.end());
  return names;
}

Value GraphAccess::CellOf(const graph::Column& column, uint32_t row) const {
  switch (column.kind()) {
    case graph::Column::Kind::kAbsent:
      return Value();
    case graph::Column::Kind::kMixed:
      return Value::Of(column.Get(row));
    default:
      break;
  }
  if (column.IsNull(row)) return Value();
  switch (column.kind()) {
    case graph::Column::Kind::kBool:
      return Value::Bool(column.BoolAt(row));
    case graph::Column::Kind::kInteger:
      return Value::Int(column.IntegerAt(row));
    case graph::Column::Kind::kReal:
      return Value::Float(column.RealAt(row));
    default:
      return Value::Borrowed(view_.StringAt(column.StringIdAt(row)));
  }
}

Value GraphAccess::NodeProperty(graph::NodeIndex node, graph::KeyId key) const {
  uint32_t group = view_.GroupOf(node);
  return CellOf(view_.NodeColumn(group, key), node - view_.node_groups()[group].first);
}

Value GraphAccess::EdgeProperty(graph::EdgeIndex edge, graph::KeyId key) const {
  graph::EdgeTypeId type = view_.TypeOf(edge);
  return CellOf(view_.EdgeColumn(type, key), edge - view_.FirstEdge(type));
}

Value::Entries GraphAccess::NodeProperties(graph::NodeIndex node) const {
  Value::Entries entries;
  for (graph::KeyId key = 0; key < view_.property_keys().size(); ++key) {
    if (Hidden(key)) continue;
    Value value = NodeProperty(node, key);
    if (!value.is_null()) entries.emplace_back(NameOf(key), std::move(value));
  }
  return entries;
}

Value::Entries GraphAccess::EdgeProperties(graph::EdgeIndex edge) const {
  Value::Entries entries;
  for (graph::KeyId key = 0; key < view_.property_keys().size(); ++key) {
    Value value = EdgeProperty(edge, key);
    if (!value.is_null()) entries.emplace_back(NameOf(key), std::move(value));
  }
  return entries;
}

std::vector<absl::string_view> GraphAccess::Labels(graph::NodeIndex node) const {
  std::vector<absl::string_view> names;
  for (graph::LabelId label : view_.node_groups()[view_.GroupOf(node)].labels) {
    names.push_back(view_.labels()[label]);
  }
  return names;
}

Value GraphAccess::Detach(const Value& value) const {
  auto detach_all = [this](const Value::Items& items) {
    Value::Items out;
    out.reserve(items.size());
    for (const Value& item : items) out.push_back(Detach(item));
    return out;
  };
  auto detach_entries = [this](Value::Entries entries) {
    for (auto& entry : entries) entry.second = Detach(entry.second);
    return entries;
  };
  // What needs no view stays shared: unfolded it could be far larger.
  if (!value.needs_view()) return value;
  switch (value.kind()) {
    case Value::Kind::kString:
      return Value::String(std::string(value.text()));
    case Value::Kind::kList:
      return Value::List(detach_all(value.list()));
    case Value::Kind::kMap:
      return Value::Map(detach_entries(value.map()));
    case Value::Kind::kPath:
      return Value::Path({detach_all(value.path().nodes), detach_all(value.path().relationships)});
    case Value::Kind::kNode: {
      if (value.is_detached()) return value;
      NodeRecord record;
      record.index = value.index();
      record.id = std::string(view_.NodeId(record.index));
      for (absl::string_view label : Labels(record.index)) record.labels.emplace_back(label);
      record.properties = detach_entries(NodeProperties(record.index));
      if (!scratch_) {
        std::erase_if(record.properties, [](const auto& entry) { return entry.first == kIdKey; });
      }
      return Value::Node(std::move(record));
    }
    case Value::Kind::kRelationship: {
      if (value.is_detached()) return value;
      RelationshipRecord record;
      record.index = value.index();
      record.type = std::string(view_.edge_types()[view_.TypeOf(record.index)]);
      record.from = std::string(view_.NodeId(view_.Source(record.index)));
      record.to = std::string(view_.NodeId(view_.Target(record.index)));
      record.properties = detach_entries(EdgeProperties(record.index));
      return Value::Relationship(std::move(record));
    }
    default:
      return value;
  }
}

}  // namespace norn::query
