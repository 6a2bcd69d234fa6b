// The read-only view of one generation: the whole graph in one file that is mapped into memory, so
// that a query opens it in milliseconds and walks it without copies. It is made from the store and
// can be made again (docs/decisions/view-format.md has the bytes).
//
//   NORN_ASSIGN_OR_RETURN(View view, View::Open("graph/CURRENT/view"));
//   const NodeIndex node = *view.FindNode("person/jonas-gahr-store");
//   for (EdgeTypeId type : view.edge_type_ids())
//     for (NodeIndex other : view.Out(node, type).nodes) Use(view.NodeId(other));
//
// Shapes. Nodes are numbered 0..node_count()-1 in the order of (label set, id): nodes with the same
// set of labels, a *node group*, are neighbours, and a label is a few ranges of nodes. Edges are
// numbered 0..edge_count()-1 in the order of (type, source, date key, target, key): an *edge type*
// is one range of edges, and so are a node's outgoing edges of one type. Properties are columns:
// one for each (node group, property) and each (edge type, property).
//
// A View is immutable and safe to read from many threads. Bytes from disk are not trusted. Open
// checks the header, every section's bounds and the small sections; damage is kDataLoss, another
// format version kFailedPrecondition, no such file kNotFound. All the rest is checked by Verify,
// which Open calls for small files. In a big file each block is checked against its checksum when
// it is first read: what accessors give is in range even then, and Health() says afterwards whether
// anything that was read is damaged. Messages name the file.
#ifndef NORN_GRAPH_VIEW_VIEW_H_
#define NORN_GRAPH_VIEW_VIEW_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "graph/model/date_key.h"
#include "graph/model/model.h"
#include "graph/model/value.h"
#include "graph/view/block_guard.h"

namespace norn::graph {

using NodeIndex = uint32_t;
using EdgeIndex = uint32_t;
using LabelId = uint32_t;     // index into labels()
using EdgeTypeId = uint32_t;  // index into edge_types()
using KeyId = uint32_t;       // index into property_keys()
using StringId = uint32_t;    // index into the view's pool of distinct strings

struct ViewData;  // internal

// The values of one property over a node group or an edge type; row 0 is the range's first member.
class Column {
 public:
  enum class Kind : uint8_t { kAbsent, kBool, kInteger, kReal, kString, kMixed };

  Kind kind() const { return kind_; }
  Value Get(uint32_t row) const;  // null where the member has no such property
  bool IsNull(uint32_t row) const;

  // Typed access, valid for the kind named; meaningless for rows that are null.
  bool BoolAt(uint32_t row) const;
  int64_t IntegerAt(uint32_t row) const {
    return integers_.empty() ? At(narrow_integers_, row) : At(integers_, row);
  }
  double RealAt(uint32_t row) const { return At(reals_, row); }
  StringId StringIdAt(uint32_t row) const {
    const StringId id = At(strings_, row);
    return id < string_count_ ? id : DamagedString();
  }

 private:
  friend struct ViewData;
  template <typename T>
  T At(absl::Span<const T> rows, uint32_t row) const {
    guard_->Touch(&rows[row], sizeof(T));
    return rows[row];
  }
  StringId DamagedString() const;

  Kind kind_ = Kind::kAbsent;
  const ViewData* view_ = nullptr;
  const BlockGuard* guard_ = nullptr;
  absl::Span<const uint8_t> present_;          // a bit for each row; empty: all are present
  absl::Span<const uint8_t> bools_;            // a byte for each row
  absl::Span<const int64_t> integers_;         // this or the next
  absl::Span<const int32_t> narrow_integers_;  // where all values fit
  absl::Span<const double> reals_;
  absl::Span<const StringId> strings_;
  uint32_t string_count_ = 0;
  absl::Span<const uint64_t> mixed_;  // rows+1 offsets into bytes_, of encoded values
  absl::Span<const char> bytes_;
};

// Nodes that have the same set of labels: [first, first + count).
struct NodeGroup {
  std::vector<LabelId> labels;  // sorted
  NodeIndex first = 0;
  uint32_t count = 0;
};

// One node's edges of one type in one direction, in the order of (date key, other end, edge).
struct HalfEdges {
  absl::Span<const NodeIndex> nodes;    // the other end of each
  absl::Span<const DateKey> date_keys;  // as long as nodes
  absl::Span<const EdgeIndex> edges;    // incoming: as long as nodes; outgoing: empty, see edge()
  EdgeIndex first_edge = 0;             // outgoing: the edges are first_edge, first_edge + 1, …

