// The distinct texts of a graph, each with a number: first in the order in which they come, then,
// once all are there, in the order of their bytes.
//
//   TextTable texts;
//   const TextId oslo = texts.Add("Oslo");
//   const std::vector<TextId> rank = texts.Sort(std::vector<bool>(texts.size(), true));
//   texts[rank[oslo]] == "Oslo"
#ifndef NORN_GRAPH_COLUMNS_TEXT_TABLE_H_
#define NORN_GRAPH_COLUMNS_TEXT_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/hash/hash.h"
#include "absl/strings/string_view.h"

namespace norn::graph {

using TextId = uint32_t;
inline constexpr TextId kNoText = std::numeric_limits<TextId>::max();

class TextTable {
 public:
  TextTable() : ids_(0, Hash{this}, Equal{this}) {}
  TextTable(const TextTable&) = delete;
  TextTable& operator=(const TextTable&) = delete;

  // Copies the text if it is new. At most 2^32 - 2 of them.
  TextId Add(absl::string_view text);
  std::optional<TextId> Find(absl::string_view text) const;

  size_t size() const { return texts_.size(); }
  absl::string_view operator[](TextId id) const { return texts_[id]; }

  // Leaves the texts that are used, sorted, and gives the new number of each old one; kNoText for
  // what is not used. Nothing is added or found after that.
  std::vector<TextId> Sort(const std::vector<bool>& is_used);

 private:
  // Numbers stand for their texts, so that the set holds four bytes for each.
  struct Hash {
    using is_transparent = void;
    const TextTable* table;
    size_t operator()(absl::string_view text) const { return absl::HashOf(text); }
    size_t operator()(TextId id) const { return absl::HashOf((*table)[id]); }
  };
  struct Equal {
    using is_transparent = void;
    const TextTable* table;
    absl::string_view Text(TextId id) const { return (*table)[id]; }
    absl::string_view Text(absl::string_view text) const { return text; }
    template <typename A, typename B>
    bool operator()(const A& a, const B& b) const {
      return Text(a) == Text(b);
    }
  };

  absl::string_view Keep(absl::string_view text);

  std::vector<absl::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> pages_;
  char* free_ = nullptr;
  size_t free_bytes_ = 0;
  absl::flat_hash_set<TextId, Hash, Equal> ids_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_COLUMNS_TEXT_TABLE_H_
