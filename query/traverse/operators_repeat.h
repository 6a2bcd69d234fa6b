// A group of steps that is walked again and again: ((a)-[r]->(b) WHERE …){1,3}.
#ifndef NORN_QUERY_TRAVERSE_OPERATORS_REPEAT_H_
#define NORN_QUERY_TRAVERSE_OPERATORS_REPEAT_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "query/execute/operator.h"
#include "query/traverse/operators_expand.h"

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

// One way through the group.
struct Turn {
  graph::NodeIndex end = 0;
  std::vector<graph::EdgeIndex> edges;
  std::vector<Value> variables;
};

// The turns that begin at a node, found by a pipeline of their own.
class TurnFinder {
 public:
  // `spec` must outlive this.
  explicit TurnFinder(const RepeatSpec& spec) : spec_(spec) {}
  // Takes a pipeline that gives a row for each way through the group from the node in spec.left.
  void Seal(Pipeline pipeline);
  const Pipeline& pipeline() const { return pipeline_; }
  std::vector<Turn> Find(Execution& execution, graph::NodeIndex node);
  int64_t BytesOf(const std::vector<Turn>& turns) const;

 private:
  const RepeatSpec& spec_;
  Pipeline pipeline_;
  std::vector<Turn> found_;  // by the pipeline that runs
};

// Whether a turn may follow those of a path: it walks over none of their relationships, unless that
// is allowed, nor over other ones of the same MATCH.
bool MayFollow(Execution& execution, const RepeatSpec& spec, const std::vector<const Turn*>& path,
               const Turn& turn);

// Sets the slots of the relationships and of the group's variables.
void BindTurns(Execution& execution, const RepeatSpec& spec, const std::vector<const Turn*>& path);

class Repeat : public Operator {
 public:
  explicit Repeat(RepeatSpec spec) : spec_(std::move(spec)), turns_(spec_) {}
  TurnFinder& turns() { return turns_; }
  std::string Describe() const override { return "Repeat " + spec_.ends.what; }
  const Pipeline* Inner() const override { return &turns_.pipeline(); }

 protected:
  bool Process(Execution& execution) override;

 private:
  // The ways on from where a turn ended, of which those before `next` were taken.
  struct Level {
    std::vector<Turn> turns;
    size_t next = 0;
    int64_t reserved = 0;
  };
  bool Open(Execution& execution, graph::NodeIndex node);
  bool Emit(Execution& execution, graph::NodeIndex node);

  RepeatSpec spec_;
  TurnFinder turns_;
  std::vector<Level> levels_;
  std::vector<const Turn*> path_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_TRAVERSE_OPERATORS_REPEAT_H_