  size_t size() const { return nodes.size(); }
  EdgeIndex edge(size_t i) const {
    return edges.empty() ? first_edge + static_cast<EdgeIndex>(i) : edges[i];
  }
};

struct ViewOptions {
  // Open verifies files up to this size as a whole, at about a millisecond for each MB.
  uint64_t verify_up_to_bytes = 8 << 20;
};

class View {
 public:
  // Maps the file. The view keeps it mapped for as long as it lives, also after it is unlinked; it
  // must not be written to or cut off meanwhile (generations never are).
  static absl::StatusOr<View> Open(const std::string& path, const ViewOptions& options = {});
  // The same, from bytes in memory: tests and scratch graphs.
  static absl::StatusOr<View> FromBytes(std::string bytes, const ViewOptions& options = {});

  View(View&&) noexcept;
  View& operator=(View&&) noexcept;
  ~View();

  // Reads everything: all checksums, all numbers' ranges and orders. kDataLoss names the section.
  absl::Status Verify() const;
  // kDataLoss if anything that was read since Open is damaged. For the end of a query: its answer
  // must not be given then.
  absl::Status Health() const;

  uint32_t node_count() const;
  uint32_t edge_count() const;

  // Vocabulary, each sorted by name.
  absl::Span<const absl::string_view> labels() const;
  absl::Span<const absl::string_view> edge_types() const;
  absl::Span<const absl::string_view> property_keys() const;
  std::optional<LabelId> FindLabel(absl::string_view name) const;
  std::optional<EdgeTypeId> FindEdgeType(absl::string_view name) const;
  std::optional<KeyId> FindKey(absl::string_view name) const;

  // Nodes. `id` is a property like the others: FindKey("id") has a column in every group (unless
  // the graph was built with ids_are_properties = false).
  absl::Span<const NodeGroup> node_groups() const;  // in the order of `first`
  uint32_t GroupOf(NodeIndex node) const;           // index into node_groups()
  bool HasLabel(NodeIndex node, LabelId label) const;
  absl::string_view NodeId(NodeIndex node) const;
  std::optional<NodeIndex> FindNode(absl::string_view id) const;
  Value NodeProperty(NodeIndex node, KeyId key) const;
  const Column& NodeColumn(uint32_t group, KeyId key) const;  // kAbsent where nobody has it

  // Edges.
  EdgeIndex FirstEdge(EdgeTypeId type) const;
  uint32_t CountEdges(EdgeTypeId type) const;
  EdgeTypeId TypeOf(EdgeIndex edge) const;
  NodeIndex Source(EdgeIndex edge) const;  // binary search: O(log nodes)
  NodeIndex Target(EdgeIndex edge) const;
  absl::string_view EdgeKey(EdgeIndex edge) const;
  Value EdgeProperty(EdgeIndex edge, KeyId key) const;
  const Column& EdgeColumn(EdgeTypeId type, KeyId key) const;
  // True if each edge's property `date` is null or a text that its date key gives back exactly: a
  // range of dates can then be answered from the date keys alone.
  bool DatesAreExact(EdgeTypeId type) const;

  // Adjacency.
  HalfEdges Out(NodeIndex node, EdgeTypeId type) const;
  HalfEdges In(NodeIndex node, EdgeTypeId type) const;

  // Strings of the pool, for string columns. Equal strings have equal ids.
  absl::string_view StringAt(StringId id) const;
  std::optional<StringId> FindString(absl::string_view text) const;

  // Nodes by `name` or one of `aliases`, as search keys (base/search_key.h), in the order of their
  // numbers.
  std::vector<NodeIndex> FindByName(absl::string_view name) const;
  // All folded names with their nodes, sorted by name: for prefix and fuzzy search.
  struct NameEntry {
    absl::string_view folded;
    NodeIndex node;
  };
  uint32_t name_count() const;
  NameEntry NameAt(uint32_t i) const;

  // The graph that the view was made from.
  PropertyGraph ToPropertyGraph() const;

 private:
  explicit View(std::unique_ptr<ViewData> data);
  std::unique_ptr<ViewData> data_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_VIEW_VIEW_H_
