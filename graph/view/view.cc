#include "graph/view/view.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/str_cat.h"
#include "base/search_key.h"
#include "base/status_macros.h"
#include "graph/view/view_data.h"

namespace norn::graph {
namespace {

// The index of the range that `value` is in, given the ranges' ascending starts, the first 0.
uint32_t RangeOf(const std::vector<uint32_t>& starts, uint32_t value) {
  return static_cast<uint32_t>(std::upper_bound(starts.begin(), starts.end(), value) -
                               starts.begin() - 1);
}

std::optional<uint32_t> FindSorted(const std::vector<absl::string_view>& names,
                                   absl::string_view name) {
  const auto it = std::lower_bound(names.begin(), names.end(), name);
  if (it == names.end() || *it != name) return std::nullopt;
  return static_cast<uint32_t>(it - names.begin());
}

const Column& FindColumn(const ViewData::OwnerColumns& columns, KeyId key) {
  static const Column absent;
  const auto it = std::lower_bound(columns.begin(), columns.end(), key,
                                   [](const auto& entry, KeyId k) { return entry.first < k; });
  return it == columns.end() || it->first != key ? absent : it->second;
}

// Every neighbour that is read goes through here: four numbers are looked at with one instruction.
bool AllWithin(absl::Span<const uint32_t> numbers, uint32_t first, uint32_t count) {
  using Numbers = uint32_t __attribute__((vector_size(16)));
  using Answers = int32_t __attribute__((vector_size(16)));
  constexpr size_t kAtOnce = sizeof(Numbers) / sizeof(uint32_t);
  Answers beyond = {};
  size_t at = 0;
  for (; at + kAtOnce <= numbers.size(); at += kAtOnce) {
    Numbers some;
    std::memcpy(&some, &numbers[at], sizeof(some));
    beyond |= some - first >= count;
  }
  bool within = (beyond[0] | beyond[1] | beyond[2] | beyond[3]) == 0;
  for (; at < numbers.size(); ++at) within &= numbers[at] - first < count;
  return within;
}

absl::StatusOr<View> LoadAndCheck(std::unique_ptr<ViewData> data, const ViewOptions& options,
                                  View (*make)(std::unique_ptr<ViewData>)) {
  absl::Status sound = data->Load();
  if (sound.ok() && data->bytes.size() <= options.verify_up_to_bytes) sound = data->Verify();
  if (!sound.ok()) return data->Named(sound);
  return make(std::move(data));
}

absl::Status FileError(absl::string_view what, const std::string& path) {
  return absl::ErrnoToStatus(errno, absl::StrCat(what, " ", path));
}

}  // namespace

ViewData::~ViewData() {
  if (mapped != nullptr) munmap(mapped, mapped_size);
}

absl::string_view ViewData::StringAt(StringId id) const {
  if (id < string_count()) {
    guard.Touch(string_offsets.subspan(id, 2));
    const uint32_t begin = string_offsets[id];
    const uint32_t end = string_offsets[id + 1];
    if (begin <= end && end <= string_bytes.size()) {
      guard.Touch(string_bytes.data() + begin, end - begin);
      return string_bytes.substr(begin, end - begin);
    }
  }
  NoteDamage();
  return {};
}

absl::Status ViewData::Named(absl::Status status) const {
  if (status.ok() || name.empty()) return status;
  return absl::Status(status.code(), absl::StrCat(name, ": ", status.message()));
}

View::View(std::unique_ptr<ViewData> data) : data_(std::move(data)) {}
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

absl::StatusOr<View> View::Open(const std::string& path, const ViewOptions& options) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return FileError("cannot open the view", path);
  const absl::Cleanup close_file = [fd] { close(fd); };
  struct stat info = {};
  if (fstat(fd, &info) != 0) return FileError("cannot read the view", path);
  if (!S_ISREG(info.st_mode) || info.st_size == 0) {
    return ViewDamage(absl::StrCat(path, " is empty or not a file"));
  }
  auto data = std::make_unique<ViewData>();
  data->name = path;
  const auto size = static_cast<size_t>(info.st_size);
  void* mapped = mmap(nullptr, size, PROT_READ, MAP_SHARED, fd, 0);
  if (mapped == MAP_FAILED) return FileError("cannot map the view", path);
  data->mapped = mapped;
  data->mapped_size = size;
  data->bytes = absl::string_view(static_cast<const char*>(mapped), size);
  return LoadAndCheck(std::move(data), options,
                      [](std::unique_ptr<ViewData> d) { return View(std::move(d)); });
}

absl::StatusOr<View> View::FromBytes(std::string bytes, const ViewOptions& options) {
  auto data = std::make_unique<ViewData>();
  data->owned = std::move(bytes);
  // Heap memory is aligned for every number; a text so short that it has none is no view.
  if (data->owned.size() < sizeof(view_format::Header)) return ViewDamage("it is too short");
  data->bytes = data->owned;
  return LoadAndCheck(std::move(data), options,
                      [](std::unique_ptr<ViewData> d) { return View(std::move(d)); });
}

