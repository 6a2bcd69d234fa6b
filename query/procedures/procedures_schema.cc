// Procedures that say what the graph holds: db.labels, db.relationship_types, db.schema, …
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "query/functions/functions.h"
#include "query/procedures/builtin_procedures.h"

namespace norn::query {

namespace {

using Emit = Procedure::Emit;
using Args = absl::Span<const Value>;

void Labels(Execution& execution, Span, Args, const Emit& emit) {
  const graph::View& view = execution.view();
  std::vector<int64_t> counts(view.labels().size());
  for (const graph::NodeGroup& group : view.node_groups()) {
    for (graph::LabelId label : group.labels) counts[label] += group.count;
  }
  for (size_t i = 0; i < counts.size(); ++i) {
    std::vector<Value> row = {Value::Borrowed(view.labels()[i]), Value::Int(counts[i])};
    if (!emit(row)) return;
  }
}

void RelationshipTypes(Execution& execution, Span, Args, const Emit& emit) {
  const graph::View& view = execution.view();
  for (graph::EdgeTypeId type = 0; type < view.edge_types().size(); ++type) {
    std::vector<Value> row = {Value::Borrowed(view.edge_types()[type]),
                              Value::Int(view.CountEdges(type))};
    if (!emit(row)) return;
  }
}

void PropertyKeys(Execution& execution, Span, Args, const Emit& emit) {
  for (std::string& key : execution.graph().KeyNames()) {
    std::vector<Value> row = {Value::String(std::move(key))};
    if (!emit(row)) return;
  }
}

// The names of the columns that are there.
template <typename ColumnOf>
Value KeysOf(const GraphAccess& graph, ColumnOf column_of) {
  Value::Items keys;
  for (std::string& name : graph.KeyNames()) {
    std::optional<graph::KeyId> key = graph.FindKey(name);
    if (key.has_value() && column_of(*key).kind() != graph::Column::Kind::kAbsent) {
      keys.push_back(Value::String(std::move(name)));
    }
  }
  return Value::List(std::move(keys));
}

// A row for each set of labels and each type, with what their members carry.
void Schema(Execution& execution, Span, Args, const Emit& emit) {
  const GraphAccess& graph = execution.graph();
  const graph::View& view = graph.view();
  for (uint32_t group = 0; group < view.node_groups().size(); ++group) {
    Value::Items labels;
    for (graph::LabelId label : view.node_groups()[group].labels) {
      labels.push_back(Value::Borrowed(view.labels()[label]));
    }
    Value keys = KeysOf(graph, [&](graph::KeyId key) -> const graph::Column& {
      return view.NodeColumn(group, key);
    });
    std::vector<Value> row = {Value::String("node"), Value::List(std::move(labels)),
                              Value::Int(view.node_groups()[group].count), std::move(keys)};
    if (!emit(row)) return;
  }
  for (graph::EdgeTypeId type = 0; type < view.edge_types().size(); ++type) {
    Value keys = KeysOf(graph, [&](graph::KeyId key) -> const graph::Column& {
      return view.EdgeColumn(type, key);
    });
    std::vector<Value> row = {Value::String("relationship"),
                              Value::List({Value::Borrowed(view.edge_types()[type])}),
                              Value::Int(view.CountEdges(type)), std::move(keys)};
    if (!emit(row)) return;
  }
}

// Neo4j's shapes of what db.labels, db.relationship_types and db.property_keys say.
void NamesAlone(const std::vector<std::string>& names, const Emit& emit) {
  for (const std::string& name : names) {
    const Value row[] = {Value::String(name)};
    if (!emit(row)) return;
  }
}

void TypeNames(Execution& execution, Span, Args, const Emit& emit) {
  const auto types = execution.view().edge_types();
  NamesAlone({types.begin(), types.end()}, emit);
}

void KeyNames(Execution& execution, Span, Args, const Emit& emit) {
  NamesAlone(execution.graph().KeyNames(), emit);
}

// Which labels are joined by which types: nodes and relationships as maps, which are of no graph.
void Visualization(Execution& execution, Span, Args, const Emit& emit) {
  const graph::View& view = execution.view();
  Value::Items nodes;
  for (const absl::string_view label : view.labels()) {
    nodes.push_back(Value::Map({{"name", Value::Borrowed(label)}}));
  }
  std::set<std::tuple<graph::LabelId, graph::EdgeTypeId, graph::LabelId>> joins;
  for (graph::EdgeIndex edge = 0; edge < view.edge_count(); ++edge) {
    if (!execution.Step()) return;
    const auto labels_of = [&view](graph::NodeIndex node) -> const std::vector<graph::LabelId>& {
      return view.node_groups()[view.GroupOf(node)].labels;
    };
    for (const graph::LabelId from : labels_of(view.Source(edge))) {
      for (const graph::LabelId to : labels_of(view.Target(edge))) {
        joins.emplace(from, view.TypeOf(edge), to);
      }
    }
  }
  Value::Items relationships;
  for (const auto& [from, type, to] : joins) {
    relationships.push_back(Value::Map({{"from", Value::Borrowed(view.labels()[from])},
                                        {"type", Value::Borrowed(view.edge_types()[type])},
                                        {"to", Value::Borrowed(view.labels()[to])}}));
  }
  const Value row[] = {Value::List(std::move(nodes)), Value::List(std::move(relationships))};
  emit(row);
}

void Components(Execution&, Span, Args, const Emit& emit) {
  const Value row[] = {Value::String("norn"), Value::List({Value::String("openCypher")}),
                       Value::String("community")};
  emit(row);
}

void Ping(Execution&, Span, Args, const Emit& emit) {
  const Value row[] = {Value::Bool(true)};
  emit(row);
}

// A row for each label or type and property that occurs with it.
void MetaData(Execution& execution, Span, Args, const Emit& emit) {
  const GraphAccess& graph = execution.graph();
  const graph::View& view = graph.view();
  std::set<std::pair<std::string, std::string>> rows;
  for (uint32_t group = 0; group < view.node_groups().size(); ++group) {
    for (std::string& key : graph.KeyNames()) {
      const std::optional<graph::KeyId> id = graph.FindKey(key);
      if (!id.has_value() || view.NodeColumn(group, *id).kind() == graph::Column::Kind::kAbsent) {
        continue;
      }
      for (const graph::LabelId label : view.node_groups()[group].labels) {
        rows.emplace(std::string(view.labels()[label]), key);
      }
    }
  }
  for (const auto& [label, key] : rows) {
    const Value row[] = {Value::String(label), Value::String(key), Value::String("node")};
    if (!emit(row)) return;
  }
  for (graph::EdgeTypeId type = 0; type < view.edge_types().size(); ++type) {
    for (std::string& key : graph.KeyNames()) {
      const std::optional<graph::KeyId> id = graph.FindKey(key);
      if (!id.has_value() || view.EdgeColumn(type, *id).kind() == graph::Column::Kind::kAbsent) {
        continue;
      }
      const Value row[] = {Value::Borrowed(view.edge_types()[type]), Value::String(std::move(key)),
                           Value::String("relationship")};
      if (!emit(row)) return;
    }
  }
}

void Functions(Execution&, Span, Args, const Emit& emit) {
  for (std::string& name : FunctionNames()) {
    std::vector<Value> row = {Value::String(std::move(name))};
    if (!emit(row)) return;
  }
}

void Procedures(Execution&, Span, Args, const Emit& emit) {
  for (const auto& [key, procedure] : BuiltInProcedures().all()) {
    std::vector<Value> row = {Value::String(procedure.name), Value::String(procedure.help)};
    if (!emit(row)) return;
  }
}

}  // namespace

void AddSchemaProcedures(ProcedureRegistry& registry) {
  const ProcedureField count{"count", kIntegerKind};
  auto add = [&registry](const char* name, std::vector<ProcedureField> outputs,
                         Procedure::Body body, const char* help) {
    Procedure procedure;
    procedure.name = name;
    procedure.outputs = std::move(outputs);
    procedure.body = std::move(body);
    procedure.help = help;
    registry.Add(std::move(procedure));
  };
  add("db.labels", {{"label", kStringKind}, count}, Labels,
      "The labels, and how many nodes have each.");
  add("db.relationship_types", {{"type", kStringKind}, count}, RelationshipTypes,
      "The relationships' types, and how many there are of each.");
  add("db.property_keys", {{"key", kStringKind}}, PropertyKeys, "The names of all properties.");
  add("db.relationshipTypes", {{"relationshipType", kStringKind}}, TypeNames,
      "As db.relationship_types, in Neo4j's shape.");
  add("db.propertyKeys", {{"propertyKey", kStringKind}}, KeyNames,
      "As db.property_keys, in Neo4j's shape.");
  add("db.schema.visualization", {{"nodes", kListKind}, {"relationships", kListKind}},
      Visualization, "Which labels are joined by which types.");
  add("db.ping", {{"success", kBoolKind}}, Ping, "True.");
  add("dbms.components", {{"name", kStringKind}, {"versions", kListKind}, {"edition", kStringKind}},
      Components, "What answers.");
  add("apoc.meta.data",
      {{"label", kStringKind}, {"property", kStringKind}, {"elementType", kStringKind}}, MetaData,
      "Each label and type, with each property that occurs with it.");
  add("db.schema", {{"kind", kStringKind}, {"labels", kListKind}, count, {"properties", kListKind}},
      Schema, "Each set of labels and each relationship type, with the properties that occur.");
  add("db.functions", {{"name", kStringKind}}, Functions, "The functions of the language.");
  add("db.procedures", {{"name", kStringKind}, {"help", kStringKind}}, Procedures,
      "The procedures that CALL knows.");
}

}  // namespace norn::query
