#include "query/execute/row_table.h"

#include <algorithm>

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

bool IsSame(absl::Span<const Value> a, absl::Span<const Value> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), Equivalent);
}

}  // namespace

size_t RowTable::Announce(absl::Span<const Value> row) const {
  const size_t hash = HashRow(row);
  if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return hash;
}

std::pair<uint32_t, bool> RowTable::FindOrAdd(absl::Span<const Value> row, size_t hash) {
  // At most three slots of four are taken.
  if (4 * (size() + 1) > 3 * slots_.size()) Grow();
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  for (; slots_[at].row != 0; at = (at + 1) & mask) {
    const uint32_t number = slots_[at].row - 1;
    if (slots_[at].tag == TagOf(hash) && IsSame(this->row(number), row)) return {number, false};
  }
  const auto number = static_cast<uint32_t>(size());
  slots_[at] = {TagOf(hash), number + 1};
  hashes_.push_back(hash);
  values_.insert(values_.end(), row.begin(), row.end());
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
  // Arrays that grow by doubling are half full on average.
  return static_cast<int64_t>(2 * (width_ * sizeof(Value) + sizeof(size_t) + sizeof(Slot)));
}

void RowTable::Clear() {
  values_.clear();
  hashes_.clear();
  slots_.clear();
}

}  // namespace norn::query
