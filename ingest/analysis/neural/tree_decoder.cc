#include "ingest/analysis/neural/tree_decoder.h"

#include <algorithm>
#include <limits>

namespace norn::ingest {
namespace {

// So much more than scores can add up to that a tree takes a second arc from the root only where
// it must, and it never must.
constexpr double kRootCost = 1e6;
constexpr double kNone = -std::numeric_limits<double>::infinity();

// Scores between nodes, some of which stand for a cycle of the words below them.
class Contraction {
 public:
  Contraction(absl::Span<const float> scores, int words)
      : nodes_(words + 1), scores_(static_cast<size_t>(nodes_) * nodes_, kNone) {
    for (int dependent = 1; dependent < nodes_; ++dependent) {
      for (int head = 0; head < nodes_; ++head) {
        if (head == dependent) continue;
        const double score = scores[static_cast<size_t>(dependent - 1) * nodes_ + head];
        At(dependent, head) = head == 0 ? score - kRootCost : score;
      }
    }
  }

  std::vector<int> Decode() {
    std::vector<int> alive(nodes_);
    for (int i = 0; i < nodes_; ++i) alive[i] = i;
    return Solve(alive);
  }

 private:
  double& At(int dependent, int head) {
    return scores_[static_cast<size_t>(dependent) * nodes_ + head];
  }

  // The heads of the nodes in `alive` (node 0 has none); a contracted cycle goes by its smallest
  // node's number.
  std::vector<int> Solve(const std::vector<int>& alive) {
    std::vector<int> heads(nodes_, -1);
    for (const int dependent : alive) {
      if (dependent == 0) continue;
      double best = kNone;
      for (const int head : alive) {
        if (head == dependent || At(dependent, head) <= best) continue;
        best = At(dependent, head);
        heads[dependent] = head;
      }
    }
    const std::vector<int> cycle = FindCycle(alive, heads);
    if (cycle.empty()) return heads;
    return Break(alive, heads, cycle);
  }

  std::vector<int> FindCycle(const std::vector<int>& alive, const std::vector<int>& heads) const {
    std::vector<int> seen_from(nodes_, -1);
    for (const int start : alive) {
      int node = start;
      while (node > 0 && seen_from[node] < 0) {
        seen_from[node] = start;
        node = heads[node];
      }
      if (node <= 0 || seen_from[node] != start) continue;
      std::vector<int> cycle = {node};
      for (int next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
      std::sort(cycle.begin(), cycle.end());
      return cycle;
    }
    return {};
  }

  std::vector<int> Break(const std::vector<int>& alive, const std::vector<int>& heads,
                         const std::vector<int>& cycle) {
    const int merged = cycle[0];
    std::vector<char> inside(nodes_, 0);
    for (const int node : cycle) inside[node] = 1;
    std::vector<int> rest;
    for (const int node : alive) {
      if (!inside[node] || node == merged) rest.push_back(node);
    }
    std::vector<int> enters(nodes_, -1);  // by head outside: the cycle's word that hangs on it
    std::vector<int> leaves(nodes_, -1);  // by dependent outside: the cycle's word it hangs on
    std::vector<double> in(nodes_, kNone);
    std::vector<double> out(nodes_, kNone);
    for (const int node : rest) {
      if (node == merged) continue;
      for (const int member : cycle) {
        const double gain = At(member, node) - At(member, heads[member]);
        if (gain > in[node]) {
          in[node] = gain;
          enters[node] = member;
        }
        if (node > 0 && At(node, member) > out[node]) {
          out[node] = At(node, member);
          leaves[node] = member;
        }
      }
    }
    for (const int node : rest) {
      if (node == merged) continue;
      At(merged, node) = in[node];
      if (node > 0) At(node, merged) = out[node];
    }
    std::vector<int> solved = Solve(rest);
    for (const int node : rest) {
      if (node != merged && solved[node] == merged) solved[node] = leaves[node];
    }
    const int outside = solved[merged];
    for (const int member : cycle) solved[member] = heads[member];
    solved[enters[outside]] = outside;
    return solved;
  }

  int nodes_;
  std::vector<double> scores_;
};

}  // namespace

std::vector<int> DecodeTree(absl::Span<const float> scores, int words) {
  if (words == 0) return {};
  std::vector<int> heads = Contraction(scores, words).Decode();
  heads.erase(heads.begin());
  return heads;
}

}  // namespace norn::ingest
