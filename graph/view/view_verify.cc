// Checks a view as a whole: what a builder would never have written is damage.
#include <algorithm>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/model/codec.h"
#include "graph/view/view_data.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

using view_format::TypeRecord;

absl::Status VerifyBytes(const ViewData& data) {
  for (uint32_t i = 0; i < data.table.size(); ++i) {
    const absl::string_view section = data.SectionBytes(i);
    if (XXH3_64bits(section.data(), section.size()) != data.table[i].checksum) {
      return ViewDamage(absl::StrCat("the checksum of section ", i, " does not fit"));
    }
    const uint64_t end = data.table[i].offset + data.table[i].length;
    for (char c : data.bytes.substr(end, view_format::Align(end) - end)) {
      if (c != 0) return ViewDamage(absl::StrCat("there are bytes behind section ", i));
    }
  }
  return absl::OkStatus();
}

absl::Status VerifyStrings(const ViewData& data) {
  if (data.string_offsets.front() != 0 || data.string_offsets.back() != data.string_bytes.size()) {
    return ViewDamage("its text does not fill the section");
  }
  absl::string_view before;
  for (StringId id = 0; id < data.string_count(); ++id) {
    const absl::string_view text = data.StringAt(id);
    if (data.guard.damaged() || (id > 0 && text <= before))
      return ViewDamage("its text is not sorted");
    before = text;
  }
  return absl::OkStatus();
}

absl::Status VerifyNodes(const ViewData& data) {
  for (const NodeGroup& group : data.groups) {
    const auto ids = data.node_ids.subspan(group.first, group.count);
    if (std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>()) != ids.end() ||
        ids.back() >= data.string_count()) {
      return ViewDamage("its node ids are not sorted");
    }
  }
  for (size_t i = 0; i < data.name_nodes.size(); ++i) {
    const bool ascending = i == 0 || std::tie(data.name_strings[i - 1], data.name_nodes[i - 1]) <
                                         std::tie(data.name_strings[i], data.name_nodes[i]);
    if (!ascending || data.name_nodes[i] >= data.meta.nodes ||
        data.name_strings[i] >= data.string_count()) {
      return ViewDamage("its names are not sorted");
    }
  }
  return absl::OkStatus();
}

// Offsets that ascend over [type.first_edge, type.first_edge + type.edge_count].
bool Covers(absl::Span<const uint32_t> offsets, const TypeRecord& type) {
  return offsets.front() == type.first_edge &&
         offsets.back() - type.first_edge == type.edge_count &&
         std::is_sorted(offsets.begin(), offsets.end());
}

absl::Status VerifyOut(const ViewData& data, const TypeRecord& type) {
  const auto offsets =
      data.out_offsets.subspan(type.out_offsets_begin, uint64_t{type.source_count} + 1);
  if (!Covers(offsets, type)) return ViewDamage("the edges of a type are not all reached");
  for (uint32_t s = 0; s < type.source_count; ++s) {
    for (EdgeIndex e = offsets[s]; e < offsets[s + 1]; ++e) {
      if (data.targets[e] - type.target_first >= type.target_count) {
        return ViewDamage("an edge's target is out of bounds");
      }
      if (e > offsets[s] && std::tie(data.out_dates[e], data.targets[e]) <
                                std::tie(data.out_dates[e - 1], data.targets[e - 1])) {
        return ViewDamage("a node's edges are not sorted");
      }
    }
  }
  return absl::OkStatus();
}

// Each incoming entry names an edge that is there and says of it what it is; entries are distinct
// because they ascend, so that they are all the edges.
absl::Status VerifyIn(const ViewData& data, const TypeRecord& type) {
  const auto offsets =
      data.in_offsets.subspan(type.in_offsets_begin, uint64_t{type.target_count} + 1);
  const auto out =
      data.out_offsets.subspan(type.out_offsets_begin, uint64_t{type.source_count} + 1);
  if (!Covers(offsets, type)) return ViewDamage("the incoming edges of a type are not all reached");
  for (uint32_t t = 0; t < type.target_count; ++t) {
    for (uint32_t i = offsets[t]; i < offsets[t + 1]; ++i) {
      const EdgeIndex edge = data.in_edges[i];
      const uint32_t source = data.in_sources[i] - type.source_first;
      if (edge - type.first_edge >= type.edge_count || source >= type.source_count ||
          edge < out[source] || edge >= out[source + 1] ||
          data.targets[edge] != type.target_first + t || data.out_dates[edge] != data.in_dates[i]) {
        return ViewDamage("an incoming edge is not an outgoing edge");
      }
      if (i > offsets[t] &&
          std::tie(data.in_dates[i], data.in_sources[i], data.in_edges[i]) <=
              std::tie(data.in_dates[i - 1], data.in_sources[i - 1], data.in_edges[i - 1])) {
        return ViewDamage("a node's incoming edges are not sorted");
      }
    }
  }
  return absl::OkStatus();
}

absl::Status VerifyColumn(const Column& column, uint32_t rows, const ViewData& data) {
  for (uint32_t row = 0; row < rows; ++row) {
    // Touches everything of a row that can be damaged; a mixed value is decoded.
    const bool null = column.IsNull(row);
    if (column.kind() == Column::Kind::kString) column.StringIdAt(row);
    if (column.kind() == Column::Kind::kMixed && !null && column.Get(row).is_null()) {
      return ViewDamage("a list or a time in it does not decode");
    }
  }
  return data.guard.damaged() ? ViewDamage("a property's text is out of bounds") : absl::OkStatus();
}

}  // namespace

absl::Status ViewData::Verify() const {
  NORN_RETURN_IF_ERROR(VerifyBytes(*this));
  if (!guard.VerifyAll()) return ViewDamage("the checksum of a block does not fit");
  NORN_RETURN_IF_ERROR(VerifyStrings(*this));
  NORN_RETURN_IF_ERROR(VerifyNodes(*this));
  for (StringId key : edge_keys) {
    if (key >= string_count()) return ViewDamage("an edge's key is out of bounds");
  }
  for (size_t t = 0; t < types.size(); ++t) {
    NORN_RETURN_IF_ERROR(VerifyOut(*this, types[t]));
    NORN_RETURN_IF_ERROR(VerifyIn(*this, types[t]));
    for (const auto& [key, column] : edge_columns[t]) {
      NORN_RETURN_IF_ERROR(VerifyColumn(column, types[t].edge_count, *this));
    }
  }
  for (size_t g = 0; g < groups.size(); ++g) {
    for (const auto& [key, column] : node_columns[g]) {
      NORN_RETURN_IF_ERROR(VerifyColumn(column, groups[g].count, *this));
    }
  }
  guard.Trust();
  return absl::OkStatus();
}

}  // namespace norn::graph
