// Rows that come in runs: a scan binds each of its nodes once, and all rows of one node come one
// after the other. What tells the nodes apart (the node itself, or a property of which no two nodes
// have the same) tells the rows of different runs apart: whoever groups rows by it, or drops
// repeated ones, can forget all runs before.
//
//   Runs runs(slot, keys, groups);
//   if (runs.Begins(execution) && table.size() >= kKept && runs.AreApart(execution)) table.Clear();
#ifndef NORN_QUERY_EXECUTE_RUNS_H_
#define NORN_QUERY_EXECUTE_RUNS_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "graph/view/view.h"
#include "query/runtime/execution.h"

namespace norn::query {

class Runs {
 public:
  // `slot` holds the node, of one of the groups that `groups` marks; one of the properties `keys`
  // may tell the runs apart; none: the node does.
  Runs(uint32_t slot, std::vector<graph::KeyId> keys, std::vector<char> groups)
      : slot_(slot), keys_(std::move(keys)), groups_(std::move(groups)) {}

  // Whether the row at hand is the first of another node.
  bool Begins(Execution& execution) {
    const graph::NodeIndex node = execution.slot(slot_).index();
    if (node == node_) return false;
    node_ = node;
    return true;
  }
  // Whether rows of different runs are different. Looks at all nodes when it is first asked.
  bool AreApart(Execution& execution);
  void Reset() { node_ = kNone; }

 private:
  static constexpr graph::NodeIndex kNone = UINT32_MAX;

  uint32_t slot_;
  std::vector<graph::KeyId> keys_;
  std::vector<char> groups_;
  graph::NodeIndex node_ = kNone;
  std::optional<bool> are_apart_;
};

// Whether no two nodes of the marked groups have the same value, or no value, of the property. Only
// whole numbers and texts are looked at: of other values it says no.
bool TellsApart(const graph::View& view, graph::KeyId key, const std::vector<char>& groups);

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_RUNS_H_
