// A group of steps that is walked again and again: ((a)-[r]->(b) WHERE …){1,3}.
#ifndef NORN_QUERY_EXECUTE_OPERATORS_REPEAT_H_
#define NORN_QUERY_EXECUTE_OPERATORS_REPEAT_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "query/execute/operator.h"
#include "query/execute/operators_expand.h"

namespace norn::query {

struct RepeatSpec {
  ExpandSpec
      ends;  // from, to and what the far end must be; `relationship` gets all that were walked
  VariableExpand::Lengths turns;
  uint32_t left = kNoSlot;              // the group's first node, bound before each turn
  uint32_t right = kNoSlot;             // its last one
  std::vector<uint32_t> relationships;  // of one turn, in their order
  // Variables of the group, and the slots of the lists that they are outside of it.
  std::vector<std::pair<uint32_t, uint32_t>> variables;
};

class Repeat : public Operator {
 public:
  explicit Repeat(RepeatSpec spec) : spec_(std::move(spec)) {}
  // One turn: a row for each way through the group from the node in spec.left.
  Pipeline& turn() { return turn_; }
  void Seal();  // once the pipeline is complete
  std::string Describe() const override { return "Repeat " + spec_.ends.what; }
  const Pipeline* Inner() const override { return &turn_; }

 protected:
  bool Process(Execution& execution) override;

 private:
  // One way through the group.
  struct Turn {
    graph::NodeIndex end = 0;
    std::vector<graph::EdgeIndex> edges;
    std::vector<Value> variables;
  };
  // The ways on from where a turn ended, of which those before `next` were taken.
  struct Level {
    std::vector<Turn> turns;
    size_t next = 0;
    int64_t reserved = 0;
  };
  bool Open(Execution& execution, graph::NodeIndex node);
  bool Emit(Execution& execution, graph::NodeIndex node);
  bool MayTake(Execution& execution, const Turn& turn);

  RepeatSpec spec_;
  Pipeline turn_;
  std::vector<Turn> found_;  // by the pipeline that runs
  std::vector<Level> levels_;
  std::vector<const Turn*> path_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_OPERATORS_REPEAT_H_
