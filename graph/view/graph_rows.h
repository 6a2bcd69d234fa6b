// A graph row by row, for those who write it down: nodes and edges are made when they are asked
// for, so that a stored graph need not be in memory as a whole.
//
//   const GraphRows rows(view);
//   for (const Node& node : rows.nodes()) Write(node);
//   for (size_t i = 0; i < rows.edge_count(); ++i) Write(rows.TypeAt(i), rows.TargetRow(i));
//
// Of a view, eight bytes a node and four an edge are held. Safe to read from many threads.
#ifndef NORN_GRAPH_VIEW_GRAPH_ROWS_H_
#define NORN_GRAPH_VIEW_GRAPH_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/strings/string_view.h"
#include "graph/model/model.h"
#include "graph/view/view.h"

namespace norn::graph {

class GraphRows {
 public:
  // What the rows come from; internal.
  class Source {
   public:
    virtual ~Source() = default;
    virtual size_t node_count() const = 0;
    virtual size_t edge_count() const = 0;
    virtual Node NodeAt(size_t row) const = 0;
    virtual Edge EdgeAt(size_t row) const = 0;
    virtual size_t SourceRow(size_t edge) const = 0;
    virtual size_t TargetRow(size_t edge) const = 0;
    virtual absl::string_view TypeAt(size_t edge) const = 0;
  };

  // The graph, or the view, must outlive it. The graph must be normalized.
  GraphRows(const PropertyGraph& graph);  // NOLINT: meant to be implicit
  explicit GraphRows(const View& view);

  // In the order of their ids.
  size_t node_count() const { return source_->node_count(); }
  Node NodeAt(size_t row) const { return source_->NodeAt(row); }
  // In the order of (from, type, to, key).
  size_t edge_count() const { return source_->edge_count(); }
  Edge EdgeAt(size_t row) const { return source_->EdgeAt(row); }

  // The rows of an edge's ends, of which NodeAt is; of a part, those in the whole.
  size_t SourceRow(size_t edge) const { return source_->SourceRow(edge); }
  size_t TargetRow(size_t edge) const { return source_->TargetRow(edge); }
  absl::string_view TypeAt(size_t edge) const { return source_->TypeAt(edge); }

  // These rows alone. This must outlive it.
  GraphRows Part(std::vector<uint32_t> nodes, std::vector<uint32_t> edges) const;

  // All of them in memory.
  PropertyGraph Collect() const;

  // The graph that it is of, or null.
  const PropertyGraph* in_memory() const { return in_memory_; }

  // for (const Node& node : rows.nodes())
  template <typename Row, Row (GraphRows::*kAt)(size_t) const>
  class Range {
   public:
    class Iterator {
     public:
      Iterator(const GraphRows& rows, size_t row) : rows_(rows), row_(row) {}
      Row operator*() const { return (rows_.*kAt)(row_); }
      Iterator& operator++() {
        ++row_;
        return *this;
      }
      bool operator!=(const Iterator& other) const { return row_ != other.row_; }

     private:
      const GraphRows& rows_;
      size_t row_;
    };
    Range(const GraphRows& rows, size_t count) : rows_(rows), count_(count) {}
    Iterator begin() const { return {rows_, 0}; }
    Iterator end() const { return {rows_, count_}; }

   private:
    const GraphRows& rows_;
    size_t count_;
  };
  using Nodes = Range<Node, &GraphRows::NodeAt>;
  using Edges = Range<Edge, &GraphRows::EdgeAt>;
  Nodes nodes() const { return {*this, node_count()}; }
  Edges edges() const { return {*this, edge_count()}; }

 private:
  explicit GraphRows(std::unique_ptr<Source> source) : source_(std::move(source)) {}

  std::unique_ptr<Source> source_;
  const PropertyGraph* in_memory_ = nullptr;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_GRAPH_ROWS_H_
