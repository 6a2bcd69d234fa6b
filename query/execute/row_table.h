// Numbers rows of values in the order in which they are first met: what DISTINCT and grouping need.
//
//   RowTable table(2);
//   auto [number, is_new] = table.FindOrAdd(row);   // a row equivalent to an earlier one: its
//   number
//
// Rows stand one after the other in one array, and each row's hash is kept, so that growing looks
// at no value again.
#ifndef NORN_QUERY_EXECUTE_ROW_TABLE_H_
#define NORN_QUERY_EXECUTE_ROW_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "query/values/value.h"

namespace norn::query {

class RowTable {
 public:
  explicit RowTable(size_t width) : width_(width) {}

  // `row` has `width` values. At most 2^32 - 1 rows.
  std::pair<uint32_t, bool> FindOrAdd(absl::Span<const Value> row) {
    return FindOrAdd(row, Announce(row));
  }
  // For many rows at a time: what Announce gives for a row goes to FindOrAdd a little later, when
  // the memory that it asked for has come.
  size_t Announce(absl::Span<const Value> row) const;
  std::pair<uint32_t, bool> FindOrAdd(absl::Span<const Value> row, size_t hash);
  absl::Span<const Value> row(size_t number) const {
    return absl::MakeConstSpan(values_).subspan(number * width_, width_);
  }
  size_t size() const { return hashes_.size(); }
  // Bytes that one more row takes, about.
  int64_t row_bytes() const;
  void Clear();

 private:
  void Grow();

  size_t width_;
  std::vector<Value> values_;
  std::vector<size_t> hashes_;  // by row
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
