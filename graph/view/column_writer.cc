#include "graph/view/column_writer.h"

#include "graph/view/view.h"

namespace norn::graph {
namespace {

using Kind = PropertyColumn::Kind;

// The numbers go into the file as they are.
static_assert(static_cast<int>(Kind::kString) == static_cast<int>(Column::Kind::kString));
static_assert(static_cast<int>(Kind::kMixed) == static_cast<int>(Column::Kind::kMixed));

uint8_t WidthOf(const PropertyColumn& column) {
  switch (column.kind()) {
    case Kind::kBool:
      return 1;
    case Kind::kString:
      return 4;
    case Kind::kInteger:
      return column.is_wide() ? 8 : 4;
    default:
      return 8;
  }
}

}  // namespace

void ColumnWriter::Write(bool on_edges, uint32_t owner, const PropertyTable& table,
                         absl::Span<const uint32_t> order) {
  for (uint32_t key = 0; key < table.key_limit(); ++key) {
    const PropertyColumn* const column = table.Find(key);
    if (column == nullptr) continue;
    view_format::ColumnRecord record = {};
    record.owner = owner;
    record.key = key;
    record.on_edges = on_edges ? 1 : 0;
    record.kind = static_cast<uint8_t>(column->kind());
    record.width = WidthOf(*column);
    record.has_present = column->kind() != Kind::kMixed && column->count() < order.size() ? 1 : 0;
    WriteColumn(record, *column, order);
  }
}

void ColumnWriter::WriteColumn(view_format::ColumnRecord record, const PropertyColumn& column,
                               absl::Span<const uint32_t> order) {
  const bool is_mixed = column.kind() == Kind::kMixed;
  if (record.has_present != 0) {
    record.present_offset = data_.size();
    WritePresence(column, order);
  }
  record.data_offset = data_.size();
  if (is_mixed) WriteEnds(column, order);
  for (const uint32_t row : order) {
    if (!is_mixed) WriteRow(column, row);
  }
  // What fills an odd column of texts up has always been a text too: views stay the same bytes.
  if (column.kind() == Kind::kString && order.size() % 2 == 1) data_.AppendNumber(absent_text_);
  data_.Align();
  record.bytes_offset = data_.size();
  for (const uint32_t row : order) {
    if (is_mixed && column.Has(row)) data_.Append(column.EncodedAt(row));
  }
  record.bytes_length = data_.size() - record.bytes_offset;
  data_.Align();
  records_.push_back(record);
}

void ColumnWriter::WritePresence(const PropertyColumn& column, absl::Span<const uint32_t> order) {
  uint8_t bits = 0;
  for (size_t i = 0; i < order.size(); ++i) {
    if (column.Has(order[i])) bits = static_cast<uint8_t>(bits | 1 << i % 8);
    if (i % 8 != 7 && i + 1 < order.size()) continue;
    data_.AppendNumber(bits);
    bits = 0;
  }
  data_.Align();
}

void ColumnWriter::WriteRow(const PropertyColumn& column, uint32_t row) {
  const bool has = column.Has(row);
  switch (column.kind()) {
    case Kind::kBool:
      return data_.AppendNumber(static_cast<uint8_t>(has && column.BoolAt(row)));
    case Kind::kString:
      return data_.AppendNumber(has ? column.TextAt(row) : absent_text_);
    case Kind::kReal:
      return data_.AppendNumber(has ? column.RealAt(row) : 0.0);
    default: {
      const int64_t integer = has ? column.IntegerAt(row) : 0;
      return column.is_wide() ? data_.AppendNumber(integer)
                              : data_.AppendNumber(static_cast<int32_t>(integer));
    }
  }
}

void ColumnWriter::WriteEnds(const PropertyColumn& column, absl::Span<const uint32_t> order) {
  uint64_t end = 0;
  data_.AppendNumber(end);
  for (const uint32_t row : order) {
    if (column.Has(row)) end += column.EncodedAt(row).size();
    data_.AppendNumber(end);
  }
}

}  // namespace norn::graph
