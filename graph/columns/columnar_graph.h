// A whole graph as tables of columns, filled row by row and then put in order: what views and
// stores are written from. It takes tens of bytes an edge where values take hundreds.
//
//   ColumnarGraph graph;
//   const KeyId name = graph.Key("name");
//   NodeTable& actors = graph.Nodes({"Actor"});
//   const std::optional<uint32_t> row = graph.AddNode(actors, "person/a");   // none: there already
//   actors.SetText(*row, name, graph.texts().Add("A"), graph.texts());
//   EdgeTable& calls = graph.Edges("SPOKE_WITH");
//   NORN_ASSIGN_OR_RETURN(uint32_t edge, graph.AddEdge(calls, "person/a", "person/b", "event/1"));
//   NORN_RETURN_IF_ERROR(graph.Finish());
//
// What is added must be as Normalize leaves it (graph/model/model.h): UTF-8, lists not too deep.
#ifndef NORN_GRAPH_COLUMNS_COLUMNAR_GRAPH_H_
#define NORN_GRAPH_COLUMNS_COLUMNAR_GRAPH_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "graph/columns/chunked.h"
#include "graph/columns/property_column.h"
#include "graph/columns/text_table.h"
#include "graph/model/model.h"

namespace norn::graph {

// Rows that have properties. Keys are numbers of ColumnarGraph::Key.
class PropertyTable {
 public:
  uint32_t rows() const { return rows_; }
  void Set(uint32_t row, uint32_t key, const Value& value, TextTable& texts) {
    if (!value.is_null()) Column(key).Set(row, value, texts);
  }
  void SetText(uint32_t row, uint32_t key, TextId text, const TextTable& texts) {
    Column(key).SetText(row, text, texts);
  }
  // Null where no row has it.
  const PropertyColumn* Find(uint32_t key) const {
    return key < columns_.size() ? columns_[key].get() : nullptr;
  }
  // Once the graph is finished: sorted by the keys' names, which are their numbers' order then.
  uint32_t key_limit() const { return static_cast<uint32_t>(columns_.size()); }

 protected:
  friend class ColumnarGraph;
  PropertyColumn& Column(uint32_t key);

  uint32_t rows_ = 0;
  std::vector<std::unique_ptr<PropertyColumn>> columns_;  // by key; null where nobody has it
};

// The nodes of one set of labels.
struct NodeTable : PropertyTable {
  std::vector<std::string> labels;  // sorted
  Chunked<TextId> ids;
  // Once the graph is finished: rows in the order of their ids, and the first one's number among
  // all nodes of the graph.
  std::vector<uint32_t> order;
  uint32_t first = 0;
  uint32_t number = 0;  // of the table, as it came
};

// The edges of one type.
struct EdgeTable : PropertyTable {
  std::string type;
  Chunked<uint32_t> from, to;  // texts of ids; once the graph is finished, nodes' numbers
  Chunked<TextId> keys;        // none at all where no edge has a key
  // Once the graph is finished: rows in the order of (id of from, id of to, key).
  std::vector<uint32_t> order;
};

class ColumnarGraph {
 public:
  // Without `ids_are_properties`, `id` is a property like any other.
  explicit ColumnarGraph(bool ids_are_properties = true);

  // The same graph, finished. `graph` is normalized. Errors as Finish.
  static absl::StatusOr<ColumnarGraph> Of(const PropertyGraph& graph,
                                          bool ids_are_properties = true);

  TextTable& texts() { return *texts_; }
  const TextTable& texts() const { return *texts_; }

  // The number of a property's name.
  uint32_t Key(absl::string_view name);
  // Tables stay where they are. `labels` in any order, also repeated.
  NodeTable& Nodes(std::vector<std::string> labels);
  EdgeTable& Edges(absl::string_view type);

  // None if there is a node with that id already.
  std::optional<uint32_t> AddNode(NodeTable& table, absl::string_view id);
  bool HasNode(absl::string_view id) const;
  // The node with an id that is there.
  Node NodeAt(absl::string_view id) const;
  // kNotFound, with the id, for an end that is not there.
  absl::StatusOr<uint32_t> AddEdge(EdgeTable& table, absl::string_view from, absl::string_view to,
                                   absl::string_view key);

  // Edges that agree in ends, type and key get keys that tell them apart: the second of those
  // without a key gets "2", the third "3"; the second of key "a" gets "a#2".
  void NumberParallelEdges();

  // Sorts everything. kInvalidArgument, naming it, for an edge that is there twice and a property
  // named `id`; kResourceExhausted for more nodes, edges or texts than 32 bits count.
  absl::Status Finish();

  // Once it is finished.
  uint32_t node_count() const { return static_cast<uint32_t>(node_ids_.size()); }
  uint64_t edge_count() const { return edge_count_; }
  bool ids_are_properties() const { return ids_are_properties_; }
  // Sorted, as far as they are used; `id` is a key where ids are properties.
  const std::vector<std::string>& labels() const { return labels_; }
  const std::vector<std::string>& keys() const { return key_names_; }
  // Sorted by labels, and by type: without empty ones.
  const std::vector<const NodeTable*>& node_tables() const { return sorted_nodes_; }
  const std::vector<const EdgeTable*>& edge_tables() const { return sorted_edges_; }
  // The text of a node's id.
  TextId node_id(uint32_t node) const { return node_ids_[node]; }
  // Nodes in the order of their ids.
  const std::vector<uint32_t>& nodes_by_id() const { return nodes_by_id_; }
  // Folded names and aliases with their nodes, sorted, each once.
  const std::vector<std::pair<TextId, uint32_t>>& names() const { return names_; }

 private:
  struct Place {
    uint32_t table;
    uint32_t row;
  };
  using Name = std::pair<TextId, Place>;

  Node NodeIn(const NodeTable& table, uint32_t row, absl::string_view id) const;
  absl::Status CheckSize() const;
  absl::Status CheckIds() const;
  void SortVocabulary();
  void SortKeys(const std::vector<bool>& is_used);
  std::vector<Name> CollectNames();
  std::vector<TextId> SortTexts(const std::vector<Name>& names);
  void SortNodes(const std::vector<Name>& names, const std::vector<TextId>& rank);
  absl::Status SortEdges(EdgeTable& table, const std::vector<TextId>& rank);
  absl::Status Twice(const EdgeTable& table, uint32_t row) const;

  bool ids_are_properties_;
  std::unique_ptr<TextTable> texts_;
  std::vector<std::string> key_names_;
  absl::flat_hash_map<std::string, uint32_t> key_numbers_;
  std::map<std::vector<std::string>, uint32_t> tables_of_labels_;
  std::map<std::string, uint32_t, std::less<>> tables_of_types_;
  std::vector<std::unique_ptr<NodeTable>> nodes_;
  std::vector<std::unique_ptr<EdgeTable>> edges_;
  Chunked<Place> places_;          // of nodes in the order in which they came
  std::vector<uint32_t> node_of_;  // by the text of an id: place in places_, or kNoText
  uint64_t edge_count_ = 0;

  std::vector<std::string> labels_;
  std::vector<const NodeTable*> sorted_nodes_;
  std::vector<const EdgeTable*> sorted_edges_;
  std::vector<TextId> node_ids_;
  std::vector<uint32_t> nodes_by_id_;
  std::vector<std::pair<TextId, uint32_t>> names_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_COLUMNS_COLUMNAR_GRAPH_H_
