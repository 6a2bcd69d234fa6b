#include "graph/view/column_writer.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>

#include "graph/model/codec.h"
#include "graph/view/view.h"

namespace norn::graph {
namespace {

using Kind = Column::Kind;

Kind KindOf(const Value& value) {
  if (value.As<bool>() != nullptr) return Kind::kBool;
  if (value.As<int64_t>() != nullptr) return Kind::kInteger;
  if (value.As<double>() != nullptr) return Kind::kReal;
  if (value.As<std::string>() != nullptr) return Kind::kString;
  return Kind::kMixed;
}

// What the values of one property have in common.
struct Summary {
  Kind kind = Kind::kAbsent;
  uint64_t count = 0;
  bool narrow = true;  // all integers fit into 32 bits

  void Add(const Value& value) {
    const Kind of_value = KindOf(value);
    if (kind == Kind::kAbsent) kind = of_value;
    if (kind != of_value) kind = Kind::kMixed;
    ++count;
    if (const auto* integer = value.As<int64_t>()) {
      narrow = narrow && *integer >= std::numeric_limits<int32_t>::min() &&
               *integer <= std::numeric_limits<int32_t>::max();
    }
  }
  uint8_t Width() const {
    switch (kind) {
      case Kind::kBool:
        return 1;
      case Kind::kString:
        return 4;
      case Kind::kInteger:
        return narrow ? 4 : 8;
      default:
        return 8;
    }
  }
};

}  // namespace

void ColumnWriter::Write(bool on_edges, uint32_t owner, absl::Span<const Properties* const> rows) {
  std::map<absl::string_view, Summary> summaries;
  for (const Properties* properties : rows) {
    for (const auto& [key, value] : *properties) {
      if (!value.is_null()) summaries[key].Add(value);
    }
  }
  for (const auto& [key, summary] : summaries) {
    const auto it =
        std::lower_bound(keys_.begin(), keys_.end(), key,
                         [](const std::string& a, absl::string_view b) { return a < b; });
    view_format::ColumnRecord record = {};
    record.owner = owner;
    record.key = static_cast<uint32_t>(it - keys_.begin());
    record.on_edges = on_edges ? 1 : 0;
    record.kind = static_cast<uint8_t>(summary.kind);
    record.width = summary.Width();
    record.has_present = summary.kind != Kind::kMixed && summary.count < rows.size() ? 1 : 0;
    WriteColumn(record, rows);
  }
}

void ColumnWriter::WriteColumn(view_format::ColumnRecord record,
                               absl::Span<const Properties* const> rows) {
  const std::string& key = keys_[record.key];
  const bool mixed = static_cast<Kind>(record.kind) == Kind::kMixed;
  if (record.has_present != 0) record.present_offset = AppendZeros((rows.size() + 7) / 8);
  record.data_offset = AppendZeros((rows.size() + (mixed ? 1 : 0)) * record.width);
  std::string bytes;
  for (size_t row = 0; row < rows.size(); ++row) {
    char* cell = data_.data() + record.data_offset + row * record.width;
    const auto it = rows[row]->find(key);
    if (it != rows[row]->end() && !it->second.is_null()) {
      const Value& value = it->second;
      if (record.has_present != 0) {
        data_[record.present_offset + row / 8] |= static_cast<char>(1 << row % 8);
      }
      if (mixed) {
        bytes += EncodeValue(value);
      } else if (const auto* boolean = value.As<bool>()) {
        *cell = *boolean ? 1 : 0;
      } else if (const auto* text = value.As<std::string>()) {
        const uint32_t id = pool_.Add(*text);
        std::memcpy(cell, &id, sizeof(id));
      } else if (const auto* integer = value.As<int64_t>()) {
        std::memcpy(cell, integer, record.width);  // the lower half is the narrow number
      } else if (const auto* real = value.As<double>()) {
        std::memcpy(cell, real, sizeof(*real));
      }
    }
    const uint64_t end = bytes.size();
    if (mixed) std::memcpy(cell + record.width, &end, sizeof(end));
  }
  record.bytes_offset = data_.size();
  record.bytes_length = bytes.size();
  data_ += bytes;
  data_.resize(view_format::Align(data_.size()));
  records_.push_back(record);
}

uint64_t ColumnWriter::AppendZeros(uint64_t length) {
  const uint64_t offset = data_.size();
  data_.resize(view_format::Align(offset + length));
  return offset;
}

void ColumnWriter::Finish() {
  for (const view_format::ColumnRecord& record : records_) {
    if (static_cast<Kind>(record.kind) != Kind::kString) continue;
    // The data ends where the (empty) bytes of mixed values begin. Absent rows hold number 0,
    // which is some string's temporary number too: any valid number will do.
    for (uint64_t at = record.data_offset; at + 4 <= record.bytes_offset; at += 4) {
      uint32_t id = 0;
      std::memcpy(&id, data_.data() + at, sizeof(id));
      id = pool_.Final(id);
      std::memcpy(data_.data() + at, &id, sizeof(id));
    }
  }
}

}  // namespace norn::graph
