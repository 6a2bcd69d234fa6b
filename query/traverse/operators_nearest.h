// One shortest trail to each node that a variable length of at least 0 or 1 leads to: where of all
// trails only the least length is asked for, as by min(length(p)). A search in breadth finds one to
// each node but the start: it recurs over nothing, so that it is a trail.
#ifndef NORN_QUERY_TRAVERSE_OPERATORS_NEAREST_H_
#define NORN_QUERY_TRAVERSE_OPERATORS_NEAREST_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "query/execute/operator.h"
#include "query/runtime/evaluator.h"
#include "query/traverse/operators_expand.h"

namespace norn::query {

class NearestExpand : public Operator {
 public:
  // Binds spec.relationship to the list of relationships. `filter`, if there is one, is asked with
  // each relationship in `filter_slot`.
  NearestExpand(ExpandSpec spec, VariableExpand::Lengths lengths, uint32_t filter_slot,
                EvaluatorPtr filter)
      : spec_(std::move(spec)),
        lengths_(lengths),
        filter_slot_(filter_slot),
        filter_(std::move(filter)) {}
  std::string Describe() const override { return "NearestExpand " + spec_.what; }

 protected:
  bool Process(Execution& execution) override;

 private:
  struct Reached {
    graph::EdgeIndex edge = 0;
    graph::NodeIndex parent = 0;
  };
  bool Allows(Execution& execution, graph::EdgeIndex edge);
  // False where no more rows are wanted.
  bool Emit(Execution& execution, graph::NodeIndex end, const std::vector<graph::EdgeIndex>& trail);
  bool EmitStart(Execution& execution, graph::NodeIndex start);
  bool Search(Execution& execution, graph::NodeIndex start);
  std::vector<graph::EdgeIndex> TrailTo(graph::NodeIndex node, int64_t length) const;

  ExpandSpec spec_;
  VariableExpand::Lengths lengths_;
  uint32_t filter_slot_;
  EvaluatorPtr filter_;
  absl::flat_hash_map<graph::NodeIndex, Reached> reached_;
  int64_t reserved_ = 0;
};

}  // namespace norn::query

#endif  // NORN_QUERY_TRAVERSE_OPERATORS_NEAREST_H_
