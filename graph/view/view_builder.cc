#include "graph/view/view_builder.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <tuple>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "base/fold.h"
#include "base/status_macros.h"
#include "graph/view/block_guard.h"
#include "graph/view/column_writer.h"
#include "graph/view/string_pool.h"
#include "graph/view/view.h"
#include "graph/view/view_format.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

using view_format::GroupRecord;
using view_format::SectionRecord;
using view_format::TypeRecord;

constexpr uint32_t kMax = std::numeric_limits<uint32_t>::max();

template <typename T>
std::string AsBytes(const std::vector<T>& numbers) {
  return std::string(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(T));
}

uint32_t IndexOf(const std::vector<std::string>& sorted, absl::string_view name) {
  return static_cast<uint32_t>(
      std::lower_bound(sorted.begin(), sorted.end(), name,
                       [](const std::string& a, absl::string_view b) { return a < b; }) -
      sorted.begin());
}

std::vector<std::string> Sorted(const absl::flat_hash_set<absl::string_view>& names) {
  std::vector<std::string> sorted(names.begin(), names.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

// Where an edge of the graph comes to stand: sorted by all but the last.
struct EdgePlace {
  EdgeTypeId type;
  NodeIndex source;
  DateKey date;
  NodeIndex target;
  uint32_t edge;  // index into the graph's edges
};

class Builder {
 public:
  Builder(const PropertyGraph& graph, const BuildViewOptions& options)
      : graph_(graph), options_(options) {}

  absl::StatusOr<std::string> Build() {
    NORN_RETURN_IF_ERROR(CheckSize());
    CollectVocabulary();
    if (options_.ids_are_properties) NORN_RETURN_IF_ERROR(CheckIds());
    PlaceNodes();
    PlaceEdges();
    ColumnWriter columns(keys_, pool_);
    WriteNodes(columns);
    WriteEdges(columns);
    CollectNames();
    pool_.Sort();
    columns.Finish();
    sections_[view_format::kColumns] = AsBytes(columns.records());
    sections_[view_format::kColumnData] = std::move(columns.data());
    NORN_RETURN_IF_ERROR(WriteStrings());
    return Assemble();
  }

 private:
  absl::Status CheckSize() const {
    if (graph_.nodes.size() >= kMax || graph_.edges.size() >= kMax) {
      return absl::ResourceExhaustedError(
          absl::StrCat("the graph has ", graph_.nodes.size(), " nodes and ", graph_.edges.size(),
                       " edges; a view holds fewer than ", kMax, " of each"));
    }
    return absl::OkStatus();
  }

  absl::Status CheckIds() const {
    for (const Node& node : graph_.nodes) {
      if (node.properties.contains("id")) {
        return absl::InvalidArgumentError(absl::StrCat(
            "node ", node.id, " has a property named id: its id takes that name, rename it"));
      }
    }
    return absl::OkStatus();
  }

  void CollectVocabulary() {
    absl::flat_hash_set<absl::string_view> labels, types, keys;
    if (options_.ids_are_properties) keys.insert("id");
    for (const Node& node : graph_.nodes) {
      labels.insert(node.labels.begin(), node.labels.end());
      for (const auto& [key, value] : node.properties) keys.insert(key);
    }
    for (const Edge& edge : graph_.edges) {
      types.insert(edge.type);
      for (const auto& [key, value] : edge.properties) keys.insert(key);
    }
    labels_ = Sorted(labels);
    types_ = Sorted(types);
    keys_ = Sorted(keys);
  }

  // Numbers the nodes by (label set, id): the graph's nodes are sorted by id already.
  void PlaceNodes() {
    std::map<std::vector<LabelId>, std::vector<uint32_t>> members;
    for (uint32_t i = 0; i < graph_.nodes.size(); ++i) {
      std::vector<LabelId> labels;
      for (const std::string& label : graph_.nodes[i].labels) {
        labels.push_back(IndexOf(labels_, label));
      }
      members[std::move(labels)].push_back(i);
    }
    index_of_.reserve(graph_.nodes.size());
    std::vector<LabelId> group_labels;
    for (const auto& [labels, nodes] : members) {
      groups_.push_back(
          {static_cast<uint32_t>(node_order_.size()), static_cast<uint32_t>(nodes.size()),
           static_cast<uint32_t>(group_labels.size()), static_cast<uint32_t>(labels.size())});
      group_labels.insert(group_labels.end(), labels.begin(), labels.end());
      for (uint32_t node : nodes) {
        index_of_.emplace(graph_.nodes[node].id, static_cast<NodeIndex>(node_order_.size()));
        node_order_.push_back(node);
      }
    }
    sections_[view_format::kGroups] = AsBytes(groups_);
    sections_[view_format::kGroupLabels] = AsBytes(group_labels);
  }

  void PlaceEdges() {
    places_.reserve(graph_.edges.size());
    absl::string_view source_id, type_name;
    NodeIndex source = 0;
    EdgeTypeId type = 0;
    for (uint32_t i = 0; i < graph_.edges.size(); ++i) {
      const Edge& edge = graph_.edges[i];
      // The graph's edges are sorted by source and type: both are mostly as for the one before.
      if (i == 0 || source_id != edge.from) source = index_of_.at(source_id = edge.from);
      if (i == 0 || type_name != edge.type) type = IndexOf(types_, type_name = edge.type);
      const auto date = edge.properties.find("date");
      places_.push_back({type, source,
                         date == edge.properties.end() ? kNoDateKey : DateKeyOf(date->second),
                         index_of_.at(edge.to), i});
    }
    // Edges that agree in all else have neighbouring numbers in the graph, by their keys.
    std::sort(places_.begin(), places_.end(), [](const EdgePlace& a, const EdgePlace& b) {
      return std::tie(a.type, a.source, a.date, a.target, a.edge) <
             std::tie(b.type, b.source, b.date, b.target, b.edge);
    });
  }

  void WriteNodes(ColumnWriter& columns) {
    node_ids_.reserve(node_order_.size());
    for (uint32_t node : node_order_) node_ids_.push_back(pool_.Add(graph_.nodes[node].id));
    std::vector<const Properties*> rows;
    for (uint32_t g = 0; g < groups_.size(); ++g) {
      rows.clear();
      for (uint32_t i = 0; i < groups_[g].count; ++i) {
        rows.push_back(&graph_.nodes[node_order_[groups_[g].first + i]].properties);
      }
      columns.Write(false, g, rows);
    }
  }

  void WriteEdges(ColumnWriter& columns) {
    std::vector<TypeRecord> types;
    std::vector<const Properties*> rows;
    for (size_t begin = 0; begin < places_.size();) {
      size_t end = begin;
      while (end < places_.size() && places_[end].type == places_[begin].type) ++end;
      const auto places = absl::MakeConstSpan(places_).subspan(begin, end - begin);
      TypeRecord type = {};
      type.first_edge = static_cast<EdgeIndex>(begin);
      type.edge_count = static_cast<uint32_t>(places.size());
      WriteOut(type, places);
      WriteIn(type, places);
      WriteKeys(type, places);
      rows.clear();
      for (const EdgePlace& place : places) rows.push_back(&graph_.edges[place.edge].properties);
      if (AreDatesExact(places)) type.flags |= view_format::kDatesExact;
      columns.Write(true, static_cast<uint32_t>(types.size()), rows);
      types.push_back(type);
      begin = end;
    }
    sections_[view_format::kTypes] = AsBytes(types);
  }

  bool AreDatesExact(absl::Span<const EdgePlace> places) const {
    return std::all_of(places.begin(), places.end(), [this](const EdgePlace& place) {
      const Properties& properties = graph_.edges[place.edge].properties;
      const auto date = properties.find("date");
      if (date == properties.end() || date->second.is_null()) return true;
      // Every text that has a key is the one that the key gives back.
      return place.date != kNoDateKey && date->second.As<std::string>() != nullptr;
    });
  }

  void WriteOut(TypeRecord& type, absl::Span<const EdgePlace> places) {
    type.source_first = places.front().source;
    type.source_count = places.back().source - type.source_first + 1;
    std::vector<uint32_t> offsets(uint64_t{type.source_count} + 1, 0);
    std::vector<uint32_t> targets;
    std::vector<DateKey> dates;
    for (const EdgePlace& place : places) {
      ++offsets[place.source - type.source_first + 1];
      targets.push_back(place.target);
      dates.push_back(place.date);
    }
    offsets[0] = type.first_edge;
    for (size_t i = 1; i < offsets.size(); ++i) offsets[i] += offsets[i - 1];
    type.out_offsets_begin = sections_[view_format::kOutOffsets].size() / sizeof(uint32_t);
    sections_[view_format::kOutOffsets] += AsBytes(offsets);
    sections_[view_format::kTargets] += AsBytes(targets);
    sections_[view_format::kOutDates] += AsBytes(dates);
  }

  void WriteIn(TypeRecord& type, absl::Span<const EdgePlace> places) {
    std::vector<uint32_t> order(places.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [places](uint32_t a, uint32_t b) {
      return std::tie(places[a].target, places[a].date, places[a].source, a) <
             std::tie(places[b].target, places[b].date, places[b].source, b);
    });
    type.target_first = places[order.front()].target;
    type.target_count = places[order.back()].target - type.target_first + 1;
    std::vector<uint32_t> offsets(uint64_t{type.target_count} + 1, 0);
    std::vector<uint32_t> sources, edges;
    std::vector<DateKey> dates;
    for (uint32_t i : order) {
      ++offsets[places[i].target - type.target_first + 1];
      sources.push_back(places[i].source);
      dates.push_back(places[i].date);
      edges.push_back(type.first_edge + i);
    }
    offsets[0] = type.first_edge;
    for (size_t i = 1; i < offsets.size(); ++i) offsets[i] += offsets[i - 1];
    type.in_offsets_begin = sections_[view_format::kInOffsets].size() / sizeof(uint32_t);
    sections_[view_format::kInOffsets] += AsBytes(offsets);
    sections_[view_format::kInSources] += AsBytes(sources);
    sections_[view_format::kInDates] += AsBytes(dates);
    sections_[view_format::kInEdges] += AsBytes(edges);
  }

  void WriteKeys(TypeRecord& type, absl::Span<const EdgePlace> places) {
    type.keys_begin = edge_keys_.size();
    const bool has_keys = std::any_of(places.begin(), places.end(), [this](const EdgePlace& p) {
      return !graph_.edges[p.edge].key.empty();
    });
    if (!has_keys) return;
    type.flags |= view_format::kHasKeys;
    for (const EdgePlace& place : places) {
      edge_keys_.push_back(pool_.Add(graph_.edges[place.edge].key));
    }
  }

  void CollectNames() {
    for (NodeIndex i = 0; i < node_order_.size(); ++i) {
      const Properties& properties = graph_.nodes[node_order_[i]].properties;
      const auto add = [this, i](const Value& value) {
        const auto* text = value.As<std::string>();
        if (text == nullptr) return;
        const std::string folded = Fold(*text);
        if (!folded.empty()) names_.emplace_back(pool_.AddCopy(folded), i);
      };
      if (const auto name = properties.find("name"); name != properties.end()) add(name->second);
      if (const auto it = properties.find("aliases"); it != properties.end()) {
        if (const auto* aliases = it->second.As<Value::List>()) {
          for (const Value& alias : *aliases) add(alias);
        }
      }
    }
    for (const auto* vocabulary : {&labels_, &types_, &keys_}) {
      for (const std::string& name : *vocabulary) pool_.Add(name);
    }
  }

  absl::Status WriteStrings() {
    std::vector<uint32_t> offsets = {0};
    std::string& bytes = sections_[view_format::kStringBytes];
    for (absl::string_view text : pool_.sorted()) {
      bytes.append(text.data(), text.size());
      if (bytes.size() > kMax) {
        return absl::ResourceExhaustedError("the graph has more than 4 GiB of distinct text");
      }
      offsets.push_back(static_cast<uint32_t>(bytes.size()));
    }
    sections_[view_format::kStringOffsets] = AsBytes(offsets);
    for (uint32_t& id : node_ids_) id = pool_.Final(id);
    for (uint32_t& id : edge_keys_) id = pool_.Final(id);
    sections_[view_format::kNodeIds] = AsBytes(node_ids_);
    sections_[view_format::kEdgeKeys] = AsBytes(edge_keys_);
    for (auto& [id, node] : names_) id = pool_.Final(id);
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    std::vector<uint32_t> name_strings, name_nodes;
    for (const auto& [id, node] : names_) {
      name_strings.push_back(id);
      name_nodes.push_back(node);
    }
    sections_[view_format::kNameStrings] = AsBytes(name_strings);
    sections_[view_format::kNameNodes] = AsBytes(name_nodes);
    WriteVocabulary(view_format::kLabels, labels_);
    WriteVocabulary(view_format::kEdgeTypes, types_);
    WriteVocabulary(view_format::kKeys, keys_);
    return absl::OkStatus();
  }

  void WriteVocabulary(uint32_t section, const std::vector<std::string>& names) {
    std::vector<uint32_t> ids;
    const auto& sorted = pool_.sorted();
    for (absl::string_view name : names) {
      ids.push_back(static_cast<uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), name) -
                                          sorted.begin()));
    }
    sections_[section] = AsBytes(ids);
  }

  std::string Assemble() {
    const view_format::Meta meta = {static_cast<uint32_t>(graph_.nodes.size()),
                                    static_cast<uint32_t>(graph_.edges.size()),
                                    options_.ids_are_properties ? 1u : 0u, 0};
    sections_[view_format::kMeta].assign(reinterpret_cast<const char*>(&meta), sizeof(meta));
    sections_[view_format::kBlocks].resize(CountBlocks() * sizeof(uint64_t));
    Table table = {};
    uint64_t end = view_format::Align(sizeof(view_format::Header) + sizeof(table));
    for (uint32_t i = 0; i < table.size(); ++i) {
      table[i] = {end, sections_[i].size(), XXH3_64bits(sections_[i].data(), sections_[i].size())};
      end = view_format::Align(end + sections_[i].size());
    }
    std::string bytes;
    bytes.reserve(end);
    for (uint32_t i = 0; i < table.size(); ++i) {
      bytes.resize(table[i].offset);
      bytes += sections_[i];
      std::string().swap(sections_[i]);
    }
    bytes.resize(end);
    WriteBlocks(table, bytes);
    WriteHeader(table, bytes);
    return bytes;
  }

  size_t CountBlocks() const {
    uint64_t length = 0;
    for (uint32_t i = view_format::kLastSmallSection + 1; i < view_format::kSectionCount; ++i) {
      length += view_format::Align(sections_[i].size());
    }
    return BlockGuard::BlockCount(length);
  }

  using Table = std::array<SectionRecord, view_format::kSectionCount>;

  static void WriteBlocks(Table& table, std::string& bytes) {
    const auto big =
        absl::string_view(bytes).substr(table[view_format::kLastSmallSection + 1].offset);
    std::vector<uint64_t> checksums;
    for (size_t block = 0; block < BlockGuard::BlockCount(big.size()); ++block) {
      checksums.push_back(BlockGuard::Checksum(big, block));
    }
    SectionRecord& section = table[view_format::kBlocks];
    const std::string text = AsBytes(checksums);
    section.checksum = XXH3_64bits(text.data(), text.size());
    bytes.replace(section.offset, section.length, text);
  }

  static void WriteHeader(const Table& table, std::string& bytes) {
    view_format::Header header = {};
    std::copy(std::begin(view_format::kMagic), std::end(view_format::kMagic), header.magic);
    header.version = view_format::kVersion;
    header.sections = view_format::kSectionCount;
    header.file_size = bytes.size();
    header.table_checksum = XXH3_64bits(table.data(), sizeof(table));
    header.header_checksum = XXH3_64bits(&header, offsetof(view_format::Header, header_checksum));
    bytes.replace(0, sizeof(header), reinterpret_cast<const char*>(&header), sizeof(header));
    bytes.replace(sizeof(header), sizeof(table), reinterpret_cast<const char*>(table.data()),
                  sizeof(table));
  }

  const PropertyGraph& graph_;
  const BuildViewOptions& options_;
  StringPool pool_;
  std::vector<std::string> labels_, types_, keys_;
  absl::flat_hash_map<absl::string_view, NodeIndex> index_of_;
  std::vector<uint32_t> node_order_;  // index into the graph's nodes, by NodeIndex
  std::vector<GroupRecord> groups_;
  std::vector<EdgePlace> places_;  // by EdgeIndex
  std::vector<uint32_t> node_ids_, edge_keys_;
  std::vector<std::pair<uint32_t, NodeIndex>> names_;
  std::array<std::string, view_format::kSectionCount> sections_;
};

}  // namespace

absl::StatusOr<std::string> BuildView(const PropertyGraph& graph, const BuildViewOptions& options) {
  return Builder(graph, options).Build();
}

}  // namespace norn::graph
