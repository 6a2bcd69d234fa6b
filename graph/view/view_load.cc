// Opens a view: cuts the bytes into spans, and checks all that later access relies on.
#include <algorithm>
#include <limits>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/view/view_data.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

using view_format::ColumnRecord;
using view_format::GroupRecord;
using view_format::SectionRecord;
using view_format::TypeRecord;

uint64_t Checksum(absl::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

// Whether [begin, begin + count) lies in [0, size), without overflow.
bool Fits(uint64_t begin, uint64_t count, uint64_t size) {
  return begin <= size && count <= size - begin;
}

// False if the section is not a whole number of Ts.
template <typename T>
bool Cut(absl::string_view bytes, absl::Span<const T>& out) {
  out = absl::Span<const T>(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T));
  return bytes.size() % sizeof(T) == 0;
}

}  // namespace

absl::Status ViewDamage(absl::string_view what) {
  return absl::DataLossError(
      absl::StrCat("the view is damaged: ", what, "; it can be made again from the store"));
}

absl::Status ViewData::Load() {
  NORN_RETURN_IF_ERROR(LoadTable());
  NORN_RETURN_IF_ERROR(LoadSpans());
  NORN_RETURN_IF_ERROR(LoadGuard());
  NORN_RETURN_IF_ERROR(LoadVocabulary());
  NORN_RETURN_IF_ERROR(LoadGroups());
  NORN_RETURN_IF_ERROR(LoadTypes());
  return LoadColumns();
}

absl::Status ViewData::LoadTable() {
  using view_format::Header;
  if (bytes.size() < sizeof(Header)) return ViewDamage("it is too short");
  const auto& header = *reinterpret_cast<const Header*>(bytes.data());
  if (!std::equal(std::begin(header.magic), std::end(header.magic), view_format::kMagic)) {
    return ViewDamage("it does not begin with NORNVIEW");
  }
  if (Checksum(bytes.substr(0, offsetof(Header, header_checksum))) != header.header_checksum) {
    return ViewDamage("the header's checksum does not fit");
  }
  if (header.version != view_format::kVersion) {
    return absl::FailedPreconditionError(
        absl::StrCat("the view has format version ", header.version, ", this norn reads version ",
                     view_format::kVersion, ": use a norn that fits, or build the graph again"));
  }
  const uint64_t table_size = view_format::kSectionCount * sizeof(SectionRecord);
  if (header.sections != view_format::kSectionCount || header.file_size != bytes.size() ||
      !Fits(sizeof(Header), table_size, bytes.size())) {
    return ViewDamage("it is cut off");
  }
  const absl::string_view table_bytes = bytes.substr(sizeof(Header), table_size);
  if (Checksum(table_bytes) != header.table_checksum) {
    return ViewDamage("the section table's checksum does not fit");
  }
  Cut(table_bytes, table);
  uint64_t end = view_format::Align(sizeof(Header) + table_size);
  for (uint32_t i = 0; i < table.size(); ++i) {
    const SectionRecord& section = table[i];
    if (section.offset != end || !Fits(section.offset, section.length, bytes.size())) {
      return ViewDamage(absl::StrCat("section ", i, " is out of bounds"));
    }
    end = view_format::Align(section.offset + section.length);
    if (i <= view_format::kLastSmallSection && Checksum(SectionBytes(i)) != section.checksum) {
      return ViewDamage(absl::StrCat("the checksum of section ", i, " does not fit"));
    }
  }
  return end == bytes.size() ? absl::OkStatus() : ViewDamage("it is too long");
}

