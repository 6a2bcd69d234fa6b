// The nodes and relationships of a scratch graph, and the view that is made of them. They have
// serial numbers, which stay; their numbers in the view change each time it is made anew.
#ifndef NORN_QUERY_SCRATCH_SCRATCH_STORE_H_
#define NORN_QUERY_SCRATCH_SCRATCH_STORE_H_

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "graph/model/model.h"
#include "graph/view/view.h"
#include "query/values/value.h"

namespace norn::query {

class ScratchStore {
 public:
  struct Node {
    std::set<std::string> labels;
    graph::Properties properties;
    bool deleted = false;
  };
  struct Edge {
    uint32_t from = 0;
    uint32_t to = 0;
    std::string type;
    graph::Properties properties;
    bool deleted = false;
  };

  uint32_t AddNode(Node node);
  uint32_t AddEdge(Edge edge);
  std::vector<Node>& nodes() { return nodes_; }
  std::vector<Edge>& edges() { return edges_; }
  const std::vector<Node>& nodes() const { return nodes_; }
  const std::vector<Edge>& edges() const { return edges_; }

  // The view of what is there now; made anew if anything was changed since MarkChanged.
  absl::Status Refresh();
  void MarkChanged() { changed_ = true; }
  const graph::View& view() const { return *views_.back(); }
  // Views that texts may still borrow from are kept until this is called.
  void DropOldViews();

  // The same value with the view's numbers instead of serial ones, and the other way. What was
  // deleted becomes a record.
  Value ToView(const Value& value) const;
  Value ToSerial(const Value& value) const;

 private:
  graph::PropertyGraph ToGraph() const;
  Value Translate(const Value& value, bool to_view) const;

  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  bool changed_ = true;
  std::vector<std::unique_ptr<graph::View>> views_;
  std::vector<uint32_t> node_serial_;  // by number in the view
  std::vector<uint32_t> edge_serial_;
  std::vector<uint32_t> node_index_;  // by serial number
  std::vector<uint32_t> edge_index_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_SCRATCH_SCRATCH_STORE_H_
