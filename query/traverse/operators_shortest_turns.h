// SHORTEST over a group of steps: of the ways from one bound node to another that are made of turns
// through the group, those with the fewest. No relationship recurs on a way, as in Repeat.
//
// Finds the turns from each node that can be reached, once; measures over them how far the end is;
// and looks at all ways of one number of turns, then at those of the next, taking only turns from
// which the end can still be reached. Where the first way found is a shortest one for certain, no
// turn is looked for beyond it.
#ifndef NORN_QUERY_TRAVERSE_OPERATORS_SHORTEST_TURNS_H_
#define NORN_QUERY_TRAVERSE_OPERATORS_SHORTEST_TURNS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "query/execute/operator.h"
#include "query/traverse/operators_repeat.h"
#include "query/traverse/operators_shortest.h"

namespace norn::query {

class ShortestTurns : public Operator {
 public:
  ShortestTurns(RepeatSpec spec, ShortestChoice choice)
      : spec_(std::move(spec)), choice_(std::move(choice)), finder_(spec_) {}
  TurnFinder& turns() { return finder_; }
  std::string Describe() const override { return "ShortestPath " + spec_.ends.what; }
  const Pipeline* Inner() const override { return &finder_.pipeline(); }

 protected:
  bool Process(Execution& execution) override;

 private:
  enum class Verdict : uint8_t { kUnfit, kTaken, kStop };

  // False where something has failed.
  bool FindTurns(Execution& execution, graph::NodeIndex from, graph::NodeIndex to, bool first_only);
  bool MeasureDistances(Execution& execution, graph::NodeIndex to);
  // All ways of exactly so many turns. False where no more are wanted or something has failed.
  bool Walk(Execution& execution, graph::NodeIndex node, int64_t turns_left);
  Verdict Take(Execution& execution);
  bool Search(Execution& execution, graph::NodeIndex from, graph::NodeIndex to);
  void Forget(Execution& execution);

  RepeatSpec spec_;
  ShortestChoice choice_;
  TurnFinder finder_;
  absl::flat_hash_map<graph::NodeIndex, std::vector<Turn>> turns_;  // by where they begin
  std::vector<graph::NodeIndex> begins_;                            // of turns_, as they were found
  absl::flat_hash_map<graph::NodeIndex, int64_t> distance_;         // in turns to the end
  std::vector<const Turn*> path_;
  bool goes_on_ = false;  // a way with more turns could be there
  int64_t taken_ = 0;
  int64_t wanted_ = 0;
  int64_t reserved_ = 0;
};

}  // namespace norn::query

#endif  // NORN_QUERY_TRAVERSE_OPERATORS_SHORTEST_TURNS_H_
