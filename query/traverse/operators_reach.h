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
// - With a longer least length: for each length, the nodes that walks of just that length lead to,
//   and back from each a trail among those walks. The first one is mostly found at the first try.
//   From the ends of a few of the least length also a shortest way on that avoids the trail's
//   relationships: the two make a trail. Once all nodes are marked that any walk could reach, no
//   further one is looked at. What none of the first lengths has marked may be reached by longer
//   trails only: those are walked, all of the least length and on from their ends.
#ifndef NORN_QUERY_TRAVERSE_OPERATORS_REACH_H_
#define NORN_QUERY_TRAVERSE_OPERATORS_REACH_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "query/execute/operator.h"
#include "query/runtime/evaluator.h"
#include "query/traverse/operators_expand.h"

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
  // Nodes, a bit for each. Forgetting them costs what marking them did.
  class NodeSet {
   public:
    void Open(size_t nodes) {
      for (const graph::NodeIndex node : nodes_) bits_[node / kBits] = 0;
      nodes_.clear();
      bits_.resize(nodes / kBits + 1);
    }
    // Whether it was not in before.
    bool Add(graph::NodeIndex node) {
      uint64_t& word = bits_[node / kBits];
      const uint64_t bit = uint64_t{1} << (node % kBits);
      if ((word & bit) != 0) return false;
      word |= bit;
      nodes_.push_back(node);
      return true;
    }
    bool Has(graph::NodeIndex node) const {
      return (bits_[node / kBits] >> (node % kBits) & 1) != 0;
    }

   private:
    static constexpr size_t kBits = 64;
    std::vector<uint64_t> bits_;
    std::vector<graph::NodeIndex> nodes_;
  };
  // Where walks of one length lead.
  struct Layer {
    std::vector<graph::NodeIndex> nodes;  // as they were met
    absl::flat_hash_set<graph::NodeIndex> has;
  };
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
  // By lengths from the least one on; `left` says whether nodes are left that longer trails reach.
  bool ReachByLayers(Execution& execution, graph::NodeIndex start, bool* left);
  bool AddLayer(Execution& execution);
  bool MarkLayer(Execution& execution, int64_t shortest_loop);
  // Whether a trail through the layers before `layer` leads to the node; it is left in path_.
  bool HasTrailTo(Execution& execution, graph::NodeIndex node, size_t layer);
  bool ReachBeyond(Execution& execution, graph::NodeIndex start);
  bool Counts(graph::NodeIndex node) const {
    return spec_.to_nodes.Has(node) && (!only_.has_value() || *only_ == node);
  }
  void OpenStep(Execution& execution, graph::NodeIndex node);

  ExpandSpec spec_;
  VariableExpand::Lengths lengths_;
  uint32_t filter_slot_;
  EvaluatorPtr filter_;
  NodeSet marked_;
  NodeSet visited_;  // by the search at hand
  std::vector<Layer> layers_;
  int64_t reserved_ = 0;  // of the layers
  std::vector<graph::EdgeIndex> path_;
  std::vector<Step> steps_;
  std::optional<graph::NodeIndex> only_;  // the end that is asked for, where it is bound
  uint64_t unmarked_ = 0;                 // nodes that could still be marked, where that is known
  bool wants_more_ = true;
};

}  // namespace norn::query

#endif  // NORN_QUERY_TRAVERSE_OPERATORS_REACH_H_
