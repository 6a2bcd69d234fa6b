// Writes tables' properties as columns of a view. Internal to the builder.
//
//   ColumnWriter writer(sections[view_format::kColumnData], absent_text);
//   writer.Write(/*on_edges=*/false, group, table, table.order);   // for each group and type
//   for (const view_format::ColumnRecord& record : writer.records()) …
#ifndef NORN_GRAPH_VIEW_COLUMN_WRITER_H_
#define NORN_GRAPH_VIEW_COLUMN_WRITER_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "graph/columns/columnar_graph.h"
#include "graph/view/spool.h"
#include "graph/view/view_format.h"

namespace norn::graph {

class ColumnWriter {
 public:
  // `data` outlives it. Rows without a text hold `absent_text`: any number of a text will do.
  ColumnWriter(Spool& data, TextId absent_text) : data_(data), absent_text_(absent_text) {}

  // The properties of a table's rows in that order. Owners come in the order of (on_edges, owner).
  void Write(bool on_edges, uint32_t owner, const PropertyTable& table,
             absl::Span<const uint32_t> order);

  const std::vector<view_format::ColumnRecord>& records() const { return records_; }

 private:
  void WriteColumn(view_format::ColumnRecord record, const PropertyColumn& column,
                   absl::Span<const uint32_t> order);
  void WritePresence(const PropertyColumn& column, absl::Span<const uint32_t> order);
  void WriteRow(const PropertyColumn& column, uint32_t row);
  void WriteEnds(const PropertyColumn& column, absl::Span<const uint32_t> order);

  Spool& data_;
  TextId absent_text_;
  std::vector<view_format::ColumnRecord> records_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_COLUMN_WRITER_H_
