// Numbers rows of values in the order in which they are first met: what DISTINCT and grouping need.
//
//   RowTable table(2);
//   auto [number, is_new] = table.FindOrAdd(row);   // a row equivalent to an earlier one: its
//   number
//
// Rows stand one after the other in one array, and each row's hash is kept, so that growing looks
// at no value again. Rows of one or two nodes, relationships or small integers, each column of one
// kind, are kept as eight bytes each until another row comes.
#ifndef NORN_QUERY_EXECUTE_ROW_TABLE_H_
#define NORN_QUERY_EXECUTE_ROW_TABLE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "query/values/value.h"

namespace norn::query {

class RowTable {
 public:
  explicit RowTable(size_t width) : width_(width), is_packed_(width > 0 && width <= kMostPacked) {}

  // `row` has `width` values. At most 2^32 - 1 rows.
  std::pair<uint32_t, bool> FindOrAdd(absl::Span<const Value> row) {
    return FindOrAdd(row, Announce(row));
  }
  // For many rows at a time: what Announce gives for a row goes to FindOrAdd a little later, when
  // the memory that it asked for has come.
  size_t Announce(absl::Span<const Value> row) const;
  std::pair<uint32_t, bool> FindOrAdd(absl::Span<const Value> row, size_t hash);
  // Until the table is asked for another row.
  absl::Span<const Value> row(size_t number) const;
  size_t size() const { return hashes_.size(); }
  // Bytes that one more row takes, about.
  int64_t row_bytes() const;
  void Clear();

 private:
  static constexpr size_t kMostPacked = 2;

  void Grow();
  // The row as a number, where it is like those before; none where it is not.
  std::optional<uint64_t> Pack(absl::Span<const Value> row) const;
  void Unpack();
  bool IsSame(uint32_t number, absl::Span<const Value> row, uint64_t packed) const;

  size_t width_;
  bool is_packed_;
  std::array<Value::Kind, kMostPacked> kinds_ = {};  // of the columns, while it is packed
  std::vector<uint64_t> packed_;                     // rows, while it is packed
  mutable std::array<Value, kMostPacked> unpacked_;  // the row that was asked for
  std::vector<Value> values_;                        // rows, afterwards
  std::vector<size_t> hashes_;                       // by row
  // Their count is a power of two. A slot has half of the row's hash beside its number, so that
  // another row's values are hardly ever looked at.
  struct Slot {
    uint32_t tag = 0;
    uint32_t row = 0;  // number + 1; 0: free
  };
  std::vector<Slot> slots_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_ROW_TABLE_H_
