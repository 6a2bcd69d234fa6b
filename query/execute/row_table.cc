#include "query/execute/row_table.h"

#include <algorithm>
#include <functional>

#include "query/values/value_order.h"

namespace norn::query {
namespace {

constexpr size_t kFirstSlots = 16;

uint32_t TagOf(size_t hash) { return static_cast<uint32_t>(hash >> 32); }

size_t HashRow(absl::Span<const Value> row) {
  size_t hash = 0x9E3779B97F4A7C15ULL;
  for (const Value& value : row) {
    hash = (hash ^ Hash(value)) * 0xBF58476D1CE4E5B9ULL;
    hash ^= hash >> 29;
  }
  return hash;
}

// Half of a packed row: a node's or relationship's number, or an integer of 32 bits.
std::optional<uint32_t> PackedHalf(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::kNode:
    case Value::Kind::kRelationship:
      if (value.is_detached()) return std::nullopt;
      return value.index();
    case Value::Kind::kInteger:
      if (value.integer() != static_cast<int32_t>(value.integer())) return std::nullopt;
      return static_cast<uint32_t>(value.integer());
    default:
      return std::nullopt;
  }
}

Value UnpackedHalf(Value::Kind kind, uint32_t half) {
  if (kind == Value::Kind::kNode) return Value::Node(half);
  if (kind == Value::Kind::kRelationship) return Value::Relationship(half);
  return Value::Int(static_cast<int32_t>(half));
}

}  // namespace

std::optional<uint64_t> RowTable::Pack(absl::Span<const Value> row) const {
  uint64_t packed = 0;
  for (size_t i = 0; i < width_; ++i) {
    const std::optional<uint32_t> half = PackedHalf(row[i]);
    if (!half.has_value() || (size() > 0 && kinds_[i] != row[i].kind())) return std::nullopt;
    packed = packed << 32 | *half;
  }
  return packed;
}

void RowTable::Unpack() {
  values_.reserve(packed_.size() * width_);
  for (size_t number = 0; number < packed_.size(); ++number) {
    const absl::Span<const Value> values = row(number);
    values_.insert(values_.end(), values.begin(), values.end());
  }
  is_packed_ = false;
  std::vector<uint64_t>().swap(packed_);
}

absl::Span<const Value> RowTable::row(size_t number) const {
  if (!is_packed_) return absl::MakeConstSpan(values_).subspan(number * width_, width_);
  uint64_t packed = packed_[number];
  for (size_t i = width_; i > 0; --i, packed >>= 32) {
    unpacked_[i - 1] = UnpackedHalf(kinds_[i - 1], static_cast<uint32_t>(packed));
  }
  return absl::MakeConstSpan(unpacked_).first(width_);
}

bool RowTable::IsSame(uint32_t number, absl::Span<const Value> row, uint64_t packed) const {
  if (is_packed_) return packed_[number] == packed;
  return std::equal(row.begin(), row.end(),
                    values_.begin() + static_cast<std::ptrdiff_t>(number * width_), Equivalent);
}

size_t RowTable::Announce(absl::Span<const Value> row) const {
  const size_t hash = HashRow(row);
  if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return hash;
}

std::pair<uint32_t, bool> RowTable::FindOrAdd(absl::Span<const Value> row, size_t hash) {
  // At most three slots of four are taken.
  if (4 * (size() + 1) > 3 * slots_.size()) Grow();
  uint64_t packed = 0;
  if (is_packed_) {
    if (const std::optional<uint64_t> fits = Pack(row)) {
      packed = *fits;
    } else {
      Unpack();
    }
  }
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  for (; slots_[at].row != 0; at = (at + 1) & mask) {
    const uint32_t number = slots_[at].row - 1;
    if (slots_[at].tag == TagOf(hash) && IsSame(number, row, packed)) {
      return {number, false};
    }
  }
  const auto number = static_cast<uint32_t>(size());
  slots_[at] = {TagOf(hash), number + 1};
  if (is_packed_) {
    if (number == 0)
      std::transform(row.begin(), row.end(), kinds_.begin(), std::mem_fn(&Value::kind));
    packed_.push_back(packed);
  } else {
    values_.insert(values_.end(), row.begin(), row.end());
  }
  hashes_.push_back(hash);
  return {number, true};
}

void RowTable::Grow() {
  slots_.assign(slots_.empty() ? kFirstSlots : 2 * slots_.size(), Slot());
  const size_t mask = slots_.size() - 1;
  for (size_t number = 0; number < hashes_.size(); ++number) {
    size_t at = hashes_[number] & mask;
    while (slots_[at].row != 0) at = (at + 1) & mask;
    slots_[at] = {TagOf(hashes_[number]), static_cast<uint32_t>(number + 1)};
  }
}

int64_t RowTable::row_bytes() const {
  const size_t row = is_packed_ ? sizeof(uint64_t) : width_ * sizeof(Value);
  // Arrays that grow by doubling are half full on average.
  return static_cast<int64_t>(2 * (row + sizeof(size_t) + sizeof(Slot)));
}

void RowTable::Clear() {
  is_packed_ = width_ > 0 && width_ <= kMostPacked;
  packed_.clear();
  values_.clear();
  // A table that was well filled will be so again.
  constexpr size_t kSlotsPerRow = 8;
  if (kSlotsPerRow * hashes_.size() >= slots_.size()) {
    std::fill(slots_.begin(), slots_.end(), Slot());
  } else {
    slots_.clear();
  }
  hashes_.clear();
}

}  // namespace norn::query
