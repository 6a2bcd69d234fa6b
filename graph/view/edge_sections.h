// Writes edges into a view's sections: adjacency both ways, dates, keys, properties. Internal to
// the builder.
//
//   EdgeSections edges(graph, sections, columns);
//   edges.Write();
#ifndef NORN_GRAPH_VIEW_EDGE_SECTIONS_H_
#define NORN_GRAPH_VIEW_EDGE_SECTIONS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "graph/columns/columnar_graph.h"
#include "graph/model/date_key.h"
#include "graph/view/column_writer.h"
#include "graph/view/view_format.h"
#include "graph/view/view_sections.h"

namespace norn::graph {

class EdgeSections {
 public:
  // All outlive it.
  EdgeSections(const ColumnarGraph& graph, ViewSections& sections, ColumnWriter& columns);

  // Every edge type.
  void Write();

 private:
  // An edge's place in the view's order: by source, date, target, key.
  struct Place {
    uint32_t source;
    uint32_t date;  // shifted, so that it sorts as a number without a sign
    uint32_t target;
    uint32_t position;  // in the order of the table
    bool operator<(const Place& other) const;
  };

  void WriteType(uint32_t number, const EdgeTable& table);
  std::vector<Place> PlacesOf(const EdgeTable& table);
  void WriteOut(view_format::TypeRecord& type, absl::Span<const Place> places);
  void WriteIn(view_format::TypeRecord& type, absl::Span<const Place> places);
  void WriteOffsets(view_format::Section section, std::vector<uint32_t> offsets, uint32_t first);

  const ColumnarGraph& graph_;
  ViewSections& sections_;
  ColumnWriter& columns_;
  std::optional<uint32_t> date_key_;  // the property `date`, if there is one
  bool dates_are_exact_ = true;       // of the type that is being written
  uint32_t first_edge_ = 0;
  uint64_t keys_ = 0;  // written so far
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_EDGE_SECTIONS_H_
