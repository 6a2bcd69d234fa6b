// The trails between two nodes, the shortest first: for shortest paths that must fulfil a condition
// on the whole of them, that have a least length, that lead back to where they began, or of which
// several are wanted. A trail walks no relationship twice.
//
// Looks at all trails of one length, then at those of the next, and only at steps from which the
// end can still be reached: a search from the end says how far it is.
#ifndef NORN_QUERY_TRAVERSE_TRAIL_SEARCH_H_
#define NORN_QUERY_TRAVERSE_TRAIL_SEARCH_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "query/traverse/operators_expand.h"

namespace norn::query {

class TrailSearch {
 public:
  enum class Verdict : uint8_t { kUnfit, kTaken, kStop };
  using Take = std::function<Verdict(const std::vector<graph::EdgeIndex>& trail)>;
  // Whether a relationship may be walked.
  using Allow = std::function<bool(graph::EdgeIndex edge)>;

  // `spec` must outlive this.
  TrailSearch(const ExpandSpec& spec, VariableExpand::Lengths lengths)
      : spec_(spec), lengths_(lengths) {}

  // Hands trails to `take` until `count` were taken; with `groups` until all of `count` lengths
  // were that had any. False if `take` stopped it or a limit was passed.
  bool Run(Execution& execution, graph::NodeIndex from, graph::NodeIndex to, int64_t count,
           bool groups, const Allow& allow, const Take& take);

 private:
  struct Step {
    graph::NodeIndex node;
    std::vector<std::pair<graph::EdgeIndex, graph::NodeIndex>> edges;  // not walked yet, last first
  };
  bool MeasureDistances(Execution& execution, graph::NodeIndex to, const Allow& allow);
  // All trails of exactly `length`. False if the search must end.
  bool WalkLength(Execution& execution, graph::NodeIndex from, int64_t length, const Allow& allow,
                  const Take& take);
  void Open(Execution& execution, graph::NodeIndex node, int64_t length, const Allow& allow);

  const ExpandSpec& spec_;
  VariableExpand::Lengths lengths_;
  absl::flat_hash_map<graph::NodeIndex, int64_t> distance_;  // to the end
  std::vector<Step> steps_;
  std::vector<graph::EdgeIndex> path_;
  bool goes_on_ = false;  // a trail that is longer could be there
  int64_t taken_ = 0;
  int64_t wanted_ = 0;
};

// A shortest trail that leads back to where it began, of at least one relationship and of no more
// than `most`; none: there is none, or a limit was passed. Without a direction it must not come
// back over the relationship that it left by: it is the shortest pair of ways that leave by two
// relationships and meet, which labels of the first relationship tell (Itai and Rodeh, 1978).
std::optional<std::vector<graph::EdgeIndex>> ShortestLoop(Execution& execution,
                                                          const ExpandSpec& spec,
                                                          graph::NodeIndex start, int64_t most,
                                                          const TrailSearch::Allow& allow);

}  // namespace norn::query

#endif  // NORN_QUERY_TRAVERSE_TRAIL_SEARCH_H_
