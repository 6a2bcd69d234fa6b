// A set of nodes by their groups, which a view numbers one after the other: a few ranges, so that
// asking costs a comparison or two.
//
//   NodeRanges allowed(view.node_groups(), marks);   // marks[i]: whether group i is in
//   bool is_in = allowed.Has(node);
#ifndef NORN_QUERY_TRAVERSE_NODE_RANGES_H_
#define NORN_QUERY_TRAVERSE_NODE_RANGES_H_

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "absl/types/span.h"
#include "graph/view/view.h"

namespace norn::query {

class NodeRanges {
 public:
  // All nodes.
  NodeRanges() : ranges_{{0, std::numeric_limits<graph::NodeIndex>::max()}} {}

  NodeRanges(absl::Span<const graph::NodeGroup> groups, absl::Span<const char> marks) {
    for (size_t i = 0; i < groups.size(); ++i) {
      if (marks[i] == 0) continue;
      const graph::NodeIndex first = groups[i].first;
      if (ranges_.empty() || ranges_.back().first + ranges_.back().count != first) {
        ranges_.push_back({first, 0});
      }
      ranges_.back().count += groups[i].count;
    }
    if (ranges_.empty()) ranges_.push_back({0, 0});
  }

  bool Has(graph::NodeIndex node) const {
    if (ranges_.size() == 1) return ranges_[0].Has(node);
    const auto after = std::upper_bound(
        ranges_.begin(), ranges_.end(), node,
        [](graph::NodeIndex wanted, const Range& range) { return wanted < range.first; });
    return after != ranges_.begin() && (after - 1)->Has(node);
  }

 private:
  struct Range {
    graph::NodeIndex first = 0;
    uint32_t count = 0;
    // A node before the range wraps around to a large number.
    bool Has(graph::NodeIndex node) const { return node - first < count; }
  };
  std::vector<Range> ranges_;  // ascending, never empty
};

}  // namespace norn::query

#endif  // NORN_QUERY_TRAVERSE_NODE_RANGES_H_