absl::Status View::Verify() const { return data_->Named(data_->Verify()); }

absl::Status View::Health() const {
  if (!data_->guard.damaged()) return absl::OkStatus();
  return data_->Named(ViewDamage("a block that was read is not what was written"));
}

uint32_t View::node_count() const { return data_->meta.nodes; }
uint32_t View::edge_count() const { return data_->meta.edges; }
absl::Span<const absl::string_view> View::labels() const { return data_->labels; }
absl::Span<const absl::string_view> View::edge_types() const { return data_->edge_types; }
absl::Span<const absl::string_view> View::property_keys() const { return data_->keys; }

std::optional<LabelId> View::FindLabel(absl::string_view name) const {
  return FindSorted(data_->labels, name);
}
std::optional<EdgeTypeId> View::FindEdgeType(absl::string_view name) const {
  return FindSorted(data_->edge_types, name);
}
std::optional<KeyId> View::FindKey(absl::string_view name) const {
  return FindSorted(data_->keys, name);
}

absl::Span<const NodeGroup> View::node_groups() const { return data_->groups; }
uint32_t View::GroupOf(NodeIndex node) const { return RangeOf(data_->group_starts, node); }

bool View::HasLabel(NodeIndex node, LabelId label) const {
  const std::vector<LabelId>& labels = data_->groups[GroupOf(node)].labels;
  return std::binary_search(labels.begin(), labels.end(), label);
}

absl::string_view View::NodeId(NodeIndex node) const {
  return data_->StringAt(data_->At(data_->node_ids, node));
}

std::optional<NodeIndex> View::FindNode(absl::string_view id) const {
  const std::optional<StringId> text = FindString(id);
  if (!text.has_value()) return std::nullopt;
  for (const NodeGroup& group : data_->groups) {
    const auto ids = data_->node_ids.subspan(group.first, group.count);
    const size_t at = data_->LowerBound(ids, *text);
    if (at < ids.size() && ids[at] == *text) return group.first + static_cast<NodeIndex>(at);
  }
  return std::nullopt;
}

const Column& View::NodeColumn(uint32_t group, KeyId key) const {
  return FindColumn(data_->node_columns[group], key);
}

Value View::NodeProperty(NodeIndex node, KeyId key) const {
  const uint32_t group = GroupOf(node);
  return NodeColumn(group, key).Get(node - data_->groups[group].first);
}

EdgeIndex View::FirstEdge(EdgeTypeId type) const { return data_->types[type].first_edge; }
uint32_t View::CountEdges(EdgeTypeId type) const { return data_->types[type].edge_count; }
EdgeTypeId View::TypeOf(EdgeIndex edge) const { return RangeOf(data_->type_starts, edge); }

NodeIndex View::Source(EdgeIndex edge) const {
  const view_format::TypeRecord& type = data_->types[TypeOf(edge)];
  // The last source whose edges begin at or before this one.
  const auto offsets = data_->out_offsets.subspan(type.out_offsets_begin, type.source_count);
  const size_t at = data_->UpperBound(offsets, edge);
  if (at == 0) {
    data_->NoteDamage();
    return type.source_first;
  }
  return type.source_first + static_cast<NodeIndex>(at - 1);
}

NodeIndex View::Target(EdgeIndex edge) const {
  const NodeIndex target = data_->At(data_->targets, edge);
  if (target < data_->meta.nodes) return target;
  data_->NoteDamage();
  return 0;
}

absl::string_view View::EdgeKey(EdgeIndex edge) const {
  const view_format::TypeRecord& type = data_->types[TypeOf(edge)];
  if ((type.flags & view_format::kHasKeys) == 0) return {};
  return data_->StringAt(data_->At(data_->edge_keys, type.keys_begin + (edge - type.first_edge)));
}

const Column& View::EdgeColumn(EdgeTypeId type, KeyId key) const {
  return FindColumn(data_->edge_columns[type], key);
}

Value View::EdgeProperty(EdgeIndex edge, KeyId key) const {
  const EdgeTypeId type = TypeOf(edge);
  return EdgeColumn(type, key).Get(edge - data_->types[type].first_edge);
}

bool View::DatesAreExact(EdgeTypeId type) const {
  return (data_->types[type].flags & view_format::kDatesExact) != 0;
}

