// How sentences of different lengths are read side by side: first all first tokens, then all second
// ones, and so on. The sentences are sorted, the longest first, so that those that are still going
// on are always the first ones.
//
//   Packing packing({5, 3, 3});
//   packing.column(1, 2);    // where the third token of the second sentence stands
#ifndef NORN_INGEST_ANALYSIS_NEURAL_PACKING_H_
#define NORN_INGEST_ANALYSIS_NEURAL_PACKING_H_

#include <utility>
#include <vector>

namespace norn::ingest {

struct Packing {
  explicit Packing(std::vector<int> lengths_longest_first)
      : lengths(std::move(lengths_longest_first)) {
    const int steps = lengths.empty() ? 0 : lengths[0];
    int going_on = static_cast<int>(lengths.size());
    for (int step = 0; step < steps; ++step) {
      while (lengths[going_on - 1] <= step) --going_on;
      begin.push_back(columns);
      count.push_back(going_on);
      columns += going_on;
    }
  }

  int steps() const { return static_cast<int>(begin.size()); }
  int column(int sentence, int token) const { return begin[token] + sentence; }

  std::vector<int> lengths;
  std::vector<int> begin;  // for each step its first column
  std::vector<int> count;  // for each step how many sentences have such a token
  int columns = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_PACKING_H_
