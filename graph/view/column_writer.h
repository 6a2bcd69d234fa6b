// Writes properties as columns of a view. Internal to the builder.
//
//   ColumnWriter writer(keys, pool);
//   RETURN_IF_ERROR(writer.Write(/*on_edges=*/false, group, rows));   // for each group and type
//   pool.Sort();
//   writer.Finish();                                                  // then records(), data()
#ifndef NORN_GRAPH_VIEW_COLUMN_WRITER_H_
#define NORN_GRAPH_VIEW_COLUMN_WRITER_H_

#include <string>
#include <vector>

#include "absl/types/span.h"
#include "graph/model/model.h"
#include "graph/view/string_pool.h"
#include "graph/view/view_format.h"

namespace norn::graph {

class ColumnWriter {
 public:
  // `keys` sorted; both outlive the writer.
  ColumnWriter(const std::vector<std::string>& keys, StringPool& pool) : keys_(keys), pool_(pool) {}

  // The properties of the owner's members, in order. Owners come in the order of
  // (on_edges, owner).
  void Write(bool on_edges, uint32_t owner, absl::Span<const Properties* const> rows);

  // Turns temporary string numbers into final ones.
  void Finish();

  const std::vector<view_format::ColumnRecord>& records() const { return records_; }
  std::string& data() { return data_; }

 private:
  void WriteColumn(view_format::ColumnRecord record, absl::Span<const Properties* const> rows);
  uint64_t AppendZeros(uint64_t length);

  const std::vector<std::string>& keys_;
  StringPool& pool_;
  std::vector<view_format::ColumnRecord> records_;
  std::string data_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_COLUMN_WRITER_H_