HalfEdges View::Out(NodeIndex node, EdgeTypeId type_id) const {
  const view_format::TypeRecord& type = data_->types[type_id];
  const uint32_t at = node - type.source_first;
  if (at >= type.source_count) return {};
  const EdgeIndex begin = data_->At(data_->out_offsets, type.out_offsets_begin + at);
  const EdgeIndex end = data_->At(data_->out_offsets, type.out_offsets_begin + at + 1);
  if (begin < type.first_edge || end < begin || end - type.first_edge > type.edge_count) {
    data_->NoteDamage();
    return {};
  }
  HalfEdges half{data_->targets.subspan(begin, end - begin),
                 data_->out_dates.subspan(begin, end - begin),
                 {},
                 begin};
  if (data_->guard.trusted()) return half;
  data_->guard.Touch(half.nodes);
  data_->guard.Touch(half.date_keys);
  if (!AllWithin(half.nodes, 0, data_->meta.nodes)) {
    data_->NoteDamage();
    return {};
  }
  return half;
}

HalfEdges View::In(NodeIndex node, EdgeTypeId type_id) const {
  const view_format::TypeRecord& type = data_->types[type_id];
  const uint32_t at = node - type.target_first;
  if (at >= type.target_count) return {};
  const uint32_t begin = data_->At(data_->in_offsets, type.in_offsets_begin + at);
  const uint32_t end = data_->At(data_->in_offsets, type.in_offsets_begin + at + 1);
  if (begin < type.first_edge || end < begin || end - type.first_edge > type.edge_count) {
    data_->NoteDamage();
    return {};
  }
  HalfEdges half{data_->in_sources.subspan(begin, end - begin),
                 data_->in_dates.subspan(begin, end - begin),
                 data_->in_edges.subspan(begin, end - begin), 0};
  if (data_->guard.trusted()) return half;
  data_->guard.Touch(half.nodes);
  data_->guard.Touch(half.date_keys);
  data_->guard.Touch(half.edges);
  if (!AllWithin(half.nodes, 0, data_->meta.nodes) ||
      !AllWithin(half.edges, type.first_edge, type.edge_count)) {
    data_->NoteDamage();
    return {};
  }
  return half;
}

absl::string_view View::StringAt(StringId id) const { return data_->StringAt(id); }

std::optional<StringId> View::FindString(absl::string_view text) const {
  StringId low = 0;
  StringId high = data_->string_count();
  while (low < high) {
    const StringId middle = low + (high - low) / 2;
    const int order = data_->StringAt(middle).compare(text);
    if (order == 0) return middle;
    (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
  }
  return std::nullopt;
}

std::vector<NodeIndex> View::FindByName(absl::string_view name) const {
  const std::optional<StringId> folded = FindString(base::SearchKey(name));
  if (!folded.has_value()) return {};
  const size_t end = data_->UpperBound(data_->name_strings, *folded);
  std::vector<NodeIndex> nodes;
  for (size_t i = data_->LowerBound(data_->name_strings, *folded); i < end; ++i) {
    nodes.push_back(NameAt(static_cast<uint32_t>(i)).node);
  }
  return nodes;
}

uint32_t View::name_count() const { return static_cast<uint32_t>(data_->name_nodes.size()); }

View::NameEntry View::NameAt(uint32_t i) const {
  NameEntry entry{data_->StringAt(data_->At(data_->name_strings, i)),
                  data_->At(data_->name_nodes, i)};
  if (entry.node >= data_->meta.nodes) {
    data_->NoteDamage();
    entry.node = 0;
  }
  return entry;
}

PropertyGraph View::ToPropertyGraph() const {
  PropertyGraph graph;
  graph.nodes.reserve(node_count());
  for (uint32_t g = 0; g < data_->groups.size(); ++g) {
    const NodeGroup& group = data_->groups[g];
    for (uint32_t row = 0; row < group.count; ++row) {
      Node node;
      node.id = std::string(NodeId(group.first + row));
      for (LabelId label : group.labels) node.labels.emplace_back(data_->labels[label]);
      for (const auto& [key, column] : data_->node_columns[g]) {
        const bool is_id = data_->meta.ids_are_properties != 0 && data_->keys[key] == "id";
        if (is_id || column.IsNull(row)) continue;
        node.properties.emplace(data_->keys[key], column.Get(row));
      }
      graph.nodes.push_back(std::move(node));
    }
  }
  graph.edges.reserve(edge_count());
  for (EdgeIndex e = 0; e < edge_count(); ++e) {
    const EdgeTypeId type = TypeOf(e);
    Edge edge{std::string(NodeId(Source(e))),
              std::string(NodeId(Target(e))),
              std::string(data_->edge_types[type]),
              std::string(EdgeKey(e)),
              {}};
    for (const auto& [key, column] : data_->edge_columns[type]) {
      const uint32_t row = e - data_->types[type].first_edge;
      if (!column.IsNull(row)) edge.properties.emplace(data_->keys[key], column.Get(row));
    }
    graph.edges.push_back(std::move(edge));
  }
  SortGraph(graph);
  return graph;
}

}  // namespace norn::graph
