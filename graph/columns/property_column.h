// The values of one property over the rows of a table, while the table is filled: small numbers
// instead of values, of the width that all of them fit into.
//
//   PropertyColumn column;
//   column.SetText(0, texts.Add("Oslo"));
//   column.Set(2, Value(7), texts);      // of another kind: from now on values are kept encoded
//   column.kind() == PropertyColumn::Kind::kMixed
#ifndef NORN_GRAPH_COLUMNS_PROPERTY_COLUMN_H_
#define NORN_GRAPH_COLUMNS_PROPERTY_COLUMN_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "graph/columns/chunked.h"
#include "graph/columns/text_table.h"
#include "graph/model/value.h"

namespace norn::graph {

class PropertyColumn {
 public:
  // The numbers are those of Column::Kind in a view.
  enum class Kind : uint8_t { kAbsent, kBool, kInteger, kReal, kString, kMixed };

  // Rows come ascending; those that are left out are absent. `value` is not null.
  void Set(uint32_t row, const Value& value, TextTable& texts);
  void SetText(uint32_t row, TextId text, const TextTable& texts);

  Kind kind() const { return kind_; }
  // Whether there are integers that 32 bits do not hold.
  bool is_wide() const { return is_wide_; }
  // Rows that have a value.
  uint32_t count() const { return count_; }
  bool Has(uint32_t row) const { return row < present_.size() && present_[row]; }

  // Of a row that has a value, for the kind named.
  bool BoolAt(uint32_t row) const { return small_[row] != 0; }
  int64_t IntegerAt(uint32_t row) const {
    return is_wide_ ? static_cast<int64_t>(large_[row]) : static_cast<int32_t>(small_[row]);
  }
  double RealAt(uint32_t row) const;
  TextId TextAt(uint32_t row) const { return small_[row]; }
  // Of kMixed: the value's bytes (graph/model/codec.h).
  absl::string_view EncodedAt(uint32_t row) const;

  // Null where there is none.
  Value Get(uint32_t row, const TextTable& texts) const;

  // Marks the texts that are values here; then gives them their new numbers.
  void MarkTexts(std::vector<bool>& is_used) const;
  void Renumber(const std::vector<TextId>& rank);

 private:
  // Fits the column to one more value of that kind at `row`.
  void Prepare(uint32_t row, Kind kind, const TextTable& texts);
  void Pad(uint32_t row);
  void MakeMixed(const TextTable& texts);
  void MakeWide();
  void Append(const Value& value);

  Kind kind_ = Kind::kAbsent;
  bool is_wide_ = false;
  uint32_t count_ = 0;
  std::vector<bool> present_;
  Chunked<uint32_t> small_;  // booleans, narrow integers, texts
  Chunked<uint64_t> large_;  // wide integers, reals; of kMixed: where a row's bytes end
  std::string bytes_;        // of kMixed
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_COLUMNS_PROPERTY_COLUMN_H_
