#include "graph/view/graph_rows.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"

namespace norn::graph {
namespace {

class MemoryRows : public GraphRows::Source {
 public:
  explicit MemoryRows(const PropertyGraph& graph) : graph_(graph) {
    for (const Node& node : graph.nodes) rows_.emplace(node.id, rows_.size());
  }
  size_t node_count() const override { return graph_.nodes.size(); }
  size_t edge_count() const override { return graph_.edges.size(); }
  Node NodeAt(size_t row) const override { return graph_.nodes[row]; }
  Edge EdgeAt(size_t row) const override { return graph_.edges[row]; }
  size_t SourceRow(size_t edge) const override { return rows_.at(graph_.edges[edge].from); }
  size_t TargetRow(size_t edge) const override { return rows_.at(graph_.edges[edge].to); }
  absl::string_view TypeAt(size_t edge) const override { return graph_.edges[edge].type; }

 private:
  const PropertyGraph& graph_;
  absl::flat_hash_map<absl::string_view, size_t> rows_;  // by id
};

// Properties that somebody in the range has, with their columns.
using Columns = std::vector<std::pair<absl::string_view, const Column*>>;

class ViewRows : public GraphRows::Source {
 public:
  explicit ViewRows(const View& view) : view_(view) {
    ReadColumns();
    OrderNodes();
    OrderEdges();
  }
  size_t node_count() const override { return nodes_.size(); }
  size_t edge_count() const override { return edges_.size(); }

  Node NodeAt(size_t row) const override {
    const NodeIndex index = nodes_[row];
    const uint32_t group = view_.GroupOf(index);
    const NodeGroup& shape = view_.node_groups()[group];
    Node node;
    node.id = std::string(view_.NodeId(index));
    for (const LabelId label : shape.labels) node.labels.emplace_back(view_.labels()[label]);
    AddProperties(node_columns_[group], index - shape.first, node.properties);
    return node;
  }

  Edge EdgeAt(size_t row) const override {
    const EdgeIndex index = edges_[row];
    const EdgeTypeId type = view_.TypeOf(index);
    Edge edge{std::string(view_.NodeId(view_.Source(index))),
              std::string(view_.NodeId(view_.Target(index))),
              std::string(view_.edge_types()[type]),
              std::string(view_.EdgeKey(index)),
              {}};
    AddProperties(edge_columns_[type], index - view_.FirstEdge(type), edge.properties);
    return edge;
  }

  size_t SourceRow(size_t edge) const override { return rows_[view_.Source(edges_[edge])]; }
  size_t TargetRow(size_t edge) const override { return rows_[view_.Target(edges_[edge])]; }
  absl::string_view TypeAt(size_t edge) const override {
    return view_.edge_types()[view_.TypeOf(edges_[edge])];
  }

 private:
  static void AddProperties(const Columns& columns, uint32_t row, Properties& properties) {
    for (const auto& [key, column] : columns) {
      if (!column->IsNull(row)) properties.emplace(key, column->Get(row));
    }
  }

  void ReadColumns() {
    const auto add = [](absl::string_view key, const Column& column, Columns& columns) {
      if (column.kind() != Column::Kind::kAbsent) columns.emplace_back(key, &column);
    };
    node_columns_.resize(view_.node_groups().size());
    edge_columns_.resize(view_.edge_types().size());
    for (KeyId key = 0; key < view_.property_keys().size(); ++key) {
      const absl::string_view name = view_.property_keys()[key];
      for (uint32_t group = 0; name != "id" && group < node_columns_.size(); ++group) {
        add(name, view_.NodeColumn(group, key), node_columns_[group]);
      }
      for (EdgeTypeId type = 0; type < edge_columns_.size(); ++type) {
        add(name, view_.EdgeColumn(type, key), edge_columns_[type]);
      }
    }
  }

  void OrderNodes() {
    nodes_.resize(view_.node_count());
    std::iota(nodes_.begin(), nodes_.end(), 0);
    std::sort(nodes_.begin(), nodes_.end(),
              [this](NodeIndex a, NodeIndex b) { return view_.NodeId(a) < view_.NodeId(b); });
    rows_.resize(nodes_.size());
    for (uint32_t row = 0; row < nodes_.size(); ++row) rows_[nodes_[row]] = row;
  }

  // Types are sorted by name, and so are a node's edges of one type but for their other ends.
  void OrderEdges() {
    edges_.reserve(view_.edge_count());
    for (const NodeIndex node : nodes_) {
      for (EdgeTypeId type = 0; type < view_.edge_types().size(); ++type) {
        const HalfEdges out = view_.Out(node, type);
        const auto begin = static_cast<std::ptrdiff_t>(edges_.size());
        for (size_t i = 0; i < out.size(); ++i) edges_.push_back(out.edge(i));
        std::sort(edges_.begin() + begin, edges_.end(), [this](EdgeIndex a, EdgeIndex b) {
          const uint32_t to_a = rows_[view_.Target(a)];
          const uint32_t to_b = rows_[view_.Target(b)];
          return to_a != to_b ? to_a < to_b : view_.EdgeKey(a) < view_.EdgeKey(b);
        });
      }
    }
  }

  const View& view_;
  std::vector<NodeIndex> nodes_;  // in the order of their ids
  std::vector<uint32_t> rows_;    // by NodeIndex, the place in nodes_
  std::vector<EdgeIndex> edges_;
  std::vector<Columns> node_columns_;  // by group
  std::vector<Columns> edge_columns_;  // by type
};

class PartRows : public GraphRows::Source {
 public:
  PartRows(const GraphRows& whole, std::vector<uint32_t> nodes, std::vector<uint32_t> edges)
      : whole_(whole), nodes_(std::move(nodes)), edges_(std::move(edges)) {}
  size_t node_count() const override { return nodes_.size(); }
  size_t edge_count() const override { return edges_.size(); }
  Node NodeAt(size_t row) const override { return whole_.NodeAt(nodes_[row]); }
  Edge EdgeAt(size_t row) const override { return whole_.EdgeAt(edges_[row]); }
  size_t SourceRow(size_t edge) const override { return whole_.SourceRow(edges_[edge]); }
  size_t TargetRow(size_t edge) const override { return whole_.TargetRow(edges_[edge]); }
  absl::string_view TypeAt(size_t edge) const override { return whole_.TypeAt(edges_[edge]); }

 private:
  const GraphRows& whole_;
  const std::vector<uint32_t> nodes_;
  const std::vector<uint32_t> edges_;
};

}  // namespace

GraphRows::GraphRows(const PropertyGraph& graph)
    : source_(std::make_unique<MemoryRows>(graph)), in_memory_(&graph) {}

GraphRows::GraphRows(const View& view) : source_(std::make_unique<ViewRows>(view)) {}

GraphRows GraphRows::Part(std::vector<uint32_t> nodes, std::vector<uint32_t> edges) const {
  return GraphRows(std::make_unique<PartRows>(*this, std::move(nodes), std::move(edges)));
}

PropertyGraph GraphRows::Collect() const {
  PropertyGraph graph;
  graph.nodes.reserve(node_count());
  graph.edges.reserve(edge_count());
  for (size_t row = 0; row < node_count(); ++row) graph.nodes.push_back(NodeAt(row));
  for (size_t row = 0; row < edge_count(); ++row) graph.edges.push_back(EdgeAt(row));
  return graph;
}

}  // namespace norn::graph
