#include "query/scratch/scratch_store.h"

#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "base/status_macros.h"
#include "graph/view/view_builder.h"
#include "query/runtime/graph_access.h"

namespace norn::query {

namespace {

std::string SerialText(size_t serial) { return absl::StrFormat("%010d", serial); }

uint32_t SerialOf(absl::string_view text) {
  uint32_t serial = 0;
  return absl::SimpleAtoi(text, &serial) ? serial : 0;
}

// See kScratchIdKey.
graph::Properties Stored(const graph::Properties& properties) {
  graph::Properties out = properties;
  if (auto id = out.extract("id")) {
    id.key() = std::string(kScratchIdKey);
    out.insert(std::move(id));
  }
  return out;
}

}  // namespace

uint32_t ScratchStore::AddNode(Node node) {
  nodes_.push_back(std::move(node));
  changed_ = true;
  return static_cast<uint32_t>(nodes_.size() - 1);
}

uint32_t ScratchStore::AddEdge(Edge edge) {
  edges_.push_back(std::move(edge));
  changed_ = true;
  return static_cast<uint32_t>(edges_.size() - 1);
}

graph::PropertyGraph ScratchStore::ToGraph() const {
  graph::PropertyGraph graph;
  for (size_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].deleted) continue;
    graph.nodes.push_back({SerialText(i),
                           {nodes_[i].labels.begin(), nodes_[i].labels.end()},
                           Stored(nodes_[i].properties)});
  }
  for (size_t i = 0; i < edges_.size(); ++i) {
    if (edges_[i].deleted) continue;
    graph.edges.push_back({SerialText(edges_[i].from), SerialText(edges_[i].to), edges_[i].type,
                           SerialText(i), Stored(edges_[i].properties)});
  }
  return graph;
}

absl::Status ScratchStore::Refresh() {
  if (!changed_ && !views_.empty()) return absl::OkStatus();
  graph::PropertyGraph graph = ToGraph();
  NORN_RETURN_IF_ERROR(graph::Normalize(graph));
  NORN_ASSIGN_OR_RETURN(std::string bytes, graph::BuildView(graph));
  NORN_ASSIGN_OR_RETURN(graph::View view, graph::View::FromBytes(std::move(bytes)));
  views_.push_back(std::make_unique<graph::View>(std::move(view)));
  node_serial_.assign(views_.back()->node_count(), 0);
  node_index_.assign(nodes_.size(), 0);
  for (uint32_t i = 0; i < node_serial_.size(); ++i) {
    node_serial_[i] = SerialOf(views_.back()->NodeId(i));
    node_index_[node_serial_[i]] = i;
  }
  edge_serial_.assign(views_.back()->edge_count(), 0);
  edge_index_.assign(edges_.size(), 0);
  for (uint32_t i = 0; i < edge_serial_.size(); ++i) {
    edge_serial_[i] = SerialOf(views_.back()->EdgeKey(i));
    edge_index_[edge_serial_[i]] = i;
  }
  changed_ = false;
  return absl::OkStatus();
}

void ScratchStore::DropOldViews() {
  if (views_.size() > 1) views_.erase(views_.begin(), views_.end() - 1);
}

Value ScratchStore::ToView(const Value& value) const { return Translate(value, true); }
Value ScratchStore::ToSerial(const Value& value) const { return Translate(value, false); }

Value ScratchStore::Translate(const Value& value, bool to_view) const {
  // What holds no numbers stays shared: unfolded it could be far larger.
  if (!value.needs_view()) return value;
  auto all = [this, to_view](const Value::Items& items) {
    Value::Items out;
    for (const Value& item : items) out.push_back(Translate(item, to_view));
    return out;
  };
  switch (value.kind()) {
    case Value::Kind::kNode: {
      if (value.is_detached()) return value;
      uint32_t index = value.index();
      if (!to_view) return Value::Node(node_serial_[index]);
      if (!nodes_[index].deleted) return Value::Node(node_index_[index]);
      NodeRecord record;
      record.index = index;
      record.deleted = true;
      return Value::Node(std::move(record));
    }
    case Value::Kind::kRelationship: {
      if (value.is_detached()) return value;
      uint32_t index = value.index();
      if (!to_view) return Value::Relationship(edge_serial_[index]);
      if (!edges_[index].deleted) return Value::Relationship(edge_index_[index]);
      RelationshipRecord record;
      record.index = index;
      record.type = edges_[index].type;
      record.deleted = true;
      return Value::Relationship(std::move(record));
    }
    case Value::Kind::kList:
      return Value::List(all(value.list()));
    case Value::Kind::kPath:
      return Value::Path({all(value.path().nodes), all(value.path().relationships)});
    case Value::Kind::kMap: {
      Value::Entries entries;
      for (const auto& [key, item] : value.map()) {
        entries.emplace_back(key, Translate(item, to_view));
      }
      return Value::Map(std::move(entries));
    }
    default:
      return value;
  }
}

}  // namespace norn::query
