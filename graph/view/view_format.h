// The bytes of a view file (docs/decisions/view-format.md). Internal to the view and its builder.
//
// All numbers are little-endian, all sections begin at a multiple of 8, and the bytes between two
// sections are zero.
#ifndef NORN_GRAPH_VIEW_VIEW_FORMAT_H_
#define NORN_GRAPH_VIEW_VIEW_FORMAT_H_

#include <bit>
#include <cstdint>

namespace norn::graph::view_format {

static_assert(std::endian::native == std::endian::little,
              "views are mapped as they are: a big-endian machine would need a converter");

inline constexpr char kMagic[8] = {'N', 'O', 'R', 'N', 'V', 'I', 'E', 'W'};
inline constexpr uint32_t kVersion = 2;

// The order of the sections in the file. Those up to kBlocks are small and checked at Open.
enum Section : uint32_t {
  kMeta,
  kLabels,         // StringId, sorted by text
  kEdgeTypes,      // StringId, sorted by text
  kKeys,           // StringId, sorted by text
  kGroups,         // GroupRecord
  kGroupLabels,    // LabelId
  kTypes,          // TypeRecord, one for each edge type
  kColumns,        // ColumnRecord, sorted by (on_edges, owner, key)
  kBlocks,         // XXH3-64 of each block (block_guard.h) of all that follows
  kStringOffsets,  // uint32, one more than there are strings
  kStringBytes,
  kNodeIds,     // StringId of each node
  kOutOffsets,  // EdgeIndex; for each type, one more than its range of sources
  kTargets,     // NodeIndex of each edge
  kOutDates,    // DateKey of each edge
  kInOffsets,   // position in kInSources; for each type, one more than its range of targets
  kInSources,   // NodeIndex
  kInDates,     // DateKey
  kInEdges,     // EdgeIndex
  kEdgeKeys,    // StringId of each edge, for the types that have keys
  kColumnData,
  kNameStrings,  // StringId of each folded name, sorted
  kNameNodes,    // NodeIndex of each folded name
  kSectionCount,
};
inline constexpr uint32_t kLastSmallSection = kBlocks;

// Every format version begins with these 40 bytes, so that an old program can name a new version.
struct Header {
  char magic[8];
  uint32_t version;
  uint32_t sections;
  uint64_t file_size;
  uint64_t table_checksum;   // of the section table
  uint64_t header_checksum;  // of the 32 bytes before
};
static_assert(sizeof(Header) == 40);

struct SectionRecord {
  uint64_t offset;
  uint64_t length;    // without the padding behind it
  uint64_t checksum;  // XXH3-64
};
static_assert(sizeof(SectionRecord) == 24);

struct Meta {
  uint32_t nodes;
  uint32_t edges;
  uint32_t ids_are_properties;  // 0 or 1
  uint32_t reserved;
};

struct GroupRecord {
  uint32_t first;
  uint32_t count;
  uint32_t label_begin;  // in kGroupLabels
  uint32_t label_count;
};

enum TypeFlags : uint32_t { kDatesExact = 1, kHasKeys = 2 };

struct TypeRecord {
  uint32_t first_edge;
  uint32_t edge_count;
  uint32_t source_first;
  uint32_t source_count;
  uint32_t target_first;
  uint32_t target_count;
  uint32_t flags;
  uint32_t reserved;
  uint64_t out_offsets_begin;  // in kOutOffsets
  uint64_t in_offsets_begin;   // in kInOffsets
  uint64_t keys_begin;         // in kEdgeKeys
};
static_assert(sizeof(TypeRecord) == 56);

// Kinds as Column::Kind. Offsets count in kColumnData and are multiples of 8.
struct ColumnRecord {
  uint32_t owner;  // node group or edge type
  uint32_t key;
  uint8_t on_edges;
  uint8_t kind;
  uint8_t width;  // bytes of a row: 1 bool, 4 string, 4 or 8 integer, 8 real, 8 offset of mixed
  uint8_t has_present;
  uint32_t reserved;
  uint64_t present_offset;  // a bit for each row, lowest first
  uint64_t data_offset;
  uint64_t bytes_offset;  // of mixed values
  uint64_t bytes_length;
};
static_assert(sizeof(ColumnRecord) == 48);

inline constexpr uint64_t Align(uint64_t n) { return (n + 7) & ~uint64_t{7}; }

}  // namespace norn::graph::view_format

#endif  // NORN_GRAPH_VIEW_VIEW_FORMAT_H_
