// Puts a columnar graph in order once all is there.
#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "base/search_key.h"
#include "base/status_macros.h"
#include "graph/columns/columnar_graph.h"

namespace norn::graph {
namespace {

// What is sorted by two numbers and the place it had before.
struct SortedRow {
  uint64_t ends;
  TextId key;
  uint32_t row;
  bool operator<(const SortedRow& other) const {
    return std::tie(ends, key, row) < std::tie(other.ends, other.key, other.row);
  }
};

uint64_t Pair(uint32_t high, uint32_t low) { return uint64_t{high} << 32 | low; }

// Gives the edges of one pair of nodes, in the order in which they came, keys that differ.
void TellApart(absl::Span<const SortedRow> edges, TextTable& texts, EdgeTable& table) {
  absl::flat_hash_set<std::string> taken;
  absl::flat_hash_map<std::string, uint64_t> next;  // number for a key that is taken
  for (const SortedRow& edge : edges) {
    const std::string key(table.keys.empty() ? "" : texts[table.keys[edge.row]]);
    if (taken.insert(key).second) continue;
    uint64_t& number = next.try_emplace(key, 2).first->second;
    std::string numbered;
    do {
      numbered = absl::StrCat(key, key.empty() ? "" : "#", number++);
    } while (!taken.insert(numbered).second);
    table.keys.PadTo(table.rows(), texts.Add(""));
    table.keys[edge.row] = texts.Add(numbered);
  }
}

}  // namespace

void ColumnarGraph::NumberParallelEdges() {
  std::vector<SortedRow> rows;
  for (const auto& table : edges_) {
    rows.clear();
    for (uint32_t row = 0; row < table->rows(); ++row) {
      rows.push_back({Pair(table->from[row], table->to[row]), 0, row});
    }
    std::sort(rows.begin(), rows.end());
    for (size_t begin = 0; begin < rows.size();) {
      size_t end = begin + 1;
      while (end < rows.size() && rows[end].ends == rows[begin].ends) ++end;
      if (end - begin > 1) {
        TellApart(absl::MakeConstSpan(rows).subspan(begin, end - begin), *texts_, *table);
      }
      begin = end;
    }
  }
}

void ColumnarGraph::SortVocabulary() {
  std::set<std::string> labels;
  for (const auto& [table_labels, table] : tables_of_labels_) {
    if (nodes_[table]->rows() == 0) continue;
    labels.insert(table_labels.begin(), table_labels.end());
    sorted_nodes_.push_back(nodes_[table].get());
  }
  labels_.assign(labels.begin(), labels.end());
  for (const auto& [type, table] : tables_of_types_) {
    if (edges_[table]->rows() > 0) sorted_edges_.push_back(edges_[table].get());
  }
  if (ids_are_properties_) Key("id");
  std::vector<bool> is_used(key_names_.size(), false);
  for (uint32_t key = 0; key < key_names_.size(); ++key) {
    const auto has = [key](const auto& table) { return table->Find(key) != nullptr; };
    is_used[key] = (ids_are_properties_ && key_names_[key] == "id") ||
                   std::any_of(nodes_.begin(), nodes_.end(), has) ||
                   std::any_of(edges_.begin(), edges_.end(), has);
  }
  SortKeys(is_used);
}

void ColumnarGraph::SortKeys(const std::vector<bool>& is_used) {
  std::vector<uint32_t> order;
  for (uint32_t key = 0; key < key_names_.size(); ++key) {
    if (is_used[key]) order.push_back(key);
  }
  std::sort(order.begin(), order.end(),
            [this](uint32_t a, uint32_t b) { return key_names_[a] < key_names_[b]; });
  const auto reorder = [&order](PropertyTable& table) {
    std::vector<std::unique_ptr<PropertyColumn>> columns;
    for (const uint32_t key : order) {
      columns.push_back(key < table.columns_.size() ? std::move(table.columns_[key]) : nullptr);
    }
    table.columns_ = std::move(columns);
  };
  for (const auto& table : nodes_) reorder(*table);
  for (const auto& table : edges_) reorder(*table);
  std::vector<std::string> names;
  for (const uint32_t key : order) names.push_back(key_names_[key]);
  key_names_ = std::move(names);
  key_numbers_.clear();
  for (uint32_t key = 0; key < key_names_.size(); ++key) key_numbers_.emplace(key_names_[key], key);
}

std::vector<ColumnarGraph::Name> ColumnarGraph::CollectNames() {
  std::vector<Name> names;
  const auto add = [this, &names](const Value& value, Place place) {
    const auto* text = value.As<std::string>();
    const std::string folded = text == nullptr ? "" : base::SearchKey(*text);
    if (!folded.empty()) names.emplace_back(texts_->Add(folded), place);
  };
  for (const char* const property : {"name", "aliases"}) {
    const auto key = key_numbers_.find(property);
    if (key == key_numbers_.end()) continue;
    const bool is_list = key->first == "aliases";
    for (uint32_t t = 0; t < nodes_.size(); ++t) {
      const PropertyColumn* const column = nodes_[t]->Find(key->second);
      for (uint32_t row = 0; column != nullptr && row < nodes_[t]->rows(); ++row) {
        if (!column->Has(row)) continue;
        const Value value = column->Get(row, *texts_);
        if (!is_list) add(value, {t, row});
        const auto* list = is_list ? value.As<Value::List>() : nullptr;
        if (list == nullptr) continue;
        for (const Value& alias : *list) add(alias, {t, row});
      }
    }
  }
  return names;
}

std::vector<TextId> ColumnarGraph::SortTexts(const std::vector<Name>& names) {
  std::vector<TextId> vocabulary;
  for (const std::string& label : labels_) vocabulary.push_back(texts_->Add(label));
  for (const std::string& key : key_names_) vocabulary.push_back(texts_->Add(key));
  for (const EdgeTable* table : sorted_edges_) vocabulary.push_back(texts_->Add(table->type));
  std::vector<bool> is_used(texts_->size(), false);
  for (const TextId text : vocabulary) is_used[text] = true;
  for (const Name& name : names) is_used[name.first] = true;
  const auto mark = [&is_used](const PropertyTable& table) {
    for (const auto& column : table.columns_) {
      if (column != nullptr) column->MarkTexts(is_used);
    }
  };
  for (const auto& table : nodes_) {
    mark(*table);
    for (uint32_t row = 0; row < table->rows(); ++row) is_used[table->ids[row]] = true;
  }
  for (const auto& table : edges_) {
    mark(*table);
    for (size_t row = 0; row < table->keys.size(); ++row) is_used[table->keys[row]] = true;
  }
  std::vector<TextId> rank = texts_->Sort(is_used);
  const auto renumber = [&rank](PropertyTable& table) {
    for (const auto& column : table.columns_) {
      if (column != nullptr) column->Renumber(rank);
    }
  };
  for (const auto& table : nodes_) renumber(*table);
  for (const auto& table : edges_) renumber(*table);
  return rank;
}

void ColumnarGraph::SortNodes(const std::vector<Name>& names, const std::vector<TextId>& rank) {
  std::vector<std::vector<uint32_t>> numbers(nodes_.size());  // by table and row
  for (const NodeTable* sorted : sorted_nodes_) {
    const uint32_t t = sorted->number;
    NodeTable& table = *nodes_[t];
    table.first = static_cast<uint32_t>(node_ids_.size());
    for (uint32_t row = 0; row < table.rows(); ++row) table.ids[row] = rank[table.ids[row]];
    table.order.resize(table.rows());
    std::iota(table.order.begin(), table.order.end(), 0);
    std::sort(table.order.begin(), table.order.end(),
              [&table](uint32_t a, uint32_t b) { return table.ids[a] < table.ids[b]; });
    numbers[t].resize(table.rows());
    for (const uint32_t row : table.order) {
      numbers[t][row] = static_cast<uint32_t>(node_ids_.size());
      node_ids_.push_back(table.ids[row]);
    }
  }
  // From here on the place of a node is its number.
  for (uint32_t& node : node_of_) {
    if (node != kNoText) node = numbers[places_[node].table][places_[node].row];
  }
  for (const auto& [text, place] : names) {
    names_.emplace_back(rank[text], numbers[place.table][place.row]);
  }
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  nodes_by_id_.resize(node_ids_.size());
  std::iota(nodes_by_id_.begin(), nodes_by_id_.end(), 0);
  std::sort(nodes_by_id_.begin(), nodes_by_id_.end(),
            [this](uint32_t a, uint32_t b) { return node_ids_[a] < node_ids_[b]; });
}

absl::Status ColumnarGraph::Twice(const EdgeTable& table, uint32_t row) const {
  return absl::InvalidArgumentError(
      absl::StrCat("edge ", (*texts_)[node_ids_[table.from[row]]], " -[", table.type, " ",
                   table.keys.empty() ? "" : (*texts_)[table.keys[row]], "]-> ",
                   (*texts_)[node_ids_[table.to[row]]], " is there twice"));
}

absl::Status ColumnarGraph::SortEdges(EdgeTable& table, const std::vector<TextId>& rank) {
  std::vector<SortedRow> rows;
  rows.reserve(table.rows());
  for (uint32_t row = 0; row < table.rows(); ++row) {
    table.from[row] = node_of_[table.from[row]];
    table.to[row] = node_of_[table.to[row]];
    if (!table.keys.empty()) table.keys[row] = rank[table.keys[row]];
    rows.push_back({Pair(node_ids_[table.from[row]], node_ids_[table.to[row]]),
                    table.keys.empty() ? 0 : table.keys[row], row});
  }
  std::sort(rows.begin(), rows.end());
  table.order.reserve(rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    if (i > 0 && rows[i].ends == rows[i - 1].ends && rows[i].key == rows[i - 1].key) {
      return Twice(table, rows[i].row);
    }
    table.order.push_back(rows[i].row);
  }
  return absl::OkStatus();
}

absl::Status ColumnarGraph::Finish() {
  NORN_RETURN_IF_ERROR(CheckSize());
  NORN_RETURN_IF_ERROR(CheckIds());
  SortVocabulary();
  const std::vector<Name> names = CollectNames();
  const std::vector<TextId> rank = SortTexts(names);
  SortNodes(names, rank);
  for (const auto& table : edges_) NORN_RETURN_IF_ERROR(SortEdges(*table, rank));
  std::vector<uint32_t>().swap(node_of_);
  places_ = {};
  return absl::OkStatus();
}

}  // namespace norn::graph
