// The distinct nodes that a variable length leads to, where only they matter and not the ways
// there: a search that marks nodes instead of an enumeration of trails. What it gives is the same:
//
// - A shortest way to another node recurs over nothing, so that it is a trail. With a least length
// of 0
//   or 1 a search in breadth finds all others.
// - Back to the start: directed, the shortest way back is a trail too. Undirected it must not come
// back
//   over the relationship that it left by: the shortest trail is the shortest pair of ways that
//   leave by two relationships and meet, which labels of the first relationship tell (Itai and
//   Rodeh, 1978).
// - With a longer least length each trail of just that length is walked, and from its end a
// shortest way
//   that avoids its relationships: the two make a trail. Once all nodes are marked that any walk
//   could reach, no further one is looked at.
#ifndef NORN_QUERY_EXECUTE_OPERATORS_REACH_H_
#define NORN_QUERY_EXECUTE_OPERATORS_REACH_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/execute/operator.h"
#include "query/execute/operators_expand.h"
#include "query/runtime/evaluator.h"

namespace norn::query {

class ReachExpand : public Operator {
 public:
  // `filter`, if there is one, is asked with each relationship in `filter_slot`.
  ReachExpand(ExpandSpec spec, VariableExpand::Lengths lengths, uint32_t filter_slot,
              EvaluatorPtr filter)
      : spec_(std::move(spec)),
        lengths_(lengths),
        filter_slot_(filter_slot),
        filter_(std::move(filter)) {}
  std::string Describe() const override { return "ReachExpand " + spec_.what; }

 protected:
  bool Process(Execution& execution) override;

 private:
  using Bits = std::vector<uint64_t>;  // one for each node
  struct Step {
    std::vector<std::pair<graph::EdgeIndex, graph::NodeIndex>> edges;  // not walked yet
  };
  bool Allows(Execution& execution, graph::EdgeIndex edge);
  // Marks a node as an end and pushes it on, the first time. False where the search is to end.
  bool Mark(Execution& execution, graph::NodeIndex node);
  // Calls `meet(node)` for each node that at most `steps` relationships lead to from `start`, not
  // over those of path_; not for the start, unless a way leads back to it. False where `meet` says
  // so.
  template <typename Meet>
  bool Search(Execution& execution, graph::NodeIndex start, int64_t steps, Meet meet);
  bool ReachUndirected(Execution& execution, graph::NodeIndex start);
  bool ReachFromLength(Execution& execution, graph::NodeIndex start);
  void OpenStep(Execution& execution, graph::NodeIndex node);

  ExpandSpec spec_;
  VariableExpand::Lengths lengths_;
  uint32_t filter_slot_;
  EvaluatorPtr filter_;
  Bits marked_;
  Bits visited_;  // by the search at hand
  std::vector<graph::EdgeIndex> path_;
  std::vector<Step> steps_;
  std::optional<graph::NodeIndex> only_;  // the end that is asked for, where it is bound
  uint64_t unmarked_ = 0;                 // nodes that could still be marked, where that is known
  bool wants_more_ = true;
};

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_OPERATORS_REACH_H_
