#include "graph/store/record_visit.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <queue>
#include <string>
#include <tuple>
#include <vector>

#include "base/status_macros.h"
#include "graph/model/record_writer.h"
#include "graph/store/key_codec.h"

namespace norn::graph {
namespace {

using Visit = std::function<absl::Status(absl::string_view key, absl::string_view value)>;
using Kind = PropertyColumn::Kind;

class Visitor {
 public:
  Visitor(const ColumnarGraph& graph, const Visit& visit)
      : graph_(graph), texts_(graph.texts()), visit_(visit) {}

  absl::Status Nodes() {
    const auto& tables = graph_.node_tables();
    for (const uint32_t node : graph_.nodes_by_id()) {
      const auto after = std::upper_bound(
          tables.begin(), tables.end(), node,
          [](uint32_t number, const NodeTable* table) { return number < table->first; });
      const NodeTable& table = **(after - 1);
      const absl::string_view id = IdOf(node);
      record_.Node(id, table.labels);
      AddProperties(table, table.order[node - table.first]);
      NORN_RETURN_IF_ERROR(visit_(EncodeKey(RecordKind::kNode, {id}), record_.bytes()));
    }
    return absl::OkStatus();
  }

  // Merges the edges of all types, each of which is sorted.
  absl::Status Edges() {
    std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
    const auto push = [this, &heads](uint32_t type, uint32_t position) {
      const EdgeTable& table = *graph_.edge_tables()[type];
      if (position == table.rows()) return;
      heads.push({graph_.node_id(table.from[table.order[position]]), type, position});
    };
    for (uint32_t type = 0; type < graph_.edge_tables().size(); ++type) push(type, 0);
    while (!heads.empty()) {
      const Head head = heads.top();
      heads.pop();
      // All that one node has of the type: types stand before targets in the order.
      const EdgeTable& table = *graph_.edge_tables()[head.type];
      const uint32_t from = table.from[table.order[head.position]];
      uint32_t position = head.position;
      for (; position < table.rows() && table.from[table.order[position]] == from; ++position) {
        NORN_RETURN_IF_ERROR(Edge(table, table.order[position]));
      }
      push(head.type, position);
    }
    return absl::OkStatus();
  }

 private:
  struct Head {
    TextId from;
    uint32_t type;
    uint32_t position;
    bool operator>(const Head& other) const {
      return std::tie(from, type) > std::tie(other.from, other.type);
    }
  };

  absl::string_view IdOf(uint32_t node) const { return texts_[graph_.node_id(node)]; }

  absl::Status Edge(const EdgeTable& table, uint32_t row) {
    const absl::string_view from = IdOf(table.from[row]);
    const absl::string_view to = IdOf(table.to[row]);
    const absl::string_view key = table.keys.empty() ? "" : texts_[table.keys[row]];
    record_.Edge(from, to, table.type, key);
    AddProperties(table, row);
    return visit_(EncodeKey(RecordKind::kEdge, {from, table.type, to, key}), record_.bytes());
  }

  void AddProperties(const PropertyTable& table, uint32_t row) {
    for (uint32_t key = 0; key < table.key_limit(); ++key) {
      const PropertyColumn* const column = table.Find(key);
      if (column != nullptr && column->Has(row)) Add(graph_.keys()[key], *column, row);
    }
  }

  void Add(absl::string_view key, const PropertyColumn& column, uint32_t row) {
    switch (column.kind()) {
      case Kind::kBool:
        return record_.Bool(key, column.BoolAt(row));
      case Kind::kInteger:
        return record_.Integer(key, column.IntegerAt(row));
      case Kind::kReal:
        return record_.Real(key, column.RealAt(row));
      case Kind::kString:
        return record_.Text(key, texts_[column.TextAt(row)]);
      case Kind::kMixed:
        return record_.Encoded(key, column.EncodedAt(row));
      case Kind::kAbsent:
        return;
    }
  }

  const ColumnarGraph& graph_;
  const TextTable& texts_;
  const Visit& visit_;
  RecordWriter record_;
};

}  // namespace

absl::Status VisitRecords(const ColumnarGraph& graph, const Visit& visit) {
  Visitor visitor(graph, visit);
  NORN_RETURN_IF_ERROR(visitor.Nodes());
  return visitor.Edges();
}

}  // namespace norn::graph
