#include "query/execute/runs.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"

namespace norn::query {

namespace {

// Values that lie close together are told apart by a bit each.
bool AreDistinct(const std::vector<int64_t>& values) {
  if (values.empty()) return true;
  constexpr uint64_t kBitsPerValue = 64;
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const uint64_t range = static_cast<uint64_t>(*most) - static_cast<uint64_t>(*least);
  if (range < kBitsPerValue * values.size()) {
    std::vector<bool> met(range + 1);
    return std::all_of(values.begin(), values.end(), [&, least = *least](int64_t value) {
      const uint64_t at = static_cast<uint64_t>(value) - static_cast<uint64_t>(least);
      const bool is_new = !met[at];
      met[at] = true;
      return is_new;
    });
  }
  absl::flat_hash_set<int64_t> met;
  met.reserve(values.size());
  return std::all_of(values.begin(), values.end(),
                     [&met](int64_t value) { return met.insert(value).second; });
}

}  // namespace

bool TellsApart(const graph::View& view, graph::KeyId key, const std::vector<char>& groups) {
  using Kind = graph::Column::Kind;
  std::vector<int64_t> integers;
  std::vector<int64_t> texts;
  uint64_t nulls = 0;
  for (uint32_t i = 0; i < view.node_groups().size(); ++i) {
    if (groups[i] == 0) continue;
    const uint32_t count = view.node_groups()[i].count;
    const graph::Column& column = view.NodeColumn(i, key);
    if (column.kind() == Kind::kAbsent) {
      nulls += count;
    } else if (column.kind() == Kind::kInteger || column.kind() == Kind::kString) {
      for (uint32_t row = 0; row < count; ++row) {
        if (column.IsNull(row)) {
          ++nulls;
        } else if (column.kind() == Kind::kInteger) {
          integers.push_back(column.IntegerAt(row));
        } else {
          texts.push_back(column.StringIdAt(row));
        }
      }
    } else if (count > 0) {
      return false;
    }
    if (nulls > 1) return false;
  }
  return AreDistinct(integers) && AreDistinct(texts);
}

bool Runs::AreApart(Execution& execution) {
  if (!are_apart_.has_value()) {
    are_apart_ = keys_.empty() || std::any_of(keys_.begin(), keys_.end(), [&](graph::KeyId key) {
                   return TellsApart(execution.view(), key, groups_);
                 });
  }
  return *are_apart_;
}

}  // namespace norn::query
