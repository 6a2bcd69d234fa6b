#include "graph/columns/columnar_graph.h"

#include <algorithm>
#include <limits>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"

namespace norn::graph {

PropertyColumn& PropertyTable::Column(uint32_t key) {
  if (key >= columns_.size()) columns_.resize(key + 1);
  if (columns_[key] == nullptr) columns_[key] = std::make_unique<PropertyColumn>();
  return *columns_[key];
}

ColumnarGraph::ColumnarGraph(bool ids_are_properties)
    : ids_are_properties_(ids_are_properties), texts_(std::make_unique<TextTable>()) {}

absl::StatusOr<ColumnarGraph> ColumnarGraph::Of(const PropertyGraph& graph,
                                                bool ids_are_properties) {
  ColumnarGraph columns(ids_are_properties);
  const auto set_all = [&columns](PropertyTable& table, uint32_t row, const Properties& values) {
    for (const auto& [key, value] : values) {
      table.Set(row, columns.Key(key), value, columns.texts());
    }
  };
  for (const Node& node : graph.nodes) {
    NodeTable& table = columns.Nodes(node.labels);
    const std::optional<uint32_t> row = columns.AddNode(table, node.id);
    if (!row.has_value()) {
      return absl::InvalidArgumentError(absl::StrCat("two nodes have the id \"", node.id, "\""));
    }
    set_all(table, *row, node.properties);
  }
  for (const Edge& edge : graph.edges) {
    EdgeTable& table = columns.Edges(edge.type);
    NORN_ASSIGN_OR_RETURN(const uint32_t row, columns.AddEdge(table, edge.from, edge.to, edge.key));
    set_all(table, row, edge.properties);
  }
  NORN_RETURN_IF_ERROR(columns.Finish());
  return columns;
}

uint32_t ColumnarGraph::Key(absl::string_view name) {
  const auto [it, is_new] =
      key_numbers_.try_emplace(name, static_cast<uint32_t>(key_names_.size()));
  if (is_new) key_names_.emplace_back(name);
  return it->second;
}

NodeTable& ColumnarGraph::Nodes(std::vector<std::string> labels) {
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  const auto [it, is_new] =
      tables_of_labels_.try_emplace(std::move(labels), static_cast<uint32_t>(nodes_.size()));
  if (is_new) {
    nodes_.push_back(std::make_unique<NodeTable>());
    nodes_.back()->labels = it->first;
    nodes_.back()->number = it->second;
  }
  return *nodes_[it->second];
}

EdgeTable& ColumnarGraph::Edges(absl::string_view type) {
  auto it = tables_of_types_.find(type);
  if (it == tables_of_types_.end()) {
    it = tables_of_types_.emplace(std::string(type), static_cast<uint32_t>(edges_.size())).first;
    edges_.push_back(std::make_unique<EdgeTable>());
    edges_.back()->type = it->first;
  }
  return *edges_[it->second];
}

std::optional<uint32_t> ColumnarGraph::AddNode(NodeTable& table, absl::string_view id) {
  const TextId text = texts_->Add(id);
  if (text >= node_of_.size()) node_of_.resize(text + 1, kNoText);
  if (node_of_[text] != kNoText) return std::nullopt;
  node_of_[text] = static_cast<uint32_t>(places_.size());
  table.ids.push_back(text);
  places_.push_back({table.number, table.rows_});
  return table.rows_++;
}

bool ColumnarGraph::HasNode(absl::string_view id) const {
  const std::optional<TextId> text = texts_->Find(id);
  return text.has_value() && *text < node_of_.size() && node_of_[*text] != kNoText;
}

Node ColumnarGraph::NodeAt(absl::string_view id) const {
  const Place place = places_[node_of_[*texts_->Find(id)]];
  const NodeTable& table = *nodes_[place.table];
  Node node{std::string(id), table.labels, {}};
  for (uint32_t key = 0; key < table.key_limit(); ++key) {
    const PropertyColumn* const column = table.Find(key);
    if (column == nullptr || !column->Has(place.row)) continue;
    node.properties.emplace(key_names_[key], column->Get(place.row, *texts_));
  }
  return node;
}

absl::StatusOr<uint32_t> ColumnarGraph::AddEdge(EdgeTable& table, absl::string_view from,
                                                absl::string_view to, absl::string_view key) {
  const std::optional<TextId> ends[] = {texts_->Find(from), texts_->Find(to)};
  for (const int i : {0, 1}) {
    if (ends[i].has_value() && *ends[i] < node_of_.size() && node_of_[*ends[i]] != kNoText) {
      continue;
    }
    return absl::NotFoundError(absl::StrCat("there is no node '", i == 0 ? from : to, "'"));
  }
  table.from.push_back(*ends[0]);
  table.to.push_back(*ends[1]);
  if (!key.empty() || !table.keys.empty()) {
    table.keys.PadTo(table.rows_, texts_->Add(""));
    table.keys.push_back(texts_->Add(key));
  }
  ++edge_count_;
  return table.rows_++;
}

absl::Status ColumnarGraph::CheckSize() const {
  constexpr uint64_t kMax = std::numeric_limits<uint32_t>::max();
  if (places_.size() < kMax && edge_count_ < kMax && texts_->size() < kMax) {
    return absl::OkStatus();
  }
  return absl::ResourceExhaustedError(
      absl::StrCat("the graph has ", places_.size(), " nodes, ", edge_count_, " edges and ",
                   texts_->size(), " distinct texts; it can hold fewer than ", kMax, " of each"));
}

absl::Status ColumnarGraph::CheckIds() const {
  const auto key = key_numbers_.find("id");
  if (!ids_are_properties_ || key == key_numbers_.end()) return absl::OkStatus();
  for (const auto& table : nodes_) {
    const PropertyColumn* const column = table->Find(key->second);
    if (column == nullptr) continue;
    uint32_t row = 0;
    while (!column->Has(row)) ++row;
    return absl::InvalidArgumentError(
        absl::StrCat("node ", (*texts_)[table->ids[row]],
                     " has a property named id: its id takes that name, rename it"));
  }
  return absl::OkStatus();
}

}  // namespace norn::graph
