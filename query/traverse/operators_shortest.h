// shortestPath, allShortestPaths and SHORTEST between two bound nodes: a search from both ends at
// once, or along trails where that cannot answer (trail_search.h).
#ifndef NORN_QUERY_TRAVERSE_OPERATORS_SHORTEST_H_
#define NORN_QUERY_TRAVERSE_OPERATORS_SHORTEST_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "query/execute/operator.h"
#include "query/runtime/evaluator.h"
#include "query/traverse/operators_expand.h"
#include "query/traverse/trail_search.h"

namespace norn::query {

// Which of the paths are wanted.
struct ShortestChoice {
  bool all = false;   // all that are as short
  int64_t count = 1;  // how many paths, or with `all` of how many lengths
  // What a path must fulfil as a whole, asked with the list of relationships in its slot and with
  // what `before` computes; may be null.
  EvaluatorPtr condition;
  std::vector<std::pair<EvaluatorPtr, uint32_t>> before;
};

class ShortestPath : public Operator {
 public:
  // Binds spec.relationship to the list of relationships, a row for each path. `filter`, if there
  // is one, is asked with each relationship in `filter_slot`.
  ShortestPath(ExpandSpec spec, VariableExpand::Lengths lengths, ShortestChoice choice,
               uint32_t filter_slot, EvaluatorPtr filter)
      : spec_(std::move(spec)),
        lengths_(lengths),
        choice_(std::move(choice)),
        all_(choice_.all),
        filter_slot_(filter_slot),
        filter_(std::move(filter)),
        trails_(spec_, lengths_) {}
  std::string Describe() const override { return "ShortestPath " + spec_.what; }

 protected:
  bool Process(Execution& execution) override;

 private:
  // A node that one side has reached: how far away, and over which relationship from where.
  struct Reached {
    int64_t distance = 0;
    graph::EdgeIndex edge = 0;
    graph::NodeIndex parent = 0;
  };
  // The other ways to a node that are as short: kept where all paths are wanted.
  using Parents = std::vector<std::pair<graph::EdgeIndex, graph::NodeIndex>>;
  struct Side {
    absl::flat_hash_map<graph::NodeIndex, Reached> reached;
    absl::flat_hash_map<graph::NodeIndex, Parents> more;
    std::vector<graph::NodeIndex> frontier;
    int64_t distance = 0;
    Direction direction = Direction::kOut;
  };

  bool Allows(Execution& execution, graph::EdgeIndex edge);
  // `plain`: the shortest ones are wanted, whatever they are.
  bool SearchLoops(Execution& execution, graph::NodeIndex start, bool plain);
  bool SearchTrails(Execution& execution, TrailSearch& trails, graph::NodeIndex from,
                    graph::NodeIndex to);
  bool Search(Execution& execution, graph::NodeIndex from, graph::NodeIndex to);
  bool Advance(Execution& execution, Side& side, const Side& other_side);
  static Parents ParentsOf(const Side& side, graph::NodeIndex node);
  bool EmitMeetings(Execution& execution, const Side& moved, const Side& other, bool* found);
  bool EmitForward(Execution& execution, graph::NodeIndex node,
                   std::vector<graph::EdgeIndex>& edges, graph::NodeIndex meeting);
  bool EmitBackward(Execution& execution, graph::NodeIndex node,
                    std::vector<graph::EdgeIndex>& edges);
  bool Emit(Execution& execution, const std::vector<graph::EdgeIndex>& edges);
  size_t WorkOf(const graph::View& view, const Side& side) const;

  ExpandSpec spec_;
  VariableExpand::Lengths lengths_;
  ShortestChoice choice_;
  bool all_;
  uint32_t filter_slot_;
  EvaluatorPtr filter_;
  TrailSearch trails_;
  Side forward_;
  Side backward_;
  int64_t reserved_ = 0;
};

}  // namespace norn::query

#endif  // NORN_QUERY_TRAVERSE_OPERATORS_SHORTEST_H_