absl::Status ViewData::LoadSpans() {
  using namespace view_format;  // NOLINT: a dozen section names
  const absl::string_view meta_bytes = SectionBytes(kMeta);
  if (meta_bytes.size() != sizeof(Meta)) return ViewDamage("its counts have another length");
  meta = *reinterpret_cast<const Meta*>(meta_bytes.data());
  string_bytes = SectionBytes(kStringBytes);
  column_data = SectionBytes(kColumnData);
  const bool whole =
      Cut(SectionBytes(kStringOffsets), string_offsets) && Cut(SectionBytes(kNodeIds), node_ids) &&
      Cut(SectionBytes(kOutOffsets), out_offsets) && Cut(SectionBytes(kTargets), targets) &&
      Cut(SectionBytes(kOutDates), out_dates) && Cut(SectionBytes(kInOffsets), in_offsets) &&
      Cut(SectionBytes(kInSources), in_sources) && Cut(SectionBytes(kInDates), in_dates) &&
      Cut(SectionBytes(kInEdges), in_edges) && Cut(SectionBytes(kEdgeKeys), edge_keys) &&
      Cut(SectionBytes(kNameStrings), name_strings) && Cut(SectionBytes(kNameNodes), name_nodes) &&
      Cut(SectionBytes(kTypes), types) && Cut(SectionBytes(kColumns), column_records);
  constexpr uint32_t kMax = std::numeric_limits<uint32_t>::max();
  if (!whole || string_offsets.empty() || string_offsets.size() - 1 >= kMax ||
      name_strings.size() >= kMax || name_strings.size() != name_nodes.size() ||
      node_ids.size() != meta.nodes || (meta.nodes == 0 && !name_nodes.empty())) {
    return ViewDamage("a section of nodes or strings has the wrong length");
  }
  for (size_t size :
       {targets.size(), out_dates.size(), in_sources.size(), in_dates.size(), in_edges.size()}) {
    if (size != meta.edges) return ViewDamage("a section of edges has the wrong length");
  }
  return absl::OkStatus();
}

absl::Status ViewData::LoadGuard() {
  absl::Span<const uint64_t> checksums;
  const absl::string_view big = bytes.substr(table[view_format::kLastSmallSection + 1].offset);
  if (!Cut(SectionBytes(view_format::kBlocks), checksums) || !guard.Set(big, checksums)) {
    return ViewDamage("there is not a checksum for each block");
  }
  return absl::OkStatus();
}

absl::Status ViewData::LoadVocabulary() {
  const std::pair<uint32_t, std::vector<absl::string_view>*> lists[] = {
      {view_format::kLabels, &labels},
      {view_format::kEdgeTypes, &edge_types},
      {view_format::kKeys, &keys},
  };
  for (const auto& [section, list] : lists) {
    absl::Span<const StringId> ids;
    if (!Cut(SectionBytes(section), ids)) return ViewDamage("a vocabulary is cut off");
    for (StringId id : ids) list->push_back(StringAt(id));
    // Strictly ascending, so that names can be searched for. Text is in a big section.
    if (std::adjacent_find(list->begin(), list->end(), std::greater_equal<>()) != list->end()) {
      return ViewDamage("a vocabulary is not sorted");
    }
  }
  if (guard.damaged()) return ViewDamage("a vocabulary's text is damaged");
  return absl::OkStatus();
}

absl::Status ViewData::LoadGroups() {
  absl::Span<const GroupRecord> records;
  absl::Span<const LabelId> group_labels;
  if (!Cut(SectionBytes(view_format::kGroups), records) ||
      !Cut(SectionBytes(view_format::kGroupLabels), group_labels)) {
    return ViewDamage("the node groups are cut off");
  }
  uint64_t next = 0;
  for (const GroupRecord& record : records) {
    if (record.first != next || record.count == 0 ||
        !Fits(record.label_begin, record.label_count, group_labels.size())) {
      return ViewDamage("a node group is out of bounds");
    }
    const auto of_group = group_labels.subspan(record.label_begin, record.label_count);
    for (LabelId label : of_group) {
      if (label >= labels.size()) return ViewDamage("a node group has an unknown label");
    }
    groups.push_back({{of_group.begin(), of_group.end()}, record.first, record.count});
    group_starts.push_back(record.first);
    next += record.count;
  }
  return next == meta.nodes ? absl::OkStatus() : ViewDamage("node groups do not cover the nodes");
}

