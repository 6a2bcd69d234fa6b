#include "graph/columns/text_table.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace norn::graph {

absl::string_view TextTable::Keep(absl::string_view text) {
  constexpr size_t kPageBytes = size_t{64} << 10;
  if (text.empty()) return "";
  if (text.size() > free_bytes_) {
    // The first page of a small graph is small too.
    const size_t page = pages_.empty() ? size_t{4} << 10 : kPageBytes;
    free_bytes_ = std::max(page, text.size());
    pages_.emplace_back(new char[free_bytes_]);
    free_ = pages_.back().get();
  }
  std::memcpy(free_, text.data(), text.size());
  const absl::string_view kept(free_, text.size());
  free_ += text.size();
  free_bytes_ -= text.size();
  return kept;
}

TextId TextTable::Add(absl::string_view text) {
  if (const auto it = ids_.find(text); it != ids_.end()) return *it;
  const auto id = static_cast<TextId>(texts_.size());
  texts_.push_back(Keep(text));
  ids_.insert(id);
  return id;
}

std::optional<TextId> TextTable::Find(absl::string_view text) const {
  const auto it = ids_.find(text);
  return it == ids_.end() ? std::nullopt : std::optional<TextId>(*it);
}

std::vector<TextId> TextTable::Sort(const std::vector<bool>& is_used) {
  absl::flat_hash_set<TextId, Hash, Equal>(0, Hash{this}, Equal{this}).swap(ids_);
  std::vector<TextId> order;
  for (TextId id = 0; id < texts_.size(); ++id) {
    if (is_used[id]) order.push_back(id);
  }
  std::sort(order.begin(), order.end(),
            [this](TextId a, TextId b) { return texts_[a] < texts_[b]; });
  std::vector<TextId> rank(texts_.size(), kNoText);
  std::vector<absl::string_view> sorted(order.size());
  for (TextId place = 0; place < order.size(); ++place) {
    rank[order[place]] = place;
    sorted[place] = texts_[order[place]];
  }
  texts_ = std::move(sorted);
  return rank;
}

}  // namespace norn::graph
