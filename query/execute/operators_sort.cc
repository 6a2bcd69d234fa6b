#include "query/execute/operators_sort.h"

#include <algorithm>
#include <iterator>

#include "query/values/value_order.h"

namespace norn::query {

namespace {

constexpr size_t kNoBound = SIZE_MAX;
constexpr int64_t kMostInHeap = 100'000;  // beyond, sorting all at the end is as good

}  // namespace

void Sort::Open(Execution& execution) {
  execution.Reserve(-reserved_);
  reserved_ = 0;
  rows_.clear();
  count_ = 0;
  most_ = kNoBound;
  if (limit_ == nullptr || execution.failed()) return;
  Value limit = limit_->Eval(execution);
  Value skip = skip_ ? skip_->Eval(execution) : Value::Int(0);
  if (!limit.is(Value::Kind::kInteger) || !skip.is(Value::Kind::kInteger)) return;
  if (limit.integer() < 0 || skip.integer() < 0) return;
  if (limit.integer() > kMostInHeap || skip.integer() > kMostInHeap) return;
  most_ = static_cast<size_t>(limit.integer() + skip.integer());
}

// The row's number last makes the order stable.
bool Sort::Before(const Row& a, const Row& b) const {
  for (size_t i = 0; i < keys_.size(); ++i) {
    int order = Compare(a[i], b[i]);
    if (order != 0) return keys_[i].descending ? order > 0 : order < 0;
  }
  return a.back().integer() < b.back().integer();
}

// A row that comes later stands behind its equals.
bool Sort::IsBeforeWorst() const {
  for (size_t i = 0; i < keys_.size(); ++i) {
    const int order = Compare(row_keys_[i], rows_.front()[i]);
    if (order != 0) return keys_[i].descending ? order > 0 : order < 0;
  }
  return false;
}

bool Sort::Process(Execution& execution) {
  row_keys_.clear();
  constexpr int kComparisons = 16;  // that a key takes part in, about
  for (const SortKey& key : keys_) {
    row_keys_.push_back(key.key->Eval(execution));
    for (int i = 0; i < kComparisons && row_keys_.back().is_container(); ++i) {
      if (!execution.MayWalk(row_keys_.back())) return false;
    }
  }
  if (execution.failed()) return false;
  // Most rows of a long run are worse than the worst that is kept: they cost no allocation.
  if (rows_.size() >= most_ && (most_ == 0 || !IsBeforeWorst())) {
    ++count_;
    return true;
  }
  Row row;
  row.reserve(keys_.size() + slots_.size() + 1);
  std::move(row_keys_.begin(), row_keys_.end(), std::back_inserter(row));
  for (uint32_t slot : slots_) row.push_back(execution.slot(slot));
  row.push_back(Value::Int(count_++));
  auto before = [this](const Row& a, const Row& b) { return Before(a, b); };
  if (rows_.size() < most_) {
    auto bytes = static_cast<int64_t>(sizeof(Row) + row.capacity() * sizeof(Value));
    reserved_ += bytes;
    rows_.push_back(std::move(row));
    if (most_ != kNoBound) std::push_heap(rows_.begin(), rows_.end(), before);
    return execution.Reserve(bytes);
  }
  std::pop_heap(rows_.begin(), rows_.end(), before);
  rows_.back() = std::move(row);
  std::push_heap(rows_.begin(), rows_.end(), before);
  return true;
}

// Sorts parts and merges them as rows are pushed on, so that a limit never waits for one long sort.
void Sort::Finish(Execution& execution) {
  constexpr size_t kPart = 1 << 14;
  struct Cursor {
    size_t at = 0;
    size_t end = 0;
  };
  const auto before = [this](const Row& a, const Row& b) { return Before(a, b); };
  std::vector<Cursor> parts;
  for (size_t begin = 0; begin < rows_.size(); begin += kPart) {
    parts.push_back({begin, std::min(begin + kPart, rows_.size())});
    std::sort(rows_.begin() + static_cast<std::ptrdiff_t>(begin),
              rows_.begin() + static_cast<std::ptrdiff_t>(parts.back().end), before);
    if (!execution.CheckNow()) return;
  }
  // A heap with the part at the top whose next row comes first.
  const auto comes_later = [&](const Cursor& a, const Cursor& b) {
    return before(rows_[b.at], rows_[a.at]);
  };
  std::make_heap(parts.begin(), parts.end(), comes_later);
  while (!parts.empty()) {
    std::pop_heap(parts.begin(), parts.end(), comes_later);
    Row& row = rows_[parts.back().at];
    for (size_t i = 0; i < slots_.size(); ++i) {
      execution.slot(slots_[i]) = std::move(row[keys_.size() + i]);
    }
    if (!PushOn(execution)) break;
    if (++parts.back().at == parts.back().end) {
      parts.pop_back();
    } else {
      std::push_heap(parts.begin(), parts.end(), comes_later);
    }
  }
  rows_.clear();
  execution.Reserve(-reserved_);
  reserved_ = 0;
}

}  // namespace norn::query