absl::Status ViewData::LoadTypes() {
  if (types.size() != edge_types.size()) return ViewDamage("the edge types are cut off");
  uint64_t next = 0;
  for (const TypeRecord& type : types) {
    const bool fits =
        type.first_edge == next && type.edge_count > 0 &&
        Fits(type.source_first, type.source_count, meta.nodes) &&
        Fits(type.target_first, type.target_count, meta.nodes) &&
        Fits(type.out_offsets_begin, uint64_t{type.source_count} + 1, out_offsets.size()) &&
        Fits(type.in_offsets_begin, uint64_t{type.target_count} + 1, in_offsets.size()) &&
        ((type.flags & view_format::kHasKeys) == 0 ||
         Fits(type.keys_begin, type.edge_count, edge_keys.size()));
    if (!fits || type.source_count == 0) return ViewDamage("an edge type is out of bounds");
    type_starts.push_back(type.first_edge);
    next += type.edge_count;
  }
  return next == meta.edges ? absl::OkStatus() : ViewDamage("edge types do not cover the edges");
}

absl::Status ViewData::LoadColumns() {
  node_columns.resize(groups.size());
  edge_columns.resize(types.size());
  if (meta.ids_are_properties != 0) {
    const auto id = std::lower_bound(keys.begin(), keys.end(), "id");
    if (id == keys.end() || *id != "id") return ViewDamage("there is no property id");
    Column column;
    column.kind_ = Column::Kind::kString;
    column.view_ = this;
    column.guard_ = &guard;
    column.string_count_ = string_count();
    for (size_t i = 0; i < groups.size(); ++i) {
      column.strings_ = node_ids.subspan(groups[i].first, groups[i].count);
      node_columns[i].emplace_back(static_cast<KeyId>(id - keys.begin()), column);
    }
  }
  for (const ColumnRecord& record : column_records) NORN_RETURN_IF_ERROR(LoadColumn(record));
  for (auto* owners : {&node_columns, &edge_columns}) {
    for (OwnerColumns& columns : *owners) {
      std::sort(columns.begin(), columns.end(),
                [](const auto& a, const auto& b) { return a.first < b.first; });
    }
  }
  return absl::OkStatus();
}

absl::Status ViewData::LoadColumn(const ColumnRecord& record) {
  const absl::Status damage = ViewDamage("a column is out of bounds");
  const bool on_edges = record.on_edges != 0;
  if (record.owner >= (on_edges ? types.size() : groups.size()) || record.key >= keys.size() ||
      record.present_offset % 8 != 0 || record.data_offset % 8 != 0) {
    return damage;
  }
  const uint64_t rows = on_edges ? types[record.owner].edge_count : groups[record.owner].count;
  const auto kind = static_cast<Column::Kind>(record.kind);
  const uint64_t data_rows = kind == Column::Kind::kMixed ? rows + 1 : rows;
  const uint64_t data_length = data_rows * record.width;
  const uint64_t present_length = record.has_present != 0 ? (rows + 7) / 8 : 0;
  if (!Fits(record.data_offset, data_length, column_data.size()) ||
      !Fits(record.present_offset, present_length, column_data.size()) ||
      !Fits(record.bytes_offset, record.bytes_length, column_data.size())) {
    return damage;
  }
  Column column;
  column.kind_ = kind;
  column.view_ = this;
  column.guard_ = &guard;
  Cut(column_data.substr(record.present_offset, present_length), column.present_);
  const absl::string_view data = column_data.substr(record.data_offset, data_length);
  if (kind == Column::Kind::kBool && record.width == 1) {
    Cut(data, column.bools_);
  } else if (kind == Column::Kind::kInteger && record.width == 8) {
    Cut(data, column.integers_);
  } else if (kind == Column::Kind::kInteger && record.width == 4) {
    Cut(data, column.narrow_integers_);
  } else if (kind == Column::Kind::kReal && record.width == 8) {
    Cut(data, column.reals_);
  } else if (kind == Column::Kind::kString && record.width == 4 && string_count() > 0) {
    Cut(data, column.strings_);
    column.string_count_ = string_count();
  } else if (kind == Column::Kind::kMixed && record.width == 8) {
    Cut(data, column.mixed_);
    Cut(column_data.substr(record.bytes_offset, record.bytes_length), column.bytes_);
  } else {
    return ViewDamage("a column is of an unknown kind");
  }
  OwnerColumns& columns = on_edges ? edge_columns[record.owner] : node_columns[record.owner];
  columns.emplace_back(record.key, column);
  return absl::OkStatus();
}

}  // namespace norn::graph
