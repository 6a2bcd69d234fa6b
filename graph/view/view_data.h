// A view's bytes, cut into typed spans. Internal to the view: view_load.cc fills it, view.cc and
// column.cc read from it, view_verify.cc checks it as a whole.
#ifndef NORN_GRAPH_VIEW_VIEW_DATA_H_
#define NORN_GRAPH_VIEW_VIEW_DATA_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "graph/view/block_guard.h"
#include "graph/view/view.h"
#include "graph/view/view_format.h"

namespace norn::graph {

struct ViewData {
  ViewData() = default;
  ViewData(const ViewData&) = delete;
  ViewData& operator=(const ViewData&) = delete;
  ~ViewData();

  using OwnerColumns = std::vector<std::pair<KeyId, Column>>;  // sorted by key

  std::string name;  // the file, for messages; empty: made in memory
  // The bytes are one of these two.
  std::string owned;
  void* mapped = nullptr;
  size_t mapped_size = 0;
  absl::string_view bytes;

  view_format::Meta meta = {};
  absl::Span<const view_format::SectionRecord> table;

  // Small, checked at Open.
  std::vector<absl::string_view> labels, edge_types, keys;
  std::vector<NodeGroup> groups;
  std::vector<NodeIndex> group_starts;
  std::vector<EdgeIndex> type_starts;
  absl::Span<const view_format::TypeRecord> types;
  absl::Span<const view_format::ColumnRecord> column_records;
  std::vector<OwnerColumns> node_columns, edge_columns;  // by group, by type

  // Big, only their lengths are checked at Open.
  absl::Span<const uint32_t> string_offsets;
  absl::string_view string_bytes;
  absl::Span<const StringId> node_ids;
  absl::Span<const EdgeIndex> out_offsets;
  absl::Span<const NodeIndex> targets;
  absl::Span<const DateKey> out_dates;
  absl::Span<const uint32_t> in_offsets;
  absl::Span<const NodeIndex> in_sources;
  absl::Span<const DateKey> in_dates;
  absl::Span<const EdgeIndex> in_edges;
  absl::Span<const StringId> edge_keys;
  absl::string_view column_data;
  absl::Span<const StringId> name_strings;
  absl::Span<const NodeIndex> name_nodes;

  // Of the big sections. Trusted after Verify: numbers need no checks any more.
  BlockGuard guard;

  uint32_t string_count() const { return static_cast<uint32_t>(string_offsets.size() - 1); }
  absl::string_view StringAt(StringId id) const;
  absl::string_view SectionBytes(uint32_t section) const {
    return bytes.substr(table[section].offset, table[section].length);
  }
  // An element of a big section.
  template <typename T>
  T At(absl::Span<const T> section, size_t i) const {
    guard.Touch(&section[i], sizeof(T));
    return section[i];
  }
  // As std::lower_bound and std::upper_bound: the first index whose element is not less than, or is
  // greater than, `value`.
  template <typename T>
  size_t LowerBound(absl::Span<const T> sorted, T value) const {
    return Partition(sorted, [value](T element) { return element < value; });
  }
  template <typename T>
  size_t UpperBound(absl::Span<const T> sorted, T value) const {
    return Partition(sorted, [value](T element) { return element <= value; });
  }
  void NoteDamage() const { guard.NoteDamage(); }
  // What is wrong, with the file's name.
  absl::Status Named(absl::Status status) const;

  // Cuts `bytes`, which must be set, into the members above.
  absl::Status Load();
  absl::Status Verify() const;

 private:
  template <typename T, typename IsBefore>
  size_t Partition(absl::Span<const T> sorted, IsBefore is_before) const {
    size_t low = 0;
    size_t high = sorted.size();
    while (low < high) {
      const size_t middle = low + (high - low) / 2;
      if (is_before(At(sorted, middle))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
  absl::Status LoadTable();
  absl::Status LoadSpans();
  absl::Status LoadGuard();
  absl::Status LoadVocabulary();
  absl::Status LoadGroups();
  absl::Status LoadTypes();
  absl::Status LoadColumns();
  absl::Status LoadColumn(const view_format::ColumnRecord& record);
};

// "view: section 3 (…)": what is wrong, and how to mend it.
absl::Status ViewDamage(absl::string_view what);

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_VIEW_DATA_H_
