// Operators that walk: along one relationship, along many, or along one that is bound already.
#ifndef NORN_QUERY_TRAVERSE_OPERATORS_EXPAND_H_
#define NORN_QUERY_TRAVERSE_OPERATORS_EXPAND_H_

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "graph/view/view.h"
#include "query/execute/operator.h"
#include "query/runtime/evaluator.h"
#include "query/syntax/ast.h"
#include "query/traverse/node_ranges.h"

namespace norn::query {

inline constexpr uint32_t kNoSlot = std::numeric_limits<uint32_t>::max();

// What to walk, and what the far end must be.
struct ExpandSpec {
  uint32_t from = kNoSlot;
  uint32_t relationship = kNoSlot;  // gets the relationship, or the list of them; may be none
  uint32_t to = kNoSlot;
  bool to_bound = false;                   // `to` holds a node already, which must be the far end
  Direction direction = Direction::kBoth;  // as seen from `from`
  std::vector<graph::EdgeTypeId> types;
  NodeRanges to_nodes;                // that the far end may be
  bool may_recur = false;             // of a variable length: a relationship on the same path
  std::vector<uint32_t> other_slots;  // relationships of the same MATCH, which may not recur
  std::string what;                   // for EXPLAIN
  // Each far end once for a row that comes in. A relationship from a node to itself is no far end
  // and always counts, so that it can be told from the relationship that follows it.
  bool distinct_to = false;
  // Each far end once for a row that comes into this operator, which stands before in the pipeline;
  // of Expand.
  const Operator* distinct_within = nullptr;
  // Of a relationship's date, where the plan knows it: lowest and highest key, both included.
  EvaluatorPtr date_from;
  EvaluatorPtr date_to;
};

// The relationships of one node that a spec allows: calls `take(edge, other)` until it says false.
// An undirected walk meets a relationship from a node to itself once.
template <typename Take>
bool ForEachEdge(const graph::View& view, graph::NodeIndex node, const ExpandSpec& spec,
                 Take take) {
  for (graph::EdgeTypeId type : spec.types) {
    if (spec.direction != Direction::kIn) {
      graph::HalfEdges half = view.Out(node, type);
      for (size_t i = 0; i < half.size(); ++i) {
        if (!take(half.edge(i), half.nodes[i])) return false;
      }
    }
    if (spec.direction != Direction::kOut) {
      graph::HalfEdges half = view.In(node, type);
      for (size_t i = 0; i < half.size(); ++i) {
        if (spec.direction == Direction::kBoth && half.nodes[i] == node) continue;
        if (!take(half.edge(i), half.nodes[i])) return false;
      }
    }
  }
  return true;
}

// How many relationships ForEachEdge would give, about.
size_t CountEdges(const graph::View& view, graph::NodeIndex node, const ExpandSpec& spec);

// Of a list of relationships; any other value holds none.
bool ListHoldsEdge(const Value& list, graph::EdgeIndex edge);

// Whether one of the slots holds the relationship, or a list that has it.
inline bool HoldsEdge(Execution& execution, const std::vector<uint32_t>& slots,
                      graph::EdgeIndex edge) {
  for (const uint32_t slot : slots) {
    const Value& held = execution.slot(slot);
    if (held.is(Value::Kind::kRelationship) ? held.index() == edge : ListHoldsEdge(held, edge)) {
      return true;
    }
  }
  return false;
}

class Expand : public Operator {
 public:
  explicit Expand(ExpandSpec spec) : spec_(std::move(spec)) {}
  std::string Describe() const override { return "Expand " + spec_.what; }

 protected:
  bool Process(Execution& execution) override;

 private:
  bool WalkToBound(Execution& execution, graph::NodeIndex from);
  bool WalkHalf(Execution& execution, const graph::HalfEdges& half, bool skip_loops,
                graph::NodeIndex from);
  bool Bind(Execution& execution, graph::EdgeIndex edge, graph::NodeIndex to);
  void ForgetVisitedOfOuterRow(const graph::View& view);

  ExpandSpec spec_;
  std::vector<uint64_t> visited_;  // of distinct_to and distinct_within: a bit for each node
  uint64_t rows_within_ = 0;       // that had come in when `visited_` was begun
  graph::DateKey first_date_ = 0;
  graph::DateKey last_date_ = 0;
  bool dates_ = false;
};

// Walks a bound relationship: binds its ends, or checks them where they are bound.
class BoundRelationship : public Operator {
 public:
  BoundRelationship(ExpandSpec spec, bool from_bound)
      : spec_(std::move(spec)), from_bound_(from_bound) {}
  std::string Describe() const override { return "BoundRelationship " + spec_.what; }

 protected:
  bool Process(Execution& execution) override;

 private:
  bool Try(Execution& execution, graph::NodeIndex from, graph::NodeIndex to);

  ExpandSpec spec_;
  bool from_bound_;
};

// Walks min to max relationships, none of them twice.
class VariableExpand : public Operator {
 public:
  struct Lengths {
    int64_t min = 1;
    int64_t max = std::numeric_limits<int64_t>::max();
  };
  // `filter`, if there is one, is asked with each relationship in `filter_slot`.
  VariableExpand(ExpandSpec spec, Lengths lengths, uint32_t filter_slot, EvaluatorPtr filter)
      : spec_(std::move(spec)),
        lengths_(lengths),
        filter_slot_(filter_slot),
        filter_(std::move(filter)) {}
  std::string Describe() const override { return "VariableExpand " + spec_.what; }

 protected:
  bool Process(Execution& execution) override;

 private:
  struct Step {
    graph::NodeIndex node;
    std::vector<std::pair<graph::EdgeIndex, graph::NodeIndex>> edges;  // not walked yet, last first
    int64_t reserved = 0;
  };
  bool Emit(Execution& execution, graph::NodeIndex to);
  bool Open(Execution& execution, graph::NodeIndex node);
  bool Allowed(Execution& execution, graph::EdgeIndex edge);
  void Close(Execution& execution);  // the last step

  ExpandSpec spec_;
  Lengths lengths_;
  uint32_t filter_slot_;
  EvaluatorPtr filter_;
  std::vector<Step> steps_;
  std::vector<graph::EdgeIndex> path_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_TRAVERSE_OPERATORS_EXPAND_H_
