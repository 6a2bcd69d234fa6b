// The distinct strings of a view while it is built. Strings get a temporary number when they are
// added, and their place in the sorted order once all are there. Internal to the builder.
//
//   StringPool pool;
//   uint32_t temporary = pool.Add("b");
//   pool.Sort();
//   StringId id = pool.Final(temporary);
#ifndef NORN_GRAPH_VIEW_STRING_POOL_H_
#define NORN_GRAPH_VIEW_STRING_POOL_H_

#include <algorithm>
#include <cstdint>
#include <deque>
#include <numeric>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace norn::graph {

class StringPool {
 public:
  // `text` must outlive the pool.
  uint32_t Add(absl::string_view text) {
    const auto [it, inserted] = ids_.try_emplace(text, static_cast<uint32_t>(texts_.size()));
    if (inserted) texts_.push_back(text);
    return it->second;
  }
  uint32_t AddCopy(absl::string_view text) {
    if (const auto it = ids_.find(text); it != ids_.end()) return it->second;
    return Add(copies_.emplace_back(text));
  }

  void Sort() {
    std::vector<uint32_t> order(texts_.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [this](uint32_t a, uint32_t b) { return texts_[a] < texts_[b]; });
    final_.resize(order.size());
    std::vector<absl::string_view> sorted(order.size());
    for (uint32_t place = 0; place < order.size(); ++place) {
      final_[order[place]] = place;
      sorted[place] = texts_[order[place]];
    }
    texts_ = std::move(sorted);
    ids_.clear();
  }
  // After Sort.
  uint32_t Final(uint32_t temporary) const { return final_[temporary]; }
  const std::vector<absl::string_view>& sorted() const { return texts_; }

 private:
  absl::flat_hash_map<absl::string_view, uint32_t> ids_;
  std::vector<absl::string_view> texts_;
  std::deque<std::string> copies_;
  std::vector<uint32_t> final_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_STRING_POOL_H_
